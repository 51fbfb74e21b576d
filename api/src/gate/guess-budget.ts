import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';

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
}

interface Spent {
  readonly wrongGuesses: number;
  readonly resetsAt: Date;
}

/** Memory holds at most this many guessers; beyond it the oldest go, and the database still knows them. */
const MOST_REMEMBERED = 50_000;

/** Unknown campaigns share one row per address: made-up ids must not fill the table. */
export const UNKNOWN_CAMPAIGN = '00000000-0000-0000-0000-000000000000';

/**
 * Counts wrong guesses, not requests: thousands of right answers may come from one address. The count is in the database, for all
 * processes; in front of it stands this process's memory, which also makes guesses that run side by side here count one by one.
 */
export class GuessBudget {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;
  readonly #settings: GuessBudgetSettings;
  readonly #remembered = new Map<string, Spent>();

  constructor(prisma: PrismaClient, seal: Seal, settings: GuessBudgetSettings) {
    this.#prisma = prisma;
    this.#seal = seal;
    this.#settings = settings;
  }

  /** Brings what other processes counted into this one's memory. */
  async refresh(guesser: Guesser): Promise<void> {
    if (this.retryAt(guesser) !== null) return;
    const { campaignId } = guesser;
    const where = { campaignId_addressDigest: { campaignId, addressDigest: this.#digest(guesser) } };
    const row = await this.#prisma.guessBudget.findUnique({ where });
    if (row) this.#remember(guesser, row);
  }

  /** When this guesser may try again; null when there is budget left. */
  retryAt(guesser: Guesser): Date | null {
    const spent = this.#current(guesser);
    return spent !== null && spent.wrongGuesses >= this.#settings.wrongGuesses ? spent.resetsAt : null;
  }

  /** Counts a wrong guess; answers when the count has committed. */
  async countWrongGuess(guesser: Guesser): Promise<void> {
    const spent = this.#current(guesser);
    const resetsAt = spent?.resetsAt ?? new Date(Date.now() + this.#settings.windowMs);
    this.#remember(guesser, { wrongGuesses: (spent?.wrongGuesses ?? 0) + 1, resetsAt });
    const [row] = await this.#prisma.$queryRaw<Spent[]>`
      INSERT INTO "GuessBudget" AS known ("campaignId", "addressDigest", "wrongGuesses", "resetsAt")
      VALUES (${guesser.campaignId}::uuid, ${this.#digest(guesser)}, 1, ${resetsAt})
      ON CONFLICT ("campaignId", "addressDigest") DO UPDATE SET
        "wrongGuesses" = CASE WHEN known."resetsAt" <= now() THEN 1 ELSE known."wrongGuesses" + 1 END,
        "resetsAt" = CASE WHEN known."resetsAt" <= now() THEN excluded."resetsAt" ELSE known."resetsAt" END
      RETURNING "wrongGuesses", "resetsAt"`;
    if (row) this.#remember(guesser, row);
  }

  /** Forgets the counts that have run out. */
  async sweep(): Promise<void> {
    await this.#prisma.guessBudget.deleteMany({ where: { resetsAt: { lte: new Date() } } });
  }

  #current(guesser: Guesser): Spent | null {
    const spent = this.#remembered.get(keyOf(guesser));
    return spent && spent.resetsAt.getTime() > Date.now() ? spent : null;
  }

  /** A count never goes down within its window: an answer of the database may be older than what memory counted since. */
  #remember(guesser: Guesser, { wrongGuesses, resetsAt }: Spent): void {
    const key = keyOf(guesser);
    const counted = this.#current(guesser)?.wrongGuesses ?? 0;
    this.#remembered.delete(key);
    this.#remembered.set(key, { wrongGuesses: Math.max(wrongGuesses, counted), resetsAt });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
  }

  #digest({ visitorAddress }: Guesser): Uint8Array<ArrayBuffer> {
    return this.#seal.digest('visitor-address', visitorAddress);
  }
}

function keyOf({ campaignId, visitorAddress }: Guesser): string {
  return `${campaignId} ${visitorAddress}`;
}
