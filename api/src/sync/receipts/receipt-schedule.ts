/** A receipt whose last attempt came to nothing. */
export interface Failing {
  /** When its present row of failures began; null: with this one. */
  readonly failingSince: Date | null;
  /** By the database's clock. */
  readonly now: Date;
  /** How long the vendor, or our own budget, asks to wait; null: nobody says. Milliseconds. */
  readonly retryAfterMs: number | null;
}

const SHORTEST_MS = 5_000;
const LONGEST_MS = 3_600_000;
const GIVES_UP_AFTER_MS = 72 * 3_600_000;

/**
 * In how many milliseconds to try again; null: not by itself any more, the receipt is parked until the merchant asks. The room for the wait
 * doubles with the time that was waited already, from 5 seconds to an hour, and the wait is anywhere in it, so that
 * receipts that failed together do not come back together. A longer wait that the vendor asks for wins.
 */
export function nextTryIn(
  { failingSince, now, retryAfterMs }: Failing,
  random: () => number = Math.random,
): number | null {
  const failedForMs = failingSince ? now.getTime() - failingSince.getTime() : 0;
  if (failedForMs >= GIVES_UP_AFTER_MS) return null;
  const roomMs = Math.min(Math.max(2 * failedForMs, SHORTEST_MS), LONGEST_MS);
  return Math.max(Math.round(random() * roomMs), retryAfterMs ?? 0);
}
