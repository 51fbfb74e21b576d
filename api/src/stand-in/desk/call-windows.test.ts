import { expect, test } from 'vitest';
import { type CallLimit, CallWindows } from './call-windows.ts';

const MINUTE = 60_000;
/** Half a second before a minute of the clock ends. */
const LATE = 1000 * MINUTE - 500;

/** Fills the minute, and says whether a call is allowed at later times. */
function allowedLater(window: CallLimit['window'], ...laterMs: number[]): boolean[] {
  const windows = new CallWindows();
  const limit = { bucket: 'tags', perMinute: 60, window };
  for (let calls = 0; calls < 60; calls++) windows.take('A', limit, LATE);
  return laterMs.map((ms) => windows.take('A', limit, LATE + ms).isAllowed);
}

test('a fixed window is empty with the next minute of the clock, a sliding one a minute after the call', () => {
  expect(allowedLater('FIXED', 0, 499, 500)).toEqual([false, false, true]);
  expect(allowedLater('SLIDING', 0, 500, MINUTE - 1, MINUTE)).toEqual([false, false, false, true]);
});

test('a refused call counts nothing, and says when it may be made', () => {
  const windows = new CallWindows();
  const limit = { bucket: 'get_accounts', perSecond: 1, perMinute: 15, window: 'FIXED' } as const;
  const start = 1000 * MINUTE;

  expect(windows.take('A', limit, start)).toEqual({ isAllowed: true, remaining: 0, resetSeconds: 1 });
  for (let calls = 0; calls < 50; calls++) expect(windows.take('A', limit, start + 10).isAllowed).toBe(false);
  for (let second = 1; second < 15; second++) windows.take('A', limit, start + second * 1000);

  expect(windows.take('A', limit, start + 15_000)).toEqual({ isAllowed: false, remaining: 0, resetSeconds: 45 });
  expect(windows.take('A', limit, start + MINUTE).isAllowed).toBe(true);
});

test('accounts and operations have windows of their own, and the fullest one is remembered', () => {
  const windows = new CallWindows();
  const limit = { bucket: 'lists', perMinute: 10, window: 'FIXED' } as const;
  for (let calls = 0; calls < 8; calls++) windows.take('A', limit, LATE);
  windows.take('A', { ...limit, bucket: 'events' }, LATE);
  windows.take('B', limit, LATE);

  expect([windows.peak('A'), windows.peak('B'), windows.peak('C')]).toEqual([0.8, 0.1, 0]);
});
