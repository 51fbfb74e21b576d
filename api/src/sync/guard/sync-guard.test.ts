import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import type { Database } from '../../platform/database/database.ts';
import { SyncGuard } from './sync-guard.ts';
import { SyncMark } from './sync-mark.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  await database.prisma.syncGuard.deleteMany();
});

test('the first database that asks is the one that sends, however many processes ask at once', async () => {
  const guards = Array.from({ length: 5 }, () => new SyncGuard(database.prisma, null));
  expect(await Promise.all(guards.map((guard) => guard.isHeld()))).toEqual([false, false, false, false, false]);
  expect(await database.prisma.syncGuard.count()).toBe(1);
  expect(await guards[0]?.heldBy()).toBeNull();
});

test('another server is held, for every process, until an operator releases it', async () => {
  const guard = new SyncGuard(database.prisma, null);
  await guard.isHeld();
  await database.prisma.syncGuard.updateMany({ data: { server: '1/1/1/1' } });
  expect(await guard.isHeld()).toBe(true);
  const another = new SyncGuard(database.prisma, null);
  expect(await another.isHeld()).toBe(true);
  expect(await another.heldBy()).toMatchObject({
    since: expect.any(Date),
    reason: expect.stringContaining('restored'),
  });
  await another.release();
  expect(await guard.isHeld()).toBe(false);
  expect(await guard.heldBy()).toBeNull();
});

test('tables that were dropped and brought back into the same database are held', async () => {
  const guard = new SyncGuard(database.prisma, null);
  await guard.isHeld();
  for (const statement of [
    'CREATE TABLE kept AS TABLE "SyncGuard"',
    'DROP TABLE "SyncGuard"',
    'CREATE TABLE "SyncGuard" (LIKE kept, PRIMARY KEY (id))',
    'INSERT INTO "SyncGuard" TABLE kept',
    'DROP TABLE kept',
  ]) {
    await database.prisma.$executeRawUnsafe(statement);
  }
  expect(await guard.isHeld()).toBe(true);
});

test('an operator who holds it by hand finds their own reason, also beside a later one', async () => {
  const guard = new SyncGuard(database.prisma, null);
  await guard.hold('Before a restore.');
  await guard.hold('Another.');
  expect(await guard.isHeld()).toBe(true);
  expect((await guard.heldBy())?.reason).toBe('Before a restore.');
});

describe('beside an embedded database', () => {
  let folder: string;
  let mark: SyncMark;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vip-mark-'));
    mark = new SyncMark(join(folder, 'data', 'sync-mark'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** What a process that starts now finds. */
  function start(): Promise<boolean> {
    return new SyncGuard(database.prisma, mark).isHeld();
  }

  test('the mark goes ahead of the database, start after start', async () => {
    expect([await start(), await start(), await start()]).toEqual([false, false, false]);
    expect(await mark.read()).toBe(3);
  });

  test('processes that start together agree on it', async () => {
    expect(await Promise.all([start(), start(), start(), start()])).toEqual([false, false, false, false]);
    expect(await start()).toBe(false);
  });

  test('a crash between file and database holds nothing up', async () => {
    await start();
    await mark.write(2);
    expect(await start()).toBe(false);
  });

  test.each([
    ['behind its mark', 3],
    ['ahead of its mark', 0],
  ])('a database that is %s is held, until an operator releases it', async (_where, found) => {
    await start();
    await mark.write(found);
    expect(await start()).toBe(true);
    const guard = new SyncGuard(database.prisma, mark);
    expect((await guard.heldBy())?.reason).toContain('mark in its data folder');
    await guard.release();
    expect([await start(), await start()]).toEqual([false, false]);
  });

  test('a database whose mark is gone or damaged is held', async () => {
    await start();
    await rm(join(folder, 'data'), { recursive: true });
    expect(await start()).toBe(true);
    expect(await mark.read()).toBeNull();
  });
});
