import type { PrismaClient } from '../../../prisma/client/client.ts';
import { createGroupCommit, type GroupCommit } from '../platform/group-commit.ts';
import type { Spent, WrongGuess } from './wrong-guess.recorder.ts';

/** Whose wrong guesses are asked for. */
export type Guesses = Pick<WrongGuess, 'campaignId' | 'addressDigest'>;

/** Says how many wrong guesses are on record over all processes; null: none that count. */
export type WrongGuessReader = GroupCommit<Guesses, Spent | null>;

const SETTINGS = { largestGroup: 1_000, inFlight: 1 };

interface Row extends Spent {
  /** Which of the questions it answers, counted from 1. */
  readonly place: number;
}

/** Questions of concurrent requests share a statement, as the guesses themselves do. */
export function createWrongGuessReader(prisma: PrismaClient): WrongGuessReader {
  return createGroupCommit<Guesses, Spent | null>(async (asked) => {
    // Prisma has no word for asking by pairs of columns.
    const rows = await prisma.$queryRaw<Row[]>`
      SELECT asked.place::int, known."wrongGuesses", known."resetsAt"
        FROM unnest(
          ${asked.map(({ campaignId }) => campaignId)}::uuid[],
          ${asked.map(({ addressDigest }) => addressDigest)}::bytea[]) WITH ORDINALITY AS asked(campaign, digest, place)
        JOIN "GuessBudget" known ON known."campaignId" = asked.campaign AND known."addressDigest" = asked.digest
       WHERE known."resetsAt" > now()`;
    const spent = new Map(rows.map((row) => [row.place, row]));
    return asked.map((_, index) => spent.get(index + 1) ?? null);
  }, SETTINGS);
}
