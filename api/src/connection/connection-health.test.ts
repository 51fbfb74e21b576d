import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { VendorProblem, type VendorProblemKind } from '../integrations/vendor-problem.ts';
import type { Database } from '../platform/database/database.ts';
import { ConnectionHealth } from './connection-health.ts';
import { statusOf } from './connection-status.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

let database: Database;
let health: ConnectionHealth;
let connection: { shop: string; id: string };

beforeAll(async () => {
  database = await testDatabase();
  health = new ConnectionHealth(database.prisma);
});

beforeEach(async () => {
  const { prisma } = database;
  const shop = `shop-${randomUUID()}.myshopify.com`;
  await prisma.shop.create({ data: { domain: shop, name: 'Test shop' } });
  const account = { accountId: 'A', accountName: 'A', keyEnding: '', sealedKey: new Uint8Array(1) };
  connection = await prisma.connection.create({ data: { shop, destination: 'KLAVIYO', ...account } });
});

function problem(kind: VendorProblemKind, retryAfterMs: number | null = null): VendorProblem {
  return new VendorProblem(kind, { detail: 'They said so.', retryAfterMs });
}

async function row() {
  return database.prisma.connection.findFirstOrThrow({ where: { shop: connection.shop } });
}

/** How long nobody uses it, by the database's clock, in milliseconds. */
async function waitMs(): Promise<number> {
  const [found] = await database.prisma.$queryRaw<{ ms: number | null }[]>`
    SELECT (extract(epoch FROM "retryAt" - "lastAnswerAt") * 1000)::float8 AS ms FROM "Connection" WHERE shop = ${connection.shop}`;
  return found?.ms ?? 0;
}

test('each failure may wait twice as long as the one before, up to an hour, and chance chooses below', async () => {
  const longest: number[] = [];
  for (let failures = 1; failures <= 14; failures += 1) {
    await health.note(connection, problem('UNREACHABLE'));
    longest.push(Math.min(HOUR, 5 * SECOND * 2 ** (failures - 1)));
    expect(await waitMs()).toBeGreaterThanOrEqual(0);
    expect(await waitMs()).toBeLessThanOrEqual(longest.at(-1) ?? 0);
  }
  expect(await row()).toMatchObject({ failures: 14, lastAnswer: 'UNREACHABLE', problemDetail: 'They said so.' });
  expect(statusOf(await row(), false)).toBe('BACKING_OFF');
});

test('the chance is spread: of many connections that fail together few come back together', async () => {
  const waits = new Set<number>();
  for (let tries = 0; tries < 30; tries += 1) {
    await database.prisma.connection.updateMany({ where: { shop: connection.shop }, data: { failures: 10 } });
    await health.note(connection, problem('UNREACHABLE'));
    waits.add(Math.round((await waitMs()) / (60 * SECOND)));
  }
  expect(waits.size).toBeGreaterThan(8);
});

test('a good answer ends the waiting', async () => {
  await health.note(connection, problem('BROKEN_ANSWER'));
  await health.note(connection, 'GOOD', '202');
  expect(await row()).toMatchObject({ failures: 0, retryAt: null, problemDetail: null, lastAnswer: '202' });
});

test('a wait that the vendor names is kept to the second, and is no failure', async () => {
  await health.note(connection, problem('THROTTLED', 30 * SECOND));
  expect(await waitMs()).toBe(30 * SECOND);
  expect(statusOf(await row(), false)).toBe('CONNECTED');
});

test('a wait that an absent vendor names is not cut short by chance', async () => {
  await health.note(connection, problem('UNREACHABLE', 90 * SECOND));
  expect(await waitMs()).toBeGreaterThanOrEqual(90 * SECOND);
});

test.each(['KEY_REFUSED', 'SCOPE_MISSING', 'VERSION_RETIRED'] as const)(
  '%s pauses the connection, and an answer to what was under way ends no pause',
  async (kind) => {
    await health.note(connection, problem(kind));
    await health.note(connection, 'GOOD');
    await health.note(connection, problem('UNREACHABLE'));
    expect(await row()).toMatchObject({ problem: kind, problemDetail: 'They said so.' });
    expect(statusOf(await row(), false)).toBe('PAUSED');
  },
);

test('a connection that is gone is nobody’s to write about', async () => {
  const gone = { shop: connection.shop, id: randomUUID() };
  expect(await health.noteFailure(gone, problem('UNREACHABLE'))).toBeNull();
  expect(await row()).toMatchObject({ failures: 0 });
});
