import type { PlanStore, WalkPlace } from './plan.store.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A sign-up's transaction ends within this after the time that its row bears, by the database's clock. */
const CREATED_MS = MINUTE;
/** Proofs from before the database's clock timed them bear the time of a process, which may be this wrong. */
const CONFIRMED_MS = 15 * MINUTE;
const WIDE_LOOK_EVERY_MS = MINUTE;
const REOPEN_EVERY_MS = 5 * SECOND;
const WALK_EVERY_MS = 60 * MINUTE;
/** Sign-ups in one step of a walk, and receipts in one look at the recent: a statement has to end in time, on whatever machine. */
const STEP = { first: 200, smallest: 20, largest: 1_000 };
/** After so many new receipts the database's statistics are looked at; then after twice as many, and so on. */
const FIRST_STATISTICS = 250;

/**
 * What a pass left: MORE: the next one should come at once. DONE: nothing. ELSEWHERE: another process is planning, and need not be disturbed for
 * some seconds: it goes on as long as there is anything.
 */
export type PassEnd = 'MORE' | 'DONE' | 'ELSEWHERE';

/**
 * Asks which sign-ups have no receipt where they should have one, and makes it: a sign-up itself enqueues nothing. What is recent is
 * looked at in every pass, everything at the start, hourly, and where a back-fill was asked for.
 */
export class Planner {
  readonly #store: PlanStore;
  /** The database's time of the last look at recent sign-ups; null: none yet. */
  #since: Date | null = null;
  #reopenedSince: Date | null = null;
  readonly #walks = new Map<string, WalkPlace>();
  readonly #seenBackfills = new Map<string, number>();
  #step = STEP.first;
  #nextWide = 0;
  #nextReopen = 0;
  #nextWalk = 0;
  #planned = 0;
  #nextStatistics = FIRST_STATISTICS;

  constructor(store: PlanStore) {
    this.#store = store;
  }

  /** One pass. */
  async pass(): Promise<PassEnd> {
    try {
      const end = await this.#plan();
      this.#step = Math.min(2 * this.#step, STEP.largest);
      return end;
    } catch (fault) {
      this.#step = Math.max(Math.floor(this.#step / 4), STEP.smallest);
      throw fault;
    }
  }

  async #plan(): Promise<PassEnd> {
    const now = await this.#store.now();
    this.#since ??= now;
    this.#reopenedSince ??= now;
    const recent = await this.#lookAtRecent(now, this.#since);
    // Nor does it reopen anything: ten processes that each looked at all of a rush for it would take the time from those who send.
    if (recent === 'ELSEWHERE') return recent;
    await this.#reopen(now, this.#reopenedSince);
    await this.#chooseWalks(now);
    if (!(await this.#walkOn())) return 'ELSEWHERE';
    await this.#refreshStatistics();
    return this.#walks.size > 0 ? 'MORE' : recent;
  }

  /** MORE: it was more than one look may make, and the same is looked at again. */
  async #lookAtRecent(now: Date, since: Date): Promise<PassEnd> {
    const isWide = performance.now() >= this.#nextWide;
    const confirmedMs = isWide ? CONFIRMED_MS : CREATED_MS;
    const count = await this.#store.planRecent({ since, createdMs: CREATED_MS, confirmedMs }, this.#step);
    if (count === null) return 'ELSEWHERE';
    this.#planned += count;
    if (count >= this.#step) return 'MORE';
    this.#since = now;
    if (isWide) this.#nextWide = performance.now() + WIDE_LOOK_EVERY_MS;
    return 'DONE';
  }

  async #reopen(now: Date, since: Date): Promise<void> {
    if (performance.now() < this.#nextReopen) return;
    await this.#store.reopenRecent(since, CREATED_MS);
    this.#reopenedSince = now;
    this.#nextReopen = performance.now() + REOPEN_EVERY_MS;
  }

  async #refreshStatistics(): Promise<void> {
    if (this.#planned < this.#nextStatistics) return;
    this.#nextStatistics = 2 * this.#planned;
    await this.#store.refreshStatistics(this.#planned);
  }

  async #chooseWalks(now: Date): Promise<void> {
    for (const { shop, campaignId, destination, audience, askedAt } of await this.#recentBackfills(now)) {
      const key = [shop, campaignId, destination, audience].join(' ');
      if (this.#seenBackfills.get(key) === askedAt.getTime()) continue;
      this.#seenBackfills.set(key, askedAt.getTime());
      this.#walks.set(shop, null);
    }
    if (performance.now() < this.#nextWalk) return;
    for (const shop of await this.#store.connectedShops()) this.#walks.set(shop, null);
    this.#nextWalk = performance.now() + WALK_EVERY_MS;
  }

  #recentBackfills(now: Date) {
    return this.#store.backfillsSince(new Date(now.getTime() - CONFIRMED_MS));
  }

  /** One step of one walk, if there is any. False: another process is planning. */
  async #walkOn(): Promise<boolean> {
    const [walk] = this.#walks;
    if (!walk) return true;
    const [shop, from] = walk;
    const walked = await this.#store.walk(shop, from, this.#step);
    if (!walked) return false;
    this.#planned += walked.count;
    this.#walks.delete(shop);
    if (walked.to) this.#walks.set(shop, walked.to);
    return true;
  }
}
