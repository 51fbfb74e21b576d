import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aScene, signUp } from '../../../test/sync-scene.ts';
import type { Database } from '../../platform/database/database.ts';
import { DueStore } from '../receipts/due.store.ts';
import { type BatchPlace, BatchTurns } from './batch-turns.ts';

let database: Database;
let place: BatchPlace;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(() => {
  place = { shop: `${randomUUID()}.myshopify.com`, destination: 'KLAVIYO' };
});

/** Those of another process. */
const newTurns = () => new BatchTurns(database.prisma, pino({ enabled: false }));

/** A batch that is under way until it is let end. */
async function aBatch(turns: BatchTurns, at = place): Promise<{ end(): Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const used = turns.use(at, () => {
    begun.resolve();
    return promise;
  });
  await Promise.race([begun.promise, used]);
  return {
    end: () => {
      resolve();
      return used;
    },
  };
}

async function mayGo(at = place): Promise<boolean> {
  let went = false;
  await newTurns().use(at, async () => {
    went = true;
  });
  return went;
}

test('of ten processes that come at once one goes, and when it has ended the next one may', async () => {
  let [together, most, went] = [0, 0, 0];
  const come = () =>
    newTurns().use(place, async () => {
      together += 1;
      most = Math.max(most, together);
      await pause(20);
      together -= 1;
      went += 1;
    });

  for (let round = 1; round <= 5; round += 1) {
    await Promise.all(Array.from({ length: 10 }, come));
    expect(went).toBeGreaterThanOrEqual(round);
  }

  expect(most).toBe(1);
});

test('a batch at one connection keeps nobody from another', async () => {
  const batch = await aBatch(newTurns());

  expect(await mayGo()).toBe(false);
  expect(await mayGo({ ...place, destination: 'OMNISEND' })).toBe(true);
  expect(await mayGo({ ...place, shop: 'another.myshopify.com' })).toBe(true);
  await batch.end();
  expect(await mayGo()).toBe(true);
});

test('a batch that breaks gives its turn back', async () => {
  const broken = newTurns().use(place, async () => {
    throw new Error('It broke.');
  });

  await expect(broken).rejects.toThrow('It broke.');
  expect(await mayGo()).toBe(true);
});

test('the turn of a process that is no more runs out, and it cannot end that of who came after it', async () => {
  const late = await aBatch(newTurns());
  await database.prisma.$executeRaw`
    UPDATE "BatchTurn" SET until = statement_timestamp() - interval '1 second' WHERE shop = ${place.shop}`;
  const next = await aBatch(newTurns());

  await late.end();

  expect(await mayGo()).toBe(false);
  await next.end();
});

test('the turn of a process that is no more keeps others waiting for seconds, long before its receipts are free', async () => {
  const batch = await aBatch(newTurns());

  const [turn] = await database.prisma.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM until - statement_timestamp())::float8 AS seconds FROM "BatchTurn" WHERE shop = ${place.shop}`;

  expect(turn?.seconds).toBeGreaterThan(1);
  expect(turn?.seconds).toBeLessThan(5);
  await batch.end();
});

test('a process that ends leaves its connections to the others at once', async () => {
  const turns = newTurns();
  const batch = await aBatch(turns);

  await turns.endAll();

  expect(await mayGo()).toBe(true);
  await batch.end();
});

test('where a batch goes now, nothing is due for anybody else', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  await signUp(database, scene, [{}]);
  const due = async () =>
    (await new DueStore(database.prisma).connections(10)).filter(({ shop }) => shop === scene.shop);
  expect(await due()).toHaveLength(1);

  const batch = await aBatch(newTurns(), scene);
  expect(await due()).toEqual([]);
  await batch.end();
  expect(await due()).toHaveLength(1);
});
