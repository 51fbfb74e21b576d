import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { readConfig } from '../../platform/config.ts';
import { type Database, openDatabase } from '../../platform/database/database.ts';
import { VendorBudgetStore } from './vendor-budget.store.ts';

/** Empties so slowly that no test is slow enough to see it. */
const BUCKET = { account: 'KLAVIYO:A', name: 'lists', perMinute: 1, burst: 9 };
const MINUTE = 60_000;

let database: Database;
let budget: VendorBudgetStore;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  await database.prisma.vendorBudget.deleteMany();
  budget = new VendorBudgetStore(database.prisma);
});

test('of a crowd in two processes exactly as many go as there is room', async () => {
  const other = await openDatabase(readConfig({ DATABASE_URL: database.url }));
  try {
    const budgets = [budget, new VendorBudgetStore(other.prisma)];
    const crowd = Array.from({ length: 100 }, () => budgets.map((each) => each.take(BUCKET))).flat();
    const waits = await Promise.all(crowd);
    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(10);
    expect(waits.every((waitMs) => waitMs <= MINUTE)).toBe(true);
  } finally {
    await other.close();
  }
});

test('who waits as long as they were told has room, and nobody else with them', async () => {
  await takeAll();
  const waitMs = await budget.take(BUCKET);
  expect(waitMs).toBeGreaterThan(MINUTE / 2);
  await timePasses(waitMs);
  expect(await budget.take(BUCKET)).toBe(0);
  expect(await budget.take(BUCKET)).toBeGreaterThan(0);
});

test('a bucket that nobody used for long holds no more than before', async () => {
  await takeAll();
  await timePasses(1000 * MINUTE);
  await takeAll();
  expect(await budget.take(BUCKET)).toBeGreaterThan(0);
});

test('what is not taken is not counted', async () => {
  await takeAll();
  for (let times = 0; times < 5; times += 1) await budget.take(BUCKET);
  await timePasses(MINUTE);
  expect(await budget.take(BUCKET)).toBe(0);
});

test('accounts and kinds of calls have each their own room', async () => {
  await takeAll();
  expect(await budget.take({ ...BUCKET, account: 'KLAVIYO:B' })).toBe(0);
  expect(await budget.take({ ...BUCKET, name: 'profiles' })).toBe(0);
});

test('after the vendor asked to wait nobody goes, whatever room there is; then everybody who could', async () => {
  await budget.take(BUCKET);
  await budget.notBefore(BUCKET.account, BUCKET.name, 5 * MINUTE);
  await budget.notBefore(BUCKET.account, BUCKET.name, 1000);
  const waitMs = await budget.take(BUCKET);
  expect(waitMs).toBeGreaterThan(4 * MINUTE);
  expect(waitMs).toBeLessThanOrEqual(5 * MINUTE);
  expect(await budget.take({ ...BUCKET, name: 'profiles' })).toBe(0);
  await timePasses(5 * MINUTE);
  expect(await budget.take(BUCKET)).toBe(0);
});

test('a bucket that nobody used before begins with the vendor’s wait', async () => {
  await budget.notBefore(BUCKET.account, BUCKET.name, 5 * MINUTE);
  expect(await budget.take(BUCKET)).toBeGreaterThan(4 * MINUTE);
});

async function takeAll(): Promise<void> {
  for (let place = 0; place <= BUCKET.burst; place += 1) expect(await budget.take(BUCKET)).toBe(0);
}

/** As the database sees it: everything that was is so much longer ago. */
async function timePasses(ms: number): Promise<void> {
  await database.prisma.$executeRaw`
    UPDATE "VendorBudget" SET "fullAt" = "fullAt" - ${ms}::float8 * interval '1 ms'`;
}
