import type { Account, Audience, CheckedAccount, Delivery, Destination, Outcome, Standing } from '../destination.ts';
import { TakenSteps } from '../taken-steps.ts';
import { unknownAccount } from '../unknown-account.ts';
import type { VendorBudget } from '../vendor-budget.ts';
import { type VendorCall, VendorCalls } from '../vendor-calls.ts';
import { type VendorAnswer, VendorHttp } from '../vendor-http.ts';
import { readAnswer } from '../vendor-json.ts';
import { brand } from './omnisend-answers.ts';
import { tagsOf } from './omnisend-bodies.ts';
import { OMNISEND, omnisendHeaders } from './omnisend-calls.ts';
import { OmnisendDelivery } from './omnisend-delivery.ts';
import { omnisendWords, rejected } from './omnisend-errors.ts';
import { readRecent, readStandings } from './omnisend-standings.ts';

/** A tag as merchants write them: no control characters, no blanks at its ends, not endless. */
const TAG = /^(?=.{1,100}$)[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u;

/** Omnisend, which has no lists: an audience is a tag, and segments are built on tags there. */
export class OmnisendDestination implements Destination {
  readonly name = 'OMNISEND';
  /** Two of Omnisend's batches, so that one call of the scarce sixty a minute tags both. */
  readonly batchSize = 200;
  readonly readSize = 1;
  readonly #calls: VendorCalls;
  readonly #taken = new TakenSteps();

  /** `baseUrl`: Omnisend's own, or that of something that behaves as Omnisend does; with its `/api`. */
  constructor(parts: { baseUrl: string; budget: VendorBudget; attemptMs?: number }) {
    const { budget, ...reach } = parts;
    const http = new VendorHttp({ ...reach, explain: omnisendWords });
    this.#calls = new VendorCalls({ name: this.name, http, budget, headers: omnisendHeaders });
  }

  async check(key: string): Promise<CheckedAccount> {
    const account = unknownAccount(key);
    const answer = await this.#settled(account, { method: 'GET', path: '/brands/current', allowance: OMNISEND.brand });
    await this.#settled(account, { method: 'GET', path: '/contacts?limit=1', allowance: OMNISEND.read });
    const found = readAnswer(brand, answer, { writes: false });
    return { accountId: found.brandID, accountName: found.name || found.website || found.brandID };
  }

  /** None: whatever a merchant writes is a tag, and Omnisend lists none. */
  async audiences(): Promise<{ audiences: readonly Audience[]; next: string | null }> {
    return { audiences: [], next: null };
  }

  async audience(_account: Account, id: string): Promise<Audience | null> {
    return TAG.test(id) ? { id, name: id, optIn: null } : null;
  }

  standings(account: Account, audience: string, emails: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    return readStandings(this.#calls, account, { tag: audience, emails });
  }

  recentStandings(
    account: Account,
    { audience: tag, ...asked }: { audience: string; since: Date; emails: readonly string[] },
  ): Promise<ReadonlyMap<string, Standing> | null> {
    return readRecent(this.#calls, account, { tag, ...asked });
  }

  deliver(account: Account, delivery: Delivery): Promise<ReadonlyMap<string, Outcome>> {
    return new OmnisendDelivery({ calls: this.#calls, taken: this.#taken }, account, delivery).send();
  }

  async erase(account: Account, { email, audience }: { email: string; audience: string }): Promise<void> {
    const call = { path: '/contacts/tags', body: tagsOf([email], audience), allowance: OMNISEND.tag };
    await this.#settled(account, { method: 'DELETE', ...call });
  }

  async #settled(account: Account, call: VendorCall): Promise<VendorAnswer> {
    const answer = await this.#calls.send(account, call);
    if (answer.status >= 300) throw rejected(answer, account.key);
    return answer;
  }
}
