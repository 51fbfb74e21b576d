import type { LeasedReceipt } from '../receipts/receipt.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So many questions to the vendor a sample may cost, and a batch of looks. */
const SAMPLE_READS = 10;
const LARGEST_SAMPLE = 100;
const LOOK_READS = 20;
/** When somebody is looked for whom a look did not find, by how often they were looked for before. */
const AGAIN_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE];
/** For whoever has to confirm at the vendor: ages at which they are looked for; then daily. */
const CONFIRMATION_AGES_MS = [10 * MINUTE, HOUR];
const CONFIRMATION_ENDS_MS = 30 * DAY;

/** How many of a batch are looked for soon. `readSize`: how many people one question to the vendor is about. */
export function sampleSize(readSize: number): number {
  return Math.min(LARGEST_SAMPLE, SAMPLE_READS * readSize);
}

/** How many are looked for in one go, so that looking does not keep sending waiting for long. */
export function lookSize(readSize: number): number {
  return LOOK_READS * readSize;
}

/**
 * When accepted people are looked for first: the sample of a batch after 30 seconds, the others together within the hour. `chance`: 0 to
 * 1, the same for all of the batch.
 */
export function firstLookIn(isInSample: boolean, chance: number): number {
  return isInSample ? 30 * SECOND : Math.round(10 * MINUTE + chance * 40 * MINUTE);
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
