import type { LeasedReceipt } from '../receipt.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const SAMPLE = 100;
/** When somebody is looked for whom a look did not find, by how often they were looked for before. */
const AGAIN_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE];
/** For whoever has to confirm at the vendor: ages at which they are looked for; then daily. */
const CONFIRMATION_AGES_MS = [10 * MINUTE, HOUR];
const CONFIRMATION_ENDS_MS = 30 * DAY;

/**
 * When accepted people are looked for first: a sample of a batch after 30 seconds, the others together within the hour. `place` is
 * one's place in the batch, `chance` 0 to 1 and the same for all of it.
 */
export function firstLookIn(place: number, chance: number): number {
  return place < SAMPLE ? 30 * SECOND : Math.round(10 * MINUTE + chance * 40 * MINUTE);
}

/** When somebody who was seen is looked for once more, to notice who vanished. */
export const SECOND_LOOK_MS = 20 * HOUR;

/** When somebody who was not found is looked for again; null: that was the last time. */
export function lookAgainIn({ looks }: Pick<LeasedReceipt, 'looks'>): number | null {
  return AGAIN_MS[looks] ?? null;
}

/** When somebody who has to confirm at the vendor is looked for again; null: thirty days are over. */
export function confirmationLookIn({ acceptedAt, now }: Pick<LeasedReceipt, 'acceptedAt' | 'now'>): number | null {
  const ageMs = acceptedAt ? now.getTime() - acceptedAt.getTime() : 0;
  if (ageMs >= CONFIRMATION_ENDS_MS) return null;
  const next = CONFIRMATION_AGES_MS.find((age) => age > ageMs + MINUTE);
  return next === undefined ? DAY : next - ageMs;
}
