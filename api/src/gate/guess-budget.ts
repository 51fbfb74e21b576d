import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';
import { createWrongGuessRecorder, type Spent, type WrongGuessRecorder } from './wrong-guess.recorder.ts';

/** One address at one campaign. */
export interface Guesser {
  readonly campaignId: string;
  readonly visitorAddress: string;
}

export interface GuessBudgetSettings {
  /** How many wrong guesses an address has at a campaign within the window. */
  readonly wrongGuesses: number;
  /** Milliseconds from the first wrong guess until the count starts anew. */
  readonly windowMs: number;
  /** How many wrong guesses all addresses together have at a campaign within an hour, before newcomers are slowed down. */
  readonly campaignWrongGuesses: number;
}

/** Memory holds at most this many guessers; beyond it the oldest go, and the database still knows them. */
const MOST_REMEMBERED = 50_000;

/** For whom a campaign's wrong guesses are counted together; no address looks like it. */
const EVERYBODY = 'everybody';
const CAMPAIGN_WINDOW_MS = 3_600_000;

/** Once a campaign's budget is spent, an address that has guessed wrong waits this long between guesses. */
const SLOW_GUESS_MS = 60_000;

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
  readonly #remembered = new Map<string, Remembered>();

  constructor(prisma: PrismaClient, seal: Seal, settings: GuessBudgetSettings) {
    this.#prisma = prisma;
    this.#seal = seal;
    this.#settings = settings;
    this.#record = createWrongGuessRecorder(prisma);
  }

  /** Brings what other processes counted into this one's memory. */
  async refresh(guesser: Guesser): Promise<void> {
    if (this.retryAt(guesser) !== null) return;
    const { campaignId } = guesser;
    const both = [guesser, everybodyAt(campaignId)];
    const digests = both.map((one) => this.#digest(one));
    const where = { campaignId, addressDigest: { in: digests } };
    for (const row of await this.#prisma.guessBudget.findMany({ where })) {
      const place = digests.findIndex((digest) => Buffer.compare(digest, row.addressDigest) === 0);
      const one = both[place];
      if (one) this.#remember(one, row);
    }
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
    const key = keyOf(guesser);
    const known = this.#current(guesser);
    this.#remembered.delete(key);
    this.#remembered.set(key, {
      wrongGuesses: Math.max(wrongGuesses, known?.wrongGuesses ?? 0),
      resetsAt,
      // Another process's guess has no time on record: taken for now, it slows down rather than lets through.
      lastAt: lastAt ?? known?.lastAt ?? Date.now(),
    });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
  }

  #digest({ visitorAddress }: Guesser): Uint8Array<ArrayBuffer> {
    return this.#seal.digest('visitor-address', visitorAddress);
  }
}

function everybodyAt(campaignId: string): Guesser {
  return { campaignId, visitorAddress: EVERYBODY };
}

function keyOf({ campaignId, visitorAddress }: Guesser): string {
  return `${campaignId} ${visitorAddress}`;
}
