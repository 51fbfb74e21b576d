import pg from 'pg';
import type { Config } from '../config.ts';
import { codeOf } from '../error-code.ts';
import { explainUnreachable } from './connection-problem.ts';
import { joinEmbeddedServer } from './embedded/embedded-server.ts';
import { migrate } from './migrate.ts';
import { inUtc, requireUtc } from './utc-sessions.ts';

/** A database that can be reached and has every migration; nobody is connected to it yet. */
export interface PreparedDatabase {
  /** Its address, with its password; sessions there are in UTC. Never to be logged. */
  readonly url: string;
  /** Leaves an embedded server, and stops it when nobody else uses it. */
  leave(): Promise<void>;
}

const EMBEDDED_NAME = 'vip_early_access';

/** Starts or joins the embedded server where there is no `DATABASE_URL`, and migrates. Throws `StartError` with what the operator can do about it. */
export async function prepareDatabase(config: Config): Promise<PreparedDatabase> {
  if (config.database.kind === 'url') {
    const url = inUtc(config.database.url);
    await bringUpToDate(url, config);
    return { url, leave: async () => {} };
  }
  const server = await joinEmbeddedServer(config.database.directory);
  try {
    await createDatabase(server.urlOf('postgres'), EMBEDDED_NAME);
    const url = inUtc(server.urlOf(EMBEDDED_NAME));
    await bringUpToDate(url, config);
    return { url, leave: () => server.leave() };
  } catch (error) {
    await server.leave();
    throw error;
  }
}

async function bringUpToDate(url: string, config: Config): Promise<void> {
  await requireReachable(url, config);
  await migrate(url);
}

async function requireReachable(url: string, config: Config): Promise<void> {
  const connectionTimeoutMillis = config.databasePool.acquireTimeoutMs;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis });
  try {
    await client.connect();
  } catch (error) {
    throw explainUnreachable(url, error);
  }
  await requireUtc(client).finally(() => client.end());
}

/** Makes the database `name`, unless it exists. */
async function createDatabase(maintenanceUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // Another process made it between our question and our statement.
    if (!['42P04', '23505'].includes(codeOf(error))) throw error;
  } finally {
    await client.end();
  }
}
