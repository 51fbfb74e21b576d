const SHORTEST_MS = 5_000;
const LONGEST_MS = 300_000;

/**
 * In how many milliseconds to try again after so many failures in a row. The room doubles from 5 seconds to 5 minutes, and the wait is
 * anywhere in its upper half, so that shops that failed together do not come back together.
 */
export function nextTryIn(failures: number, random: () => number = Math.random): number {
  const roomMs = Math.min(SHORTEST_MS * 2 ** Math.max(failures - 1, 0), LONGEST_MS);
  return Math.round(roomMs / 2 + (random() * roomMs) / 2);
}
