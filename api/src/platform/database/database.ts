import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../../../prisma/client/client.ts';
import type { Config } from '../config.ts';
import { codeOf } from '../error-code.ts';
import { explainUnreachable } from './connection-problem.ts';
import { joinEmbeddedServer } from './embedded/embedded-server.ts';
import { migrate } from './migrate.ts';
import { Pipeline } from './pipeline.ts';

/** The database, migrated and ready. */
export interface Database {
  readonly prisma: PrismaClient;
  /** For transactions that hold what many wait for; over `MOST_PIPELINES` connections of its own. */
  readonly pipeline: Pipeline;
  /** Its address, with its password: for connections of one's own, such as `LISTEN`. Never to be logged. */
  readonly url: string;
  /** Whether it answers now, within the time-outs of the pool. */
  isReachable(): Promise<boolean>;
  /** Ends the connections; stops an embedded server that nobody else uses. */
  close(): Promise<void>;
}

const MOST_PIPELINES = 4;
/** Who waits for a pipeline has waited at the door before. */
const CONNECT_WITHIN_MS = 1_000;

const EMBEDDED_NAME = 'vip_early_access';

/**
 * Starts or joins the embedded server where there is no `DATABASE_URL`, migrates, and opens the pool. Throws
 * `StartError` with what the operator can do about it.
 */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.database.kind === 'url') return openUrl(config.database.url, config);
  const server = await joinEmbeddedServer(config.database.directory);
  try {
    await createDatabase(server.urlOf('postgres'), EMBEDDED_NAME);
    const database = await openUrl(server.urlOf(EMBEDDED_NAME), config);
    return { ...database, close: () => database.close().finally(() => server.leave()) };
  } catch (error) {
    await server.leave();
    throw error;
  }
}

/** Migrates the database at `url` and opens a pool to it, without starting any server. */
async function openUrl(url: string, config: Config): Promise<Database> {
  await requireReachable(url, config);
  await migrate(url);
  const pool = createPool(url, config);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
  const pipelines = createPool(url, config, {
    max: MOST_PIPELINES,
    pipeline: true,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  const close = async () => {
    await prisma.$disconnect();
    await Promise.all([pool.end(), pipelines.end()]);
  };
  return { prisma, pipeline: new Pipeline(pipelines), url, close, isReachable: () => answers(pool) };
}

async function requireReachable(url: string, config: Config): Promise<void> {
  const connectionTimeoutMillis = config.databasePool.acquireTimeoutMs;
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis });
    await client.connect();
    await client.end();
  } catch (error) {
    throw explainUnreachable(url, error);
  }
}

function createPool(url: string, { databasePool: limits }: Config, settings: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.max,
    connectionTimeoutMillis: limits.acquireTimeoutMs,
    statement_timeout: limits.statementTimeoutMs,
    idle_in_transaction_session_timeout: limits.idleTransactionTimeoutMs,
    application_name: 'vip-early-access-pass',
    ...settings,
  });
  // A connection that breaks while idle is dropped by the pool, and the next query opens another. Without a listener
  // it would end the process; a database that stays away shows in `isReachable` and in the queries themselves.
  return pool.on('error', () => {});
}

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query('SELECT 1');
    return true;
  } catch {
    // Why it does not answer is in the errors of the queries that need it; here only whether.
    return false;
  }
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
