import { expect, test } from 'vitest';
import { confirmationLookIn, firstLookIn, lookAgainIn, lookSize, SECOND_LOOK_MS, sampleSize } from './read-back.ts';
import { ago, NOW } from './receipt.fixture.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test('a sample is looked for after half a minute, the others within the hour, everybody once more within a day', () => {
  expect(firstLookIn(true, 0.9)).toBe(MINUTE / 2);
  for (const chance of [0, 0.5, 0.999]) {
    expect(firstLookIn(false, chance)).toBeGreaterThan(MINUTE / 2);
    expect(firstLookIn(false, chance)).toBeLessThan(HOUR);
    expect(firstLookIn(false, chance) + SECOND_LOOK_MS).toBeLessThan(DAY);
  }
});

test('a vendor that is asked for people one by one is asked for few at once', () => {
  expect([sampleSize(100), sampleSize(1)]).toEqual([100, 10]);
  expect(lookSize(1)).toBeLessThan(100);
});

test('who was not found is looked for after 1, 5 and 30 minutes, and then no more', () => {
  expect([0, 1, 2, 3, 4].map((looks) => lookAgainIn({ looks }))).toEqual([MINUTE, 5 * MINUTE, 30 * MINUTE, null, null]);
});

test('who has to confirm is looked for after ten minutes, an hour, and then daily for thirty days', () => {
  const looks: number[] = [];
  for (let ageMs = MINUTE / 2; ; ) {
    const next = confirmationLookIn({ acceptedAt: ago(ageMs), now: NOW });
    if (next === null) break;
    ageMs += next;
    looks.push(ageMs);
  }
  expect(looks.slice(0, 3)).toEqual([10 * MINUTE, HOUR, HOUR + DAY]);
  expect(looks).toHaveLength(32);
  expect(looks.at(-1)).toBeGreaterThanOrEqual(30 * DAY);
});

test('a look that comes late is not followed by another at once', () => {
  expect(confirmationLookIn({ acceptedAt: ago(9.5 * MINUTE), now: NOW })).toBe(50.5 * MINUTE);
  expect(confirmationLookIn({ acceptedAt: null, now: NOW })).toBe(10 * MINUTE);
});
