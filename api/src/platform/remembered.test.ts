import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Remembered } from './remembered.ts';

interface Question {
  readonly key: string;
  readonly answer: (value: string | null) => void;
  readonly fail: (error: Error) => void;
}

let questions: Question[];
let toldUntil: number;
let memory: Remembered<string>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  questions = [];
  toldUntil = Number.POSITIVE_INFINITY;
  memory = new Remembered({
    read: (key) => new Promise((answer, fail) => questions.push({ key, answer, fail })),
    mostKept: 2,
    toldUntil: () => toldUntil,
  });
});

afterEach(() => void vi.useRealTimers());

/** Asks, and has the reads that this begins answered. */
async function ask(key: string, value: string | null = key.toUpperCase()): Promise<string | null> {
  const asked = memory.get(key);
  questions.at(-1)?.answer(value);
  return asked;
}

const reads = () => questions.map(({ key }) => key);

test('who asks at the same time shares a read, and who asks later is answered from memory', async () => {
  const both = [memory.get('a'), memory.get('a')];
  questions[0]?.answer('A');

  expect(await Promise.all(both)).toEqual(['A', 'A']);
  expect(await memory.get('a')).toBe('A');
  expect(reads()).toEqual(['a']);
});

test('what has changed is read anew, and nothing else is', async () => {
  await ask('a');
  await ask('b');

  memory.forget('a');

  expect(await ask('a', 'changed')).toBe('changed');
  expect(await memory.get('b')).toBe('B');
  expect(reads()).toEqual(['a', 'b', 'a']);
});

test.each([
  ['of it', () => memory.forget('a')],
  ['that may concern it', () => memory.forgetAll((value) => value === 'somebody else’s')],
])('a read that began before a change %s was told is answered to who waits, and not kept', async (_which, change) => {
  const before = memory.get('a');
  change();
  const after = memory.get('a');
  questions[1]?.answer('new');
  expect(await after).toBe('new');
  questions[0]?.answer('old');

  expect(await before).toBe('old');
  expect(await memory.get('a')).toBe('new');
});

test('what nobody knows is kept nowhere', async () => {
  await ask('a', null);

  expect(await ask('a')).toBe('A');
});

test('a read that failed is not kept', async () => {
  const asked = memory.get('a');
  questions[0]?.fail(new Error('The database is away.'));

  await expect(asked).rejects.toThrow('away');
  expect(await ask('a')).toBe('A');
});

test('beyond its bound it forgets what nobody has asked for the longest', async () => {
  for (const key of ['a', 'b', 'a', 'c']) await ask(key);

  expect(await memory.get('a')).toBe('A');
  expect(reads()).toEqual(['a', 'b', 'c']);
  await ask('b');
  expect(reads()).toEqual(['a', 'b', 'c', 'b']);
});

test('where nobody tells of changes, a value is used for a second and no longer', async () => {
  toldUntil = Number.NEGATIVE_INFINITY;
  await ask('a');
  vi.advanceTimersByTime(999);
  await ask('a', 'too early');
  vi.advanceTimersByTime(1);

  expect(await ask('a', 'changed')).toBe('changed');
});
