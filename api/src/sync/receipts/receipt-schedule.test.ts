import { expect, test } from 'vitest';
import { nextTryIn } from './receipt-schedule.ts';

const HOUR = 3_600_000;
const NOW = new Date('2026-11-22T12:00:00Z');
const latest = () => 1 - Number.EPSILON;

function failing(forMs: number, retryAfterMs: number | null = null) {
  return { failingSince: new Date(NOW.getTime() - forMs), now: NOW, retryAfterMs };
}

/** The waits of one receipt whose vendor never answers, and the whole time until it is parked. */
function waitsOf(random: () => number): { waits: number[]; total: number } {
  const waits: number[] = [];
  let total = 0;
  for (let wait = nextTryIn(failing(total), random); wait !== null; wait = nextTryIn(failing(total), random)) {
    waits.push(wait);
    total += Math.max(wait, 1);
  }
  return { waits, total };
}

test('the first wait after a failure is at most five seconds, and may be none', () => {
  expect(nextTryIn({ failingSince: null, now: NOW, retryAfterMs: null }, latest)).toBe(5_000);
  expect(nextTryIn({ failingSince: null, now: NOW, retryAfterMs: null }, () => 0)).toBe(0);
});

test('waits grow by a factor and never beyond an hour', () => {
  const { waits } = waitsOf(latest);
  const growing = waits.slice(0, waits.indexOf(HOUR));

  expect(Math.max(...waits)).toBe(HOUR);
  expect(growing.slice(1).every((wait, place) => wait >= 1.9 * (growing[place] ?? 0))).toBe(true);
});

test('receipts that failed together come back spread over the whole wait', () => {
  const early = nextTryIn(failing(10 * HOUR), () => 0.01);
  const late = nextTryIn(failing(10 * HOUR), () => 0.99);

  expect([early, late]).toEqual([0.01 * HOUR, 0.99 * HOUR]);
});

test('a receipt is tried for three days and then parked', () => {
  const { total, waits } = waitsOf(latest);

  expect(total).toBeGreaterThanOrEqual(72 * HOUR);
  expect(total).toBeLessThan(74 * HOUR);
  expect(waits.length).toBeGreaterThan(70);
  expect(nextTryIn(failing(72 * HOUR - 1), latest)).toBe(HOUR);
  expect(nextTryIn(failing(72 * HOUR))).toBeNull();
});

test('what the vendor asks for wins when it is longer, and not when it is shorter', () => {
  expect(nextTryIn(failing(0, 90_000), latest)).toBe(90_000);
  expect(nextTryIn(failing(0, 1_000), latest)).toBe(5_000);
  expect(nextTryIn(failing(HOUR, 2 * HOUR), latest)).toBe(2 * HOUR);
});
