import { expect, test } from 'vitest';
import { daysOf, rangeOf, readRange, writeRange } from './range.ts';

const now = new Date('2026-10-26T00:30:00Z');

test.each([
  // In Berlin it is half past one in the morning of the 26th; the day before had 25 hours.
  ['today', 'Europe/Berlin', { interval: 'HOUR', from: '2026-10-25T23:00:00.000Z', to: null }],
  [
    'yesterday',
    'Europe/Berlin',
    { interval: 'HOUR', from: '2026-10-24T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' },
  ],
  ['week', 'Europe/Berlin', { interval: 'DAY', from: '2026-10-19T22:00:00.000Z', to: null }],
  // In New York it is still the 25th.
  ['today', 'America/New_York', { interval: 'HOUR', from: '2026-10-25T04:00:00.000Z', to: null }],
  ['month', 'Asia/Kolkata', { interval: 'DAY', from: '2026-09-26T18:30:00.000Z', to: null }],
  ['all', 'Asia/Kolkata', { interval: 'DAY', from: null, to: null }],
] as const)('%s in %s begins at the shop’s own midnight, and ends at one or now', (preset, zone, range) => {
  expect(rangeOf(preset, zone, now)).toEqual(range);
});

test('two days of the merchant’s choice are told by the hour, more of them by the day', () => {
  const days = (first: string, last: string) => rangeOf({ first, last }, 'Europe/Berlin', now);

  expect(days('2026-10-24', '2026-10-25')).toEqual({
    ...{ interval: 'HOUR', from: '2026-10-23T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' },
  });
  expect(days('2026-10-23', '2026-10-25').interval).toBe('DAY');
  expect(days('2026-10-20', '2026-11-30').to).toBeNull();
});

test.each(['today', 'all', { first: '2026-11-01', last: '2026-11-10' }] as const)(
  'the range %j is the same after it went through an address',
  (range) => {
    expect(readRange(writeRange(range))).toEqual(range);
  },
);

test.each([
  ['', '2026-11-10'],
  ['2026-02-30', '2026-03-01'],
  ['2026-11-10', '2026-11-09'],
  ['2024-01-01', '2026-11-10'],
  ['11/10/2026', '2026-11-12'],
])('from %j to %j is no range, and an address that says so shows the last seven days', (first, last) => {
  expect(daysOf(first, last)).toBeNull();
  expect(readRange(`${first}..${last}`)).toBe('week');
});
