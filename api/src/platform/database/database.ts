import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../../../prisma/client/client.ts';
import type { Config } from '../config.ts';
import { Pipeline } from './pipeline.ts';
import { prepareDatabase } from './prepare-database.ts';

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

/** Prepares the database (see there) and opens the pools. Throws `StartError` with what the operator can do about it. */
export async function openDatabase(config: Config): Promise<Database> {
  const { url, leave } = await prepareDatabase(config);
  const pool = createPool(url, config);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
  const pipelines = createPool(url, config, {
    max: MOST_PIPELINES,
    pipeline: true,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  const endConnections = async () => {
    await prisma.$disconnect();
    await Promise.all([pool.end(), pipelines.end()]);
  };
  const close = () => endConnections().finally(leave);
  return { prisma, pipeline: new Pipeline(pipelines), url, close, isReachable: () => answers(pool) };
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
  // A connection that breaks is dropped by the pool, and the next query opens another. Without listeners it would end the process, idle or in
  // use (the pool listens to idle ones alone); a database that stays away shows in `isReachable` and in the queries themselves.
  return pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
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
