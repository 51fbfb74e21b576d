import { setTimeout as pause } from 'node:timers/promises';
import { OverloadError } from '../../platform/unavailable.ts';
import { WaitingRoom } from '../../platform/waiting-room.ts';
import { type AdminApi, AdminApiProblem } from '../admin-api.ts';
import type { AdminOperation } from '../admin-operation.ts';
import type { ShopifyFetch } from '../shopify-fetch.ts';
import type { AdminTokens } from '../token/admin-tokens.ts';
import { type AdminOutcome, costOf, judge } from './admin-answer.ts';
import { postToAdmin } from './admin-post.ts';
import { isMutation } from './operation-kind.ts';
import { ShopBudget } from './shop-budget.ts';

/** What speaks with Shopify's Admin API. */
export interface ShopAdminApiParts {
  readonly tokens: Pick<AdminTokens, 'tokenOf' | 'insteadOf' | 'forget'>;
  readonly fetch: ShopifyFetch;
}

/** How long one operation waits in all: for its turn, for points, and between attempts. Milliseconds. */
const PATIENCE_MS = 30_000;
/** Attempts that end in a fault of Shopify's or of the network. */
const FAULTS = 3;
/** The pause after a first fault that names none; it doubles. */
const FAULT_PAUSE_MS = 500;
/** Shopify's word for a used-up budget names no time where it names no points. */
const THROTTLED_PAUSE_MS = 250;

/** Whether somebody waits for an operation. */
type Urgency = 'awaited' | 'bulk';

/** So many operations of one shop at once in a process; others wait in their order. */
const SEATS = { seats: 200, patienceMs: PATIENCE_MS };
const AT_ONCE: Readonly<Record<Urgency, number>> = { awaited: 4, bulk: 2 };
/** What of a shop's points an operation leaves to others. */
const RESERVE: Readonly<Record<Urgency, number>> = { awaited: 0, bulk: 0.5 };

/** What one shop has in this process. */
interface ShopState {
  readonly budget: ShopBudget;
  readonly turns: Readonly<Record<Urgency, WaitingRoom>>;
}

/** One operation on its way. */
interface Errand {
  readonly shop: string;
  readonly operation: AdminOperation<unknown, never>;
  readonly variables: object;
  readonly urgency: Urgency;
  readonly state: ShopState;
  /** By `performance.now()`. */
  readonly endsAt: number;
}

/** Shopify's Admin API over HTTP, of the version that our operations are written for. */
export class ShopAdminApi implements AdminApi {
  readonly #parts: ShopAdminApiParts;
  readonly #shops = new Map<string, ShopState>();
  /** What an operation was said to cost when it was last asked; unknown before. */
  readonly #costs = new WeakMap<object, number>();

  constructor(parts: ShopAdminApiParts) {
    this.#parts = parts;
  }

  request<Data, Variables extends object>(
    shop: string,
    operation: AdminOperation<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    return this.#admitted(shop, operation, { variables, urgency: 'awaited' });
  }

  /** The same for work that nobody waits for: it waits until half of the shop's points are there, and leaves them to others. */
  readonly bulk: AdminApi = {
    request: (shop, operation, variables) => this.#admitted(shop, operation, { variables, urgency: 'bulk' }),
  };

  async #admitted<Data, Variables extends object>(
    shop: string,
    operation: AdminOperation<Data, Variables>,
    wish: Pick<Errand, 'variables' | 'urgency'>,
  ): Promise<Data> {
    const state = this.#stateOf(shop);
    const endsAt = performance.now() + PATIENCE_MS;
    const errand = { ...wish, shop, operation, state, endsAt };
    // What Shopify answers to an operation has the shape that the operation was written down with; a test holds it to the schema.
    const answer = state.turns[wish.urgency].admit(() => this.#run(errand));
    return (await answer.catch((fault) => Promise.reject(problemOf(fault)))) as Data;
  }

  async #run(errand: Errand): Promise<unknown> {
    let token = await this.#parts.tokens.tokenOf(errand.shop);
    let faults = 0;
    let isReplaced = false;
    for (;;) {
      const outcome = await this.#attempt(errand, token);
      if (outcome.kind === 'DONE') return outcome.data;
      if (outcome.kind === 'PROBLEM') throw outcome.problem;
      if (outcome.kind === 'THROTTLED') await patiently(THROTTLED_PAUSE_MS, errand.endsAt);
      if (outcome.kind === 'AGAIN') {
        faults += 1;
        await this.#pauseAfter(errand, outcome, faults);
      }
      if (outcome.kind === 'TOKEN_REFUSED') {
        if (isReplaced) await this.#giveUp(errand.shop, token);
        token = await this.#parts.tokens.insteadOf(errand.shop, token);
        isReplaced = true;
      }
    }
  }

  /** Waits until there are points enough, and sends. A `THROTTLED` answer tells what there is, so that the next attempt waits for it. */
  async #attempt(errand: Errand, accessToken: string): Promise<AdminOutcome> {
    const { shop, operation, variables, urgency, state, endsAt } = errand;
    const cost = this.#costs.get(operation) ?? 0;
    await patiently(state.budget.waitMs(cost, RESERVE[urgency]), endsAt);
    const answered = state.budget.spend(cost);
    const answer = await postToAdmin(this.#parts.fetch, { shop, accessToken, document: operation.document, variables });
    const told = answer && costOf(answer.body);
    answered(told);
    if (told) this.#costs.set(operation, told.requested);
    if (answer) return judge(answer);
    return { kind: 'AGAIN', afterMs: null, isUnknown: true, why: 'Shopify could not be reached' };
  }

  /** A mutation that may have been done is not done again: whoever asked for it knows whether that does harm. */
  async #pauseAfter(errand: Errand, outcome: AdminOutcome & { kind: 'AGAIN' }, faults: number): Promise<void> {
    const isFinal = faults >= FAULTS || (outcome.isUnknown && isMutation(errand.operation));
    if (isFinal) throw new AdminApiProblem(outcome.isUnknown ? 'UNREACHABLE' : 'THROTTLED', `${outcome.why}.`);
    await patiently(outcome.afterMs ?? FAULT_PAUSE_MS * 2 ** (faults - 1), errand.endsAt);
  }

  async #giveUp(shop: string, token: string): Promise<never> {
    await this.#parts.tokens.forget(shop, token);
    throw new AdminApiProblem('NOT_INSTALLED', `Shopify takes no token of ${shop} any more.`);
  }

  #stateOf(shop: string): ShopState {
    const known = this.#shops.get(shop);
    if (known) return known;
    const roomOf = (urgency: Urgency) => new WaitingRoom({ ...SEATS, atOnce: AT_ONCE[urgency] });
    const state = { budget: new ShopBudget(), turns: { awaited: roomOf('awaited'), bulk: roomOf('bulk') } };
    this.#shops.set(shop, state);
    return state;
  }
}

/** Too many operations of ours at once are a matter of the shop's budget, to whoever asks. */
function problemOf(fault: unknown): unknown {
  if (!(fault instanceof OverloadError)) return fault;
  return new AdminApiProblem('THROTTLED', 'More operations of the shop wait for Shopify than can be sent in time.');
}

/** Waits, where that fits into the operation's patience; else says at once that it does not. */
async function patiently(waitMs: number, endsAt: number): Promise<void> {
  if (waitMs <= 0) return;
  if (performance.now() + waitMs > endsAt) {
    throw new AdminApiProblem('THROTTLED', "The shop's budget at Shopify is used up for longer than this can wait.");
  }
  await pause(waitMs);
}
