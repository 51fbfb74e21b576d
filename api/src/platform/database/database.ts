import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../../../prisma/client/client.ts';
import type { Config } from '../config.ts';
import { prepareDatabase } from './prepare-database.ts';

/** The database, migrated and ready. */
export interface Database {
  readonly prisma: PrismaClient;
  /** Its address, with its password: for connections of one's own, such as `LISTEN`. Never to be logged. */
  readonly url: string;
  /** Whether it answers now, within the time-outs of the pool. */
  isReachable(): Promise<boolean>;
  /** Ends the connections; stops an embedded server that nobody else uses. */
  close(): Promise<void>;
}

/** Prepares the database (see there) and opens the pool. Throws `StartError` with what the operator can do about it. */
export async function openDatabase(config: Config): Promise<Database> {
  const { url, leave } = await prepareDatabase(config);
  const pool = createPool(url, config);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
  const endConnections = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { prisma, url, close: () => endConnections().finally(leave), isReachable: () => answers(pool) };
}

function createPool(url: string, { databasePool: limits }: Config): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.max,
    connectionTimeoutMillis: limits.acquireTimeoutMs,
    statement_timeout: limits.statementTimeoutMs,
    idle_in_transaction_session_timeout: limits.idleTransactionTimeoutMs,
    application_name: 'vip-early-access-pass',
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
