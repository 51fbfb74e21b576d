import { expect, test } from 'vitest';
import { statusOnceActive } from './expected-status.ts';

const now = Date.parse('2026-11-27T10:00:00Z');
const open = { startsAt: null, endsAt: null, capacity: null, totalPasses: 3 };

test.each([
  ['whose window is open', {}, 'LIVE'],
  ['whose window begins this instant', { startsAt: '2026-11-27T10:00:00Z' }, 'LIVE'],
  ['whose window is to come', { startsAt: '2026-11-27T10:00:01Z' }, 'SCHEDULED'],
  ['whose window ends this instant', { endsAt: '2026-11-27T10:00:00Z' }, 'ENDED'],
  ['with a place left', { capacity: 4 }, 'LIVE'],
  ['with all places taken', { capacity: 3 }, 'FULL'],
])('a campaign %s is shown as the API will call it', (_which, part, status) => {
  expect(statusOnceActive({ ...open, ...part }, now)).toBe(status);
});
