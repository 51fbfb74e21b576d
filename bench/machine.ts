import { cpus, totalmem } from 'node:os';
import type { CrashServer } from '../api/crash-server.ts';
import type { Row } from './measurement.ts';

/** What it ran on, with the database's promises: no figure means anything without it. */
export async function machineOf(database: CrashServer): Promise<Row> {
  const rows = await database.ask<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'fsync', 'synchronous_commit', 'max_connections')`,
  );
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [`PostgreSQL ${name}`, setting]));
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return { machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory}`, node: process.version, ...settings };
}
