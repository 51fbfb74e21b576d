import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { laterByTheClock } from './later-by-the-clock.ts';

const hour = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is to come in an hour comes in an hour, and once', () => {
  const ring = vi.fn();
  laterByTheClock(ring, hour);

  vi.advanceTimersByTime(hour - 1);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * hour);

  expect(ring).toHaveBeenCalledTimes(1);
});

test('a phone that slept meanwhile is late by seconds, not by what it slept', () => {
  const ring = vi.fn();
  laterByTheClock(ring, hour);

  // Asleep: the clock goes on and no timer does.
  vi.setSystemTime(Date.now() + hour);
  vi.advanceTimersByTime(15_000);

  expect(ring).toHaveBeenCalledTimes(1);
});

test('what was taken back does not come, also after a look at the clock', () => {
  const ring = vi.fn();
  const takeBack = laterByTheClock(ring, hour);

  vi.advanceTimersByTime(hour / 2);
  takeBack();
  vi.advanceTimersByTime(hour);

  expect(ring).not.toHaveBeenCalled();
});
