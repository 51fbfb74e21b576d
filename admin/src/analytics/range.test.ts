import { expect, test } from 'vitest';
import { rangeOf } from './range.ts';

const now = new Date('2026-10-26T00:30:00Z');

test.each([
  // In Berlin it is half past one in the morning of the 26th; the day before had 25 hours.
  ['today', 'Europe/Berlin', { interval: 'HOUR', from: '2026-10-25T23:00:00.000Z' }],
  ['week', 'Europe/Berlin', { interval: 'DAY', from: '2026-10-19T22:00:00.000Z' }],
  // In New York it is still the 25th.
  ['today', 'America/New_York', { interval: 'HOUR', from: '2026-10-25T04:00:00.000Z' }],
  ['month', 'Asia/Kolkata', { interval: 'DAY', from: '2026-09-26T18:30:00.000Z' }],
  ['all', 'Asia/Kolkata', { interval: 'DAY', from: null }],
] as const)('%s in %s begins at the shop’s own midnight', (preset, zone, range) => {
  expect(rangeOf(preset, zone, now)).toEqual(range);
});
