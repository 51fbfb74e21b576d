import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { isUnavailable } from '../unavailable.ts';
import type { Database } from './database.ts';

let database: Database;

const INSERT = { name: 'test-insert', text: 'INSERT INTO "Shop" (domain, name, "updatedAt") VALUES ($1, $2, now())' };
const NAMES = { name: 'test-names', text: 'SELECT name FROM "Shop" WHERE domain = $1' };
const BACKEND = { name: 'test-backend', text: 'SELECT pg_backend_pid() AS pid' };
const LOCK = { name: 'test-lock', text: 'SELECT 1 FROM "Shop" WHERE domain = $1 FOR UPDATE' };

beforeAll(async () => {
  database = await testDatabase();
});

const namesOf = (domain: string) => database.pipeline.transact((one) => one.ask<{ name: string }>(NAMES, [domain]));

test('statements find what those before them wrote, and all of it is there once the work is answered', async () => {
  const [row] = await database.pipeline.transact((transaction) => {
    transaction.tell(INSERT, ['a.example', 'A']);
    return transaction.ask<{ name: string }>(NAMES, ['a.example']);
  });

  expect(row?.name).toBe('A');
  expect(await namesOf('a.example')).toEqual([{ name: 'A' }]);
});

test('when a statement that nobody waited for fails, the work fails, nothing of it stays, and the next is done', async () => {
  const work = database.pipeline.transact(async (transaction) => {
    transaction.tell(INSERT, ['b.example', 'B']);
    transaction.tell(INSERT, ['b.example', 'twice']);
    transaction.tell(NAMES, ['b.example']);
    return 'done';
  });

  await expect(work).rejects.toThrow('duplicate key');
  expect(await namesOf('b.example')).toEqual([]);
});

test('when the work itself fails nothing of it stays', async () => {
  const work = database.pipeline.transact(async (transaction) => {
    transaction.tell(INSERT, ['c.example', 'C']);
    throw new Error('The judge is ill.');
  });

  await expect(work).rejects.toThrow('The judge is ill.');
  expect(await namesOf('c.example')).toEqual([]);
});

test('who cannot get a lock in time gives up, and may come again', async () => {
  await database.pipeline.transact(async (transaction) => transaction.tell(INSERT, ['d.example', 'D']));
  const held = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const holder = database.pipeline.transact(async (transaction) => {
    await transaction.ask(LOCK, ['d.example']);
    held.resolve();
    await free.promise;
  });
  await held.promise;

  const waiting = database.pipeline.transact((transaction) => transaction.ask(LOCK, ['d.example']));
  const problem = await waiting.catch((error: unknown) => error);
  free.resolve();
  await holder;

  expect(isUnavailable(problem)).toBe(true);
  expect(await namesOf('d.example')).toEqual([{ name: 'D' }]);
});

test('a connection that breaks under a transaction fails that one alone, and the process goes on', async () => {
  const work = database.pipeline.transact(async (transaction) => {
    const [row] = await transaction.ask<{ pid: number }>(BACKEND, []);
    const ended = database.prisma.$queryRaw`SELECT pg_terminate_backend(${row?.pid}::int)`;
    await ended;
    // What the kernel has heard by now the process has not: so it goes on to write into a connection that is gone.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    for (let count = 0; count < 5; count += 1) transaction.tell(INSERT, ['e.example', 'E']);
  });

  await expect(work).rejects.toThrow();
  expect(await namesOf('e.example')).toEqual([]);
});
