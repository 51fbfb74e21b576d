import type { Account, Audience, CheckedAccount, Delivery, Destination, Outcome, Standing } from '../destination.ts';
import { TakenSteps } from '../taken-steps.ts';
import { unknownAccount } from '../unknown-account.ts';
import type { VendorBudget } from '../vendor-budget.ts';
import { type Allowance, VendorCalls } from '../vendor-calls.ts';
import type { VendorAnswer } from '../vendor-http.ts';
import { VendorHttp } from '../vendor-http.ts';
import { readAnswer } from '../vendor-json.ts';
import { accounts, type KlaviyoList, lists, oneList } from './klaviyo-answers.ts';
import { erasureOf } from './klaviyo-bodies.ts';
import { KLAVIYO, klaviyoHeaders } from './klaviyo-calls.ts';
import { KlaviyoDelivery } from './klaviyo-delivery.ts';
import { klaviyoWords, rejected } from './klaviyo-errors.ts';
import { READ_SIZE, readStandings } from './klaviyo-standings.ts';

/** Pages of ten lists that one search looks through, since Klaviyo finds lists by their whole name only. */
const PAGES_PER_SEARCH = 10;

/** Klaviyo, where an audience is a list. */
export class KlaviyoDestination implements Destination {
  readonly name = 'KLAVIYO';
  /** A subscribe job takes so many, and so does a job of events. */
  readonly batchSize = 1000;
  readonly readSize = READ_SIZE;
  readonly #calls: VendorCalls;
  readonly #taken = new TakenSteps();

  /** `baseUrl`: Klaviyo's own, or that of something that behaves as Klaviyo does; without `/api`. */
  constructor(parts: { baseUrl: string; budget: VendorBudget; attemptMs?: number }) {
    const { budget, ...reach } = parts;
    const http = new VendorHttp({ ...reach, explain: klaviyoWords });
    this.#calls = new VendorCalls({ name: this.name, http, budget, headers: klaviyoHeaders });
  }

  async check(key: string): Promise<CheckedAccount> {
    const account = unknownAccount(key);
    await this.#pageOfLists(account, null);
    await this.#read(account, '/api/profiles?page%5Bsize%5D=1&fields%5Bprofile%5D=email', KLAVIYO.profiles);
    const answer = await this.#read(account, '/api/accounts', KLAVIYO.account);
    const [found] = readAnswer(accounts, answer, { writes: false }).data;
    return { accountId: found?.id ?? '', accountName: found?.attributes.contact_information.organization_name ?? '' };
  }

  async audiences(account: Account, page: { query: string | null; after: string | null }) {
    const wanted = page.query?.trim().toLowerCase() ?? '';
    const audiences: Audience[] = [];
    let next = page.after;
    for (let pages = 0; pages < PAGES_PER_SEARCH; pages += 1) {
      const found = await this.#pageOfLists(account, next);
      audiences.push(...found.audiences.filter(({ name }) => name.toLowerCase().includes(wanted)));
      next = found.next;
      if (next === null || wanted === '' || audiences.length >= 10) break;
    }
    return { audiences, next };
  }

  async audience(account: Account, id: string): Promise<Audience | null> {
    const path = `/api/lists/${encodeURIComponent(id)}?fields%5Blist%5D=name,opt_in_process`;
    const answer = await this.#calls.send(account, { method: 'GET', path, allowance: KLAVIYO.list });
    if (answer.status === 404) return null;
    if (answer.status >= 300) throw rejected(answer, account.key);
    return audienceOf(readAnswer(oneList, answer, { writes: false }).data);
  }

  standings(account: Account, audience: string, emails: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    return readStandings(this.#calls, account, { list: audience, emails });
  }

  deliver(account: Account, delivery: Delivery): Promise<ReadonlyMap<string, Outcome>> {
    return new KlaviyoDelivery({ calls: this.#calls, taken: this.#taken }, account, delivery).send();
  }

  async erase(account: Account, { email }: { email: string; audience: string }): Promise<void> {
    const path = '/api/data-privacy-deletion-jobs';
    const body = erasureOf(email);
    const answer = await this.#calls.send(account, { method: 'POST', path, body, allowance: KLAVIYO.erase });
    if (answer.status >= 300 && answer.status !== 404) throw rejected(answer, account.key);
  }

  async #pageOfLists(account: Account, after: string | null) {
    const query = new URLSearchParams({ sort: 'name', 'page[size]': '10', 'fields[list]': 'name,opt_in_process' });
    if (after) query.set('page[cursor]', after);
    const answer = await this.#read(account, `/api/lists?${query}`, KLAVIYO.lists);
    const { data, links } = readAnswer(lists, answer, { writes: false });
    return { audiences: data.map(audienceOf), next: cursorOf(links?.next) };
  }

  async #read(account: Account, path: string, allowance: Allowance): Promise<VendorAnswer> {
    const answer = await this.#calls.send(account, { method: 'GET', path, allowance });
    if (answer.status >= 300) throw rejected(answer, account.key);
    return answer;
  }
}

function audienceOf({ id, attributes }: KlaviyoList): Audience {
  const process = attributes.opt_in_process;
  const optIn = process === 'double_opt_in' ? 'DOUBLE' : process === 'single_opt_in' ? 'SINGLE' : null;
  return { id, name: attributes.name ?? id, optIn };
}

/** Only the cursor of the next page's address is taken: where we ask is our own decision. */
function cursorOf(next: string | null | undefined): string | null {
  return next && URL.canParse(next) ? new URL(next).searchParams.get('page[cursor]') : null;
}
