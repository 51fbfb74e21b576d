import { cpus, loadavg, totalmem } from 'node:os';
import type { CrashServer } from '../api/crash-server.ts';
import type { Row } from './measurement.ts';

const COMMITS = 100;
const COMMIT_ALONE = `DO $$ BEGIN FOR turn IN 1..${COMMITS} LOOP INSERT INTO "BenchCommit" VALUES (turn); COMMIT; END LOOP; END $$`;

/** How many commits one connection gets onto this disk in a second, one after the other. */
async function commitsPerSecond(database: CrashServer): Promise<number> {
  await database.ask('CREATE TABLE IF NOT EXISTS "BenchCommit" (turn int)');
  const began = performance.now();
  await database.ask(COMMIT_ALONE);
  return Math.round((COMMITS * 1000) / (performance.now() - began));
}

/** What it ran on, with the database's promises: no figure means anything without it. */
export async function machineOf(database: CrashServer): Promise<Row> {
  const rows = await database.ask<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'fsync', 'synchronous_commit', 'max_connections')`,
  );
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [`PostgreSQL ${name}`, setting]));
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const commits = {
    'commits/s, one after the other': await commitsPerSecond(database),
    'load of the machine': loadavg()[0]?.toFixed(1) ?? '',
  };
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory}`,
    node: process.version,
    ...settings,
    ...commits,
  };
}
