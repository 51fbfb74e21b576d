import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CrowdLog } from './crowd-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('thousands who are sent away are told of in one line, and those after them in the next', () => {
  const lines: unknown[] = [];
  const crowd = new CrowdLog({ warn: (line: unknown) => void lines.push(line) });

  for (let visitor = 0; visitor < 3_000; visitor += 1) crowd.count();
  vi.advanceTimersByTime(5_000);
  crowd.count();
  vi.advanceTimersByTime(60_000);

  expect(lines).toEqual([
    { sentAway: 3_000, withinMs: 5_000 },
    { sentAway: 1, withinMs: 5_000 },
  ]);
});
