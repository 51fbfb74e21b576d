import { expect, test } from 'vitest';
import { createGroupCommit } from './group-commit.ts';
import { OverloadError } from './unavailable.ts';

const settings = { largestGroup: 3, inFlight: 1 };

test('concurrent items share statements, and each gets its own result', async () => {
  const groups: number[][] = [];
  const double = createGroupCommit<number, number>(async (items) => {
    groups.push([...items]);
    return items.map((item) => item * 2);
  }, settings);

  const results = await Promise.all([1, 2, 3, 4].map(double));

  expect(results).toEqual([2, 4, 6, 8]);
  expect(groups).toEqual([[1, 2, 3], [4]]);
});

test('nobody is answered before the shared statement has committed', async () => {
  let commit: (() => void) | undefined;
  const settled: number[] = [];
  const save = createGroupCommit<number, number>(async (items) => {
    await new Promise<void>((resolve) => {
      commit = resolve;
    });
    return items;
  }, settings);

  const saved = [1, 2].map(async (item) => settled.push(await save(item)));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(settled).toEqual([]);
  commit?.();
  await Promise.all(saved);

  expect(settled).toEqual([1, 2]);
});

test('a failing item fails alone, and its neighbours are saved', async () => {
  const save = createGroupCommit<number, string>(async (items) => {
    if (items.includes(2)) throw new Error('two is refused');
    return items.map(String);
  }, settings);

  const results = await Promise.allSettled([1, 2, 3].map(save));

  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a failing item is looked for by halves, in order', async () => {
  const groups: number[][] = [];
  const save = createGroupCommit<number, number>(
    async (items) => {
      groups.push([...items]);
      if (items.includes(5)) throw new Error('five is refused');
      return items;
    },
    { largestGroup: 8, inFlight: 1 },
  );

  await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map(save));

  expect(groups).toEqual([[1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4], [5, 6, 7, 8], [5, 6], [5], [6], [7, 8]]);
});

test('items of one lane go one group after the other, while other lanes go on', async () => {
  const gate = Promise.withResolvers<void>();
  const groups: string[][] = [];
  const save = createGroupCommit<string, string>(
    async (items) => {
      groups.push([...items]);
      if (items[0] === 'a1') await gate.promise;
      return items;
    },
    { largestGroup: 2, inFlight: 2, laneOf: (item) => item.charAt(0) },
  );

  const slow = ['a1', 'a2', 'a3'].map(save);
  await Promise.all(['b1', 'b2', 'b3'].map(save));
  expect(groups).toEqual([['a1', 'a2'], ['b1', 'b2'], ['b3']]);
  gate.resolve();
  await Promise.all(slow);

  expect(groups.at(-1)).toEqual(['a3']);
});

test('a lane with many waiting lets the others have their turn', async () => {
  const groups: string[][] = [];
  const save = createGroupCommit<string, string>(
    async (items) => {
      groups.push([...items]);
      return items;
    },
    { largestGroup: 1, inFlight: 1, laneOf: (item) => item.charAt(0) },
  );

  await Promise.all(['a1', 'a2', 'a3', 'b1'].map(save));

  expect(groups.flat()).toEqual(['a1', 'b1', 'a2', 'a3']);
});

test('after a failure the next items are taken as before', async () => {
  let broken = true;
  const save = createGroupCommit<number, number>(async (items) => {
    if (broken) throw new Error('the database is away');
    return items;
  }, settings);

  await expect(save(1)).rejects.toThrow('away');
  broken = false;

  await expect(save(2)).resolves.toBe(2);
});

test('while the database is away all items fail at once, and none is tried again by itself', async () => {
  let tries = 0;
  const save = createGroupCommit<number, number>(async () => {
    tries += 1;
    throw Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
  }, settings);

  const results = await Promise.allSettled([1, 2, 3].map(save));

  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(tries).toBe(1);
});

test('who waited longer than patience lasts fails without having been begun, and so may ask again', async () => {
  const begun: number[] = [];
  const gate = Promise.withResolvers<void>();
  const save = createGroupCommit<number, number>(
    async (items) => {
      begun.push(...items);
      await gate.promise;
      return items;
    },
    { largestGroup: 1, inFlight: 1, patienceMs: 20 },
  );

  const first = save(1);
  const late = save(2);
  setTimeout(gate.resolve, 60);

  await expect(late).rejects.toBeInstanceOf(OverloadError);
  expect(await first).toBe(1);
  expect(begun).toEqual([1]);
});
