import type { AppParts } from './app.ts';
import { connectionShare } from './platform/database/connection-share.ts';
import { type PreparedDatabase, prepareDatabase } from './platform/database/prepare-database.ts';
import { ForkFailed, Forks } from './platform/processes/forks.ts';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const;
/** What a process may take beyond its grace, in milliseconds. */
const BEYOND_GRACE_MS = 10_000;

type LeadParts = Pick<AppParts, 'config' | 'logger'>;

/**
 * Keeps `API_PROCESSES` processes running that serve, and serves nothing itself. It is the first at the database and the last to leave it, so that an
 * embedded PostgreSQL is there for all of them, and migrates before they start. Comes back once all listen. Where one cannot start, which says why,
 * and where one ends again and again, this process ends with exit code 1.
 */
export async function lead(parts: LeadParts): Promise<void> {
  const database = await prepareDatabase(parts.config);
  try {
    await leadOver(database, parts);
  } catch (error) {
    await database.leave();
    throw error;
  }
}

async function leadOver(database: PreparedDatabase, { config, logger }: LeadParts): Promise<void> {
  const { databasePool, processes: count, shutdownDelayMs, shutdownGraceMs } = config;
  const share = await connectionShare(database.url, databasePool.max, count);
  if (share < databasePool.max) logger.warn({ share }, 'each process has fewer connections to PostgreSQL than wanted');
  const forks = new Forks({ count, logger, env: { DATABASE_POOL_MAX: String(share) }, onGivenUp: () => giveUp() });
  let ending: Promise<never> | undefined;
  const end = (code: number) => {
    ending ??= forks
      .stop(shutdownDelayMs + shutdownGraceMs + BEYOND_GRACE_MS)
      .then(() => database.leave())
      .then(() => process.exit(code));
    return ending;
  };
  const giveUp = () => {
    process.stderr.write('A process ends as soon as it has started, again and again: this gives up.\n');
    void end(1);
  };
  for (const signal of SIGNALS) process.once(signal, () => void end(0));
  try {
    await forks.start();
  } catch (error) {
    if (!(error instanceof ForkFailed)) throw error;
    await end(1);
  }
}
