import { beforeAll, expect, test } from 'vitest';
import { testDatabase, testDatabaseUrl } from '../../../test/database.ts';
import { readConfig } from '../config.ts';
import { StartError } from '../start-error.ts';
import { type Database, openDatabase } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

test('a database that is ready answers', async () => {
  expect(await database.isReachable()).toBe(true);
});

test('a database that was closed does not answer', async () => {
  const other = await openDatabase(readConfig({ DATABASE_URL: await testDatabaseUrl() }));
  await other.close();
  expect(await other.isReachable()).toBe(false);
});

test('what one file of tests writes no other file sees', async () => {
  await database.prisma.shop.create({ data: { domain: 'one.myshopify.com', name: 'One' } });
  const other = await openDatabase(readConfig({ DATABASE_URL: await testDatabaseUrl() }));
  expect(await other.prisma.shop.count()).toBe(0);
  await other.close();
});

test('a statement that runs too long is stopped', async () => {
  const url = await testDatabaseUrl();
  const hurried = await openDatabase(readConfig({ DATABASE_URL: url, DATABASE_STATEMENT_TIMEOUT_MS: '50' }));
  await expect(hurried.prisma.$executeRaw`SELECT pg_sleep(10)`).rejects.toThrow(/statement timeout/);
  await hurried.close();
});

test('a request that finds no free connection is told so, and does not wait for ever', async () => {
  const url = await testDatabaseUrl();
  const settings = { DATABASE_URL: url, DATABASE_POOL_MAX: '1', DATABASE_ACQUIRE_TIMEOUT_MS: '1000' };
  const narrow = await openDatabase(readConfig(settings));
  const held = narrow.prisma.$executeRaw`SELECT pg_sleep(4)`.then(() => 'held');
  await expect(narrow.prisma.shop.count()).rejects.toThrow();
  expect(await held).toBe('held');
  await narrow.close();
});

async function refusalOf(change: (url: URL) => void): Promise<string> {
  const url = new URL(database.url);
  change(url);
  const error = await openDatabase(readConfig({ DATABASE_URL: url.href })).catch((fault: unknown) => fault);
  if (!(error instanceof StartError)) throw error;
  return error.message;
}

test('a wrong password is refused in one sentence that does not repeat it', async () => {
  const server = new URL(database.url);
  if (server.password === '') return;
  const message = await refusalOf((url) => {
    url.password = 'hunter2';
  });
  expect(message).toContain('refuses the user or the password');
  expect(message).not.toContain('hunter2');
});

test('a database that does not exist is refused by its name', async () => {
  const message = await refusalOf((url) => {
    url.pathname = '/nobody_made_this';
  });
  expect(message).toContain('nobody_made_this');
});

test('a port on which nothing listens is refused', async () => {
  const message = await refusalOf((url) => {
    url.port = '1';
  });
  expect(message).toContain('nothing listens there');
});
