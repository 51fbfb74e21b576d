/** An event whose last attempt failed. */
export interface FailingEvent {
  /** When its present row of failures began; null: with this one. */
  readonly failingSince: Date | null;
  /** By the database's clock. */
  readonly now: Date;
}

const SHORTEST_MS = 2_000;
const LONGEST_MS = 3_600_000;
const GIVES_UP_AFTER_MS = 72 * 3_600_000;

/**
 * In how many milliseconds to try again; null: not by itself any more. The room for the wait doubles with the time that was waited
 * already, from 2 seconds to an hour, and the wait is anywhere in its upper half, so that events that failed together do
 * not come back together.
 */
export function nextAttemptIn({ failingSince, now }: FailingEvent, random: () => number = Math.random): number | null {
  const failedForMs = failingSince ? now.getTime() - failingSince.getTime() : 0;
  if (failedForMs >= GIVES_UP_AFTER_MS) return null;
  const roomMs = Math.min(Math.max(2 * failedForMs, SHORTEST_MS), LONGEST_MS);
  return Math.round(roomMs * (0.5 + random() / 2));
}
