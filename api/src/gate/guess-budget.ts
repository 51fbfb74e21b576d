import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';
import { createWrongGuessReader, type WrongGuessReader } from './wrong-guess.reader.ts';
import { createWrongGuessRecorder, type Spent, type WrongGuessRecorder } from './wrong-guess.recorder.ts';

/** One address at one campaign. */
export interface Guesser {
  readonly campaignId: string;
  readonly visitorAddress: string;
}

export interface GuessBudgetSettings {
  /** What is guessed: wrong guesses at the one are none at the other. */
  readonly at: 'passwords' | 'guests';
  /** How many wrong guesses an address has at a campaign within the window. */
  readonly wrongGuesses: number;
  /** Milliseconds from the first wrong guess until the count starts anew. */
  readonly windowMs: number;
  /** How many wrong guesses all addresses together have at a campaign within an hour, before newcomers are slowed down. */
  readonly campaignWrongGuesses: number;
}

/** Memory holds at most this many guessers; beyond it the oldest go, and the database still knows them. */
const MOST_REMEMBERED = 50_000;

/**
 * Who had no wrong guess on record is not asked about again for so many milliseconds: a guesser who goes from process to process may
 * gain one guess by it at each, and no more, since each count tells what all processes counted.
 */
const CLEAN_MS = 1_000;

/** For whom a campaign's wrong guesses are counted together; no address looks like it. */
const EVERYBODY = 'everybody';
const CAMPAIGN_WINDOW_MS = 3_600_000;

/** Once a campaign's budget is spent, an address that has guessed wrong waits this long between guesses. */
const SLOW_GUESS_MS = 60_000;

/** The purposes for which addresses are digested: under different ones an address is counted as if it were two. */
const DIGESTS = { passwords: 'visitor-address', guests: 'visitor-address-at-guest-list' };

/** Unknown campaigns share one row per address: made-up ids must not fill the table. */
export const UNKNOWN_CAMPAIGN = '00000000-0000-0000-0000-000000000000';

interface Remembered extends Spent {
  readonly lastAt: number;
}

/**
 * Counts wrong guesses, not requests: thousands of right answers may come from one address. The count is in the database, for all
 * processes; in front of it stands this process's memory, which also makes guesses that run side by side here count one by one.
 * A campaign under attack from many addresses slows down who guesses wrong, and never keeps out a right answer of somebody who
 * has not.
 */
export class GuessBudget {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;
  readonly #settings: GuessBudgetSettings;
  readonly #record: WrongGuessRecorder;
  readonly #read: WrongGuessReader;
  readonly #remembered = new Map<string, Remembered>();
  /** When guessers were last found to have no wrong guess on record, by `performance.now()`. */
  readonly #clean = new Map<string, number>();

  constructor(prisma: PrismaClient, seal: Seal, settings: GuessBudgetSettings) {
    this.#prisma = prisma;
    this.#seal = seal;
    this.#settings = settings;
    this.#record = createWrongGuessRecorder(prisma);
    this.#read = createWrongGuessReader(prisma);
  }

  /** Brings what other processes counted into this one's memory, for the most part: who guesses right over and over costs no question. */
  async refresh(guesser: Guesser): Promise<void> {
    if (this.retryAt(guesser) !== null || this.#isClean(guesser)) return;
    const askedAt = performance.now();
    const [own] = await Promise.all([guesser, everybodyAt(guesser.campaignId)].map((one) => this.#readInto(one)));
    if (own === null) keepLatest(this.#clean, keyOf(guesser), askedAt);
  }

  /** When this guesser may try again; null when there is budget left. */
  retryAt(guesser: Guesser): Date | null {
    const spent = this.#current(guesser);
    if (spent === null) return null;
    if (spent.wrongGuesses >= this.#settings.wrongGuesses) return spent.resetsAt;
    const nextAt = spent.lastAt + SLOW_GUESS_MS;
    return this.#isUnderAttack(guesser.campaignId) && nextAt > Date.now() ? new Date(nextAt) : null;
  }

  /** Counts a wrong guess; answers when the count has committed. */
  async countWrongGuess(guesser: Guesser): Promise<void> {
    await Promise.all([
      this.#count(guesser, this.#settings.windowMs),
      this.#count(everybodyAt(guesser.campaignId), CAMPAIGN_WINDOW_MS),
    ]);
  }

  /** Forgets the counts that have run out. */
  async sweep(): Promise<void> {
    await this.#prisma.guessBudget.deleteMany({ where: { resetsAt: { lte: new Date() } } });
  }

  #isClean(guesser: Guesser): boolean {
    const since = this.#clean.get(keyOf(guesser));
    return since !== undefined && performance.now() - since < CLEAN_MS && this.#current(guesser) === null;
  }

  async #readInto(guesser: Guesser): Promise<Spent | null> {
    const addressDigest = this.#digest(guesser);
    const spent = await this.#read({ campaignId: guesser.campaignId, addressDigest });
    if (spent) this.#remember(guesser, spent);
    return spent;
  }

  async #count(guesser: Guesser, windowMs: number): Promise<void> {
    const spent = this.#current(guesser);
    const resetsAt = spent?.resetsAt ?? new Date(Date.now() + windowMs);
    this.#remember(guesser, { wrongGuesses: (spent?.wrongGuesses ?? 0) + 1, resetsAt }, Date.now());
    const { campaignId } = guesser;
    this.#remember(guesser, await this.#record({ campaignId, addressDigest: this.#digest(guesser), resetsAt }));
  }

  #isUnderAttack(campaignId: string): boolean {
    const wrongGuesses = this.#current(everybodyAt(campaignId))?.wrongGuesses ?? 0;
    return wrongGuesses >= this.#settings.campaignWrongGuesses;
  }

  #current(guesser: Guesser): Remembered | null {
    const spent = this.#remembered.get(keyOf(guesser));
    return spent && spent.resetsAt.getTime() > Date.now() ? spent : null;
  }

  /** A count never goes down within its window: an answer of the database may be older than what memory counted since. */
  #remember(guesser: Guesser, { wrongGuesses, resetsAt }: Spent, lastAt?: number): void {
    const known = this.#current(guesser);
    keepLatest(this.#remembered, keyOf(guesser), {
      wrongGuesses: Math.max(wrongGuesses, known?.wrongGuesses ?? 0),
      resetsAt,
      // Another process's guess has no time on record: taken for now, it slows down rather than lets through.
      lastAt: lastAt ?? known?.lastAt ?? Date.now(),
    });
  }

  #digest({ visitorAddress }: Guesser): Uint8Array<ArrayBuffer> {
    return this.#seal.digest(DIGESTS[this.#settings.at], visitorAddress);
  }
}

function keepLatest<Value>(memory: Map<string, Value>, key: string, value: Value): void {
  memory.delete(key);
  memory.set(key, value);
  const [oldest] = memory.keys();
  if (memory.size > MOST_REMEMBERED && oldest !== undefined) memory.delete(oldest);
}

function everybodyAt(campaignId: string): Guesser {
  return { campaignId, visitorAddress: EVERYBODY };
}

function keyOf({ campaignId, visitorAddress }: Guesser): string {
  return `${campaignId} ${visitorAddress}`;
}
