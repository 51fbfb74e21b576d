import pg from 'pg';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { createLogger } from '../logger.ts';
import type { Database } from './database.ts';
import { Notices } from './notices.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

const tell = (channel: string, payload: string) =>
  database.prisma.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;

/** A listener with an ear on each channel, which writes down what it hears. */
async function listener(...channels: string[]) {
  const notices = new Notices({ url: database.url, logger: createLogger('silent') });
  const heard: string[] = [];
  const listenTo = (channel: string) =>
    notices.hear(channel, {
      onNotice: (payload) => heard.push(`${channel}: ${payload}`),
      onGap: () => heard.push(`${channel}: gap`),
    });
  channels.forEach(listenTo);
  onTestFinished(() => notices.stop());
  await notices.start();
  return { notices, heard, listenTo };
}

test('whoever listens hears what is told on their channel, over one connection', async () => {
  const { notices, heard } = await listener('one', 'two');

  await tell('one', 'first');
  await tell('two', 'second');
  await tell('three', 'third');
  await notices.catchUp();

  expect(heard).toEqual(['one: gap', 'two: gap', 'one: first', 'two: second']);
  const rows = await database.prisma.$queryRaw`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '% listener'`;
  expect(rows).toHaveLength(1);
});

test('who begins to listen later hears from then on', async () => {
  const { notices, heard, listenTo } = await listener();

  listenTo('late');
  await notices.catchUp();
  await tell('late', 'told');
  await notices.catchUp();

  expect(heard).toEqual(['late: gap', 'late: told']);
});

test('what was told before a question is heard before its answer, however many ask', async () => {
  const { notices, heard } = await listener('one');

  for (let turn = 0; turn < 50; turn += 1) await tell('one', String(turn));
  await Promise.all(Array.from({ length: 50 }, () => notices.catchUp()));

  expect(heard).toHaveLength(51);
});

test('a listener that is cut off says so, and that it may have missed something once it listens again', async () => {
  const { notices, heard } = await listener('one');
  expect(notices.heardUntil).toBeGreaterThan(0);

  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  onTestFinished(() => other.end());
  await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE '% listener'`);
  await expect.poll(() => notices.heardUntil).toBe(Number.NEGATIVE_INFINITY);
  await tell('one', 'missed');
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['one: gap', 'one: gap']);
  await tell('one', 'heard');
  await notices.catchUp();

  expect(heard.at(-1)).toBe('one: heard');
  expect(notices.heardUntil).toBeGreaterThan(0);
});

test('a listener that was stopped hears nothing more, and starts nothing again', async () => {
  const { notices, heard } = await listener('one');

  await notices.stop();
  await tell('one', 'told');
  await notices.catchUp();

  expect(heard).toEqual(['one: gap']);
  expect(notices.heardUntil).toBe(Number.NEGATIVE_INFINITY);
});
