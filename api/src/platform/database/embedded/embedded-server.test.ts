import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clusterPaths } from './cluster.ts';
import { type EmbeddedServer, joinEmbeddedServer } from './embedded-server.ts';

// Every test makes a server from nothing, and a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FAST = { fsync: 'off' };
let folder = '';
let directory = '';
let joined: EmbeddedServer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vip-embedded-'));
  directory = join(folder, 'data', 'postgres');
  joined = [];
});

afterEach(async () => {
  for (const server of joined) await server.leave();
  await rm(folder, { recursive: true });
});

async function enter(): Promise<EmbeddedServer> {
  const server = await joinEmbeddedServer(directory, FAST);
  joined.push(server);
  return server;
}

async function ask(server: EmbeddedServer, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') });
  await client.connect();
  try {
    const { rows } = await client.query(question);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

async function postmaster(): Promise<number> {
  return Number((await readFile(clusterPaths(directory).pid, 'utf8')).split('\n')[0]);
}

test('several that start at once on an empty folder share one server, and the last to leave stops it', async () => {
  const servers = await Promise.all([enter(), enter(), enter()]);
  expect(new Set(servers.map((server) => server.urlOf('postgres'))).size).toBe(1);
  expect(await readdir(join(folder, 'data'))).toEqual(['postgres']);

  const [first, second, third] = servers;
  await first?.leave();
  await second?.leave();
  expect(third && (await ask(third, 'SELECT 1'))).toBe(1);
  await third?.leave();
  await expect(postmaster()).rejects.toThrow('ENOENT');
});

test('the password is for this user alone, and nobody gets in without it', async () => {
  const server = await enter();
  expect((await stat(clusterPaths(directory).password)).mode & 0o777).toBe(0o600);
  const url = new URL(server.urlOf('postgres'));
  expect(url.hostname).toBe('127.0.0.1');
  url.password = 'wrong';
  const stranger = new pg.Client({ connectionString: url.href });
  await expect(stranger.connect()).rejects.toThrow('password authentication failed');
});

test('what was written before everything was killed is still there afterwards', async () => {
  const server = await enter();
  await ask(server, 'CREATE TABLE kept AS SELECT 7 AS number');
  await ask(server, 'CHECKPOINT');
  process.kill(await postmaster(), 'SIGKILL');

  const next = await enter();
  expect(await ask(next, 'SELECT number FROM kept')).toBe(7);
});

test('a server that outlived its process is joined as it is', async () => {
  await enter();
  const pid = await postmaster();
  await enter();
  expect(await postmaster()).toBe(pid);
});

test('a postmaster.pid whose number another program has by now does not stop a start', async () => {
  const server = await enter();
  await server.leave();
  const { pid, data } = clusterPaths(directory);
  await writeFile(pid, `${process.ppid}\n${data}\n1\n1\n\n127.0.0.1\n`);
  expect(await ask(await enter(), 'SELECT 1')).toBe(1);
});

test('what an interrupted first start left behind is in nobody’s way', async () => {
  await mkdir(`${directory}.draft-0123456789ab`, { recursive: true });
  expect(await ask(await enter(), 'SELECT 1')).toBe(1);
});

test('a folder that cannot be written is refused in a sentence that names DATA_DIR', async () => {
  await writeFile(join(folder, 'data'), '');
  await expect(enter()).rejects.toThrow(/^DATA_DIR cannot be written: .*data \(/);
});
