import type { PrismaClient } from '../../../prisma/client/client.ts';
import { createGroupCommit, type GroupCommit } from '../platform/group-commit.ts';

/** A wrong guess, to be counted for one address or for all of a campaign's together. */
export interface WrongGuess {
  readonly campaignId: string;
  /** Keyed HMAC of whom it is counted for. */
  readonly addressDigest: Uint8Array<ArrayBuffer>;
  /** When a count that begins with this guess starts anew. */
  readonly resetsAt: Date;
}

/** How many wrong guesses there were, and when the count starts anew. */
export interface Spent {
  readonly wrongGuesses: number;
  readonly resetsAt: Date;
}

/** Counts a wrong guess; answers with the count over all processes when it has committed. */
export type WrongGuessRecorder = GroupCommit<WrongGuess, Spent>;

const SETTINGS = { largestGroup: 1_000, inFlight: 1 };

/** Wrong guesses of concurrent requests are counted by one statement. */
export function createWrongGuessRecorder(prisma: PrismaClient): WrongGuessRecorder {
  return createGroupCommit<WrongGuess, Spent>(async (guesses) => {
    const counts = new Map<string, { guess: WrongGuess; count: number }>();
    for (const guess of guesses) {
      const counted = counts.get(keyOf(guess));
      counts.set(keyOf(guess), { guess, count: (counted?.count ?? 0) + 1 });
    }
    const spent = await addGuesses(
      prisma,
      [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted),
    );
    return guesses.map((guess) => spent.get(keyOf(guess)) ?? { wrongGuesses: 1, resetsAt: guess.resetsAt });
  }, SETTINGS);
}

/** Prisma has no word for adding to rows that may not be there. They come in one order, so that processes never wait in a ring. */
async function addGuesses(prisma: PrismaClient, counts: { guess: WrongGuess; count: number }[]) {
  const rows = await prisma.$queryRaw<(Spent & Pick<WrongGuess, 'campaignId' | 'addressDigest'>)[]>`
    INSERT INTO "GuessBudget" AS known ("campaignId", "addressDigest", "wrongGuesses", "resetsAt")
    SELECT * FROM unnest(
      ${counts.map(({ guess }) => guess.campaignId)}::uuid[],
      ${counts.map(({ guess }) => guess.addressDigest)}::bytea[],
      ${counts.map(({ count }) => count)}::int[],
      ${counts.map(({ guess }) => guess.resetsAt)}::timestamptz[])
    ON CONFLICT ("campaignId", "addressDigest") DO UPDATE SET
      "wrongGuesses" = CASE WHEN known."resetsAt" <= now() THEN excluded."wrongGuesses"
                            ELSE known."wrongGuesses" + excluded."wrongGuesses" END,
      "resetsAt" = CASE WHEN known."resetsAt" <= now() THEN excluded."resetsAt" ELSE known."resetsAt" END
    RETURNING "campaignId", "addressDigest", "wrongGuesses", "resetsAt"`;
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function keyOf({ campaignId, addressDigest }: Pick<WrongGuess, 'campaignId' | 'addressDigest'>): string {
  return `${campaignId} ${Buffer.from(addressDigest).toString('base64')}`;
}
