import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries } from './src/platform/database/embedded/binaries.ts';
import { clusterPaths } from './src/platform/database/embedded/cluster.ts';
import { joinEmbeddedServer } from './src/platform/database/embedded/embedded-server.ts';
import { runProgram } from './src/platform/database/embedded/run-program.ts';
import { findServerUser } from './src/platform/database/embedded/server-user.ts';

/** A PostgreSQL with its usual promises, which somebody lets crash. */
export interface CrashServer {
  /** Address of its one database, with its password. */
  readonly url: string;
  /** Runs one statement over a connection of its own, and gives its rows. */
  ask<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Ends every one of its processes at once, as a crash does, and starts it again at the same address. */
  crash(): Promise<void>;
  /** How many of its files, tables and logs of every kind, hold these bytes. */
  filesWith(text: string): Promise<number>;
  /** Stops it and deletes all of it. */
  remove(): Promise<void>;
}

const NAME = 'crashing';

/** Starts an embedded PostgreSQL in a temporary folder; what it acknowledges it keeps. */
export async function startCrashServer(): Promise<CrashServer> {
  const folder = await mkdtemp(join(tmpdir(), 'vip-crash-'));
  const directory = join(folder, 'postgres');
  const server = await joinEmbeddedServer(directory);
  const url = server.urlOf(NAME);
  await askAt(server.urlOf('postgres'), `CREATE DATABASE ${NAME}`, []);
  return {
    url,
    ask: (statement, values = []) => askAt(url, statement, values),
    crash: () => control(directory, 'restart'),
    filesWith: async (text) => {
      await askAt(url, 'CHECKPOINT', []);
      return countFilesWith(directory, Buffer.from(text));
    },
    remove: async () => {
      await control(directory, 'stop');
      await server.leave();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function control(directory: string, action: 'restart' | 'stop'): Promise<void> {
  const { pgCtl } = findBinaries();
  const { data, log } = clusterPaths(directory);
  const user = await findServerUser([pgCtl, directory]);
  const command = [pgCtl, action, '--wait', '--silent', '--mode', 'immediate', '--pgdata', data];
  await runProgram(user.command(action === 'restart' ? [...command, '--log', log] : command));
}

async function countFilesWith(directory: string, bytes: Buffer): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  let found = 0;
  for (const entry of entries) {
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).includes(bytes)) found += 1;
  }
  return found;
}

async function askAt<Row extends object>(url: string, statement: string, values: readonly unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
