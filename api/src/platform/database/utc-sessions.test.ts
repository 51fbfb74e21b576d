import pg from 'pg';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { testDatabaseUrl } from '../../../test/database.ts';
import { readConfig } from '../config.ts';
import { StartError } from '../start-error.ts';
import { openDatabase } from './database.ts';
import { inUtc, requireUtc } from './utc-sessions.ts';

/** A database whose sessions are in New York's zone, unless they ask for another. */
let url = '';
beforeAll(async () => {
  url = await testDatabaseUrl();
  const client = await connect(url);
  await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone TO 'America/New_York'`);
});

async function connect(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  onTestFinishedOrNow(() => client.end());
  return client;
}

function onTestFinishedOrNow(end: () => Promise<void>): void {
  try {
    onTestFinished(end);
  } catch {
    // In a hook: whatever is dropped at the end of the file takes its connections along.
  }
}

test('an instant is the same for whoever asks, also where the database lives in New York', async () => {
  const database = await openDatabase(readConfig({ DATABASE_URL: url }));
  onTestFinished(() => database.close());
  const installedAt = new Date('2026-11-27T09:00:00.000Z');
  await database.prisma.shop.create({ data: { domain: 'one.myshopify.com', name: 'One', installedAt } });

  const outside = await connect(url);
  const seen = await outside.query(`SELECT "installedAt" FROM "Shop"`);
  const [clock] = await database.prisma.$queryRaw<{ now: Date }[]>`SELECT statement_timestamp() AS now`;

  expect(seen.rows).toEqual([{ installedAt }]);
  expect((await database.prisma.shop.findFirstOrThrow()).installedAt).toEqual(installedAt);
  expect(Math.abs(Number(clock?.now) - Date.now())).toBeLessThan(60_000);
});

test('what an address asks of its sessions besides stays', async () => {
  const address = new URL(url);
  address.searchParams.set('options', '-c work_mem=7MB');
  const client = await connect(inUtc(address.href));

  expect((await client.query('SHOW work_mem')).rows).toEqual([{ work_mem: '7MB' }]);
  expect((await client.query('SHOW TimeZone')).rows).toEqual([{ TimeZone: 'UTC' }]);
});

test('sessions that are in another zone all the same are refused in one sentence', async () => {
  const client = await connect(url);

  await expect(requireUtc(client)).rejects.toThrow(StartError);
  await expect(requireUtc(client)).rejects.toThrow(/America\/New_York/);
});
