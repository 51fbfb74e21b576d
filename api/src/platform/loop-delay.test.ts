import { expect, test } from 'vitest';
import { LoopDelay } from './loop-delay.ts';

/** Looks at a clock that has gone on so far at each look. */
function after(...steps: readonly number[]): LoopDelay {
  let now = 0;
  const delay = new LoopDelay(() => now);
  for (const step of steps) {
    now += step;
    delay.look();
  }
  return delay;
}

test('a process that keeps up is not overrun, and neither is one that paused once', () => {
  expect([after(100, 101, 105).isOverrun, after(100, 9_000, 100).isOverrun]).toEqual([false, false]);
});

test('a process that is late again and again is overrun, and not any more soon after it keeps up', () => {
  const late = [800, 800, 800, 800];

  expect(after(...late).isOverrun).toBe(true);
  expect(after(...late, 100, 100, 100).isOverrun).toBe(false);
});

test('a process that does not even come to look at the clock is overrun at that moment', () => {
  let now = 0;
  const delay = new LoopDelay(() => now);

  now = 499;
  const before = delay.isOverrun;
  now = 501;

  expect([before, delay.isOverrun]).toEqual([false, true]);
});
