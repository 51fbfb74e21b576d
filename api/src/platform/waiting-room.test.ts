import { expect, test } from 'vitest';
import { OverloadError } from './unavailable.ts';
import { WaitingRoom } from './waiting-room.ts';

/** Work that ends when the test says so, and says when it began. */
function aTask() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const task = { hasBegun: false, end: resolve, work: () => begin() };
  function begin(): Promise<void> {
    task.hasBegun = true;
    return promise;
  }
  return task;
}

test('no more work at once than may, and the next begins when one ends, in the order in which they came', async () => {
  const room = new WaitingRoom({ atOnce: 2, seats: 10, patienceMs: 60_000 });
  const tasks = [aTask(), aTask(), aTask(), aTask()] as const;
  const done = tasks.map(({ work }) => room.admit(work));

  expect(tasks.map(({ hasBegun }) => hasBegun)).toEqual([true, true, false, false]);
  tasks[1].end();
  await done[1];
  await new Promise(setImmediate);
  expect(tasks.map(({ hasBegun }) => hasBegun)).toEqual([true, true, true, false]);

  for (const { end } of tasks) end();
  await Promise.all(done);
  expect(tasks[3].hasBegun).toBe(true);
});

test('who finds every seat taken is sent away at once, and who has a seat is served', async () => {
  const room = new WaitingRoom({ atOnce: 1, seats: 1, patienceMs: 60_000 });
  const [first, second, third] = [aTask(), aTask(), aTask()];
  const served = [room.admit(first.work), room.admit(second.work)];

  await expect(room.admit(third.work)).rejects.toBeInstanceOf(OverloadError);

  first.end();
  second.end();
  await Promise.all(served);
  expect(third.hasBegun).toBe(false);
});

test('whose patience ends is sent away without having begun, and takes nobody’s place', async () => {
  const room = new WaitingRoom({ atOnce: 1, seats: 10, patienceMs: 1 });
  const [first, late, next] = [aTask(), aTask(), aTask()];
  const served = room.admit(first.work);

  await expect(room.admit(late.work)).rejects.toBeInstanceOf(OverloadError);
  first.end();
  await served;
  next.end();
  await room.admit(next.work);

  expect(late.hasBegun).toBe(false);
});

test('work that fails makes room as well', async () => {
  const room = new WaitingRoom({ atOnce: 1, seats: 10, patienceMs: 60_000 });
  await expect(room.admit(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await room.admit(async () => 'served')).toBe('served');
});
