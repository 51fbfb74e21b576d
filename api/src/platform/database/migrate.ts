import pg from 'pg';
import { StartError } from '../start-error.ts';
import { type Migration, readMigrations } from './migration-files.ts';

/** Held while migrating: of ten processes that start at once, one migrates and nine wait. */
const MIGRATION_LOCK = 7_316_002;
const LOCK_TIMEOUT_MS = 120_000;

/** Brings the database at `url` up to the newest migration. Throws `StartError` when a migration does not apply. */
export async function migrate(url: string): Promise<void> {
  const migrations = await readMigrations();
  const client = new pg.Client({ connectionString: url, application_name: 'migrate', lock_timeout: LOCK_TIMEOUT_MS });
  await client.connect();
  try {
    if ((await findPending(client, migrations)).length === 0) return;
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const pending = await findPending(client, migrations);
    if (pending.length > 0) await apply(url, migrations, pending);
  } finally {
    await client.end();
  }
}

async function findPending(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`);
  if (table.rows[0]?.present !== true) return [...migrations];
  const applied = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const names = new Set(applied.rows.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !names.has(name));
}

async function apply(url: string, migrations: readonly Migration[], pending: readonly Migration[]): Promise<void> {
  // Loaded only now: most starts find nothing to do, and the engine weighs some megabytes.
  const { applyMigrations } = await import('./schema-engine.ts');
  try {
    await applyMigrations(url, migrations);
  } catch (error) {
    const names = pending.map(({ name }) => name).join(', ');
    const why = error instanceof Error ? error.message.split('\n').find((line) => line.trim() !== '') : 'unknown';
    throw new StartError(`The database could not be migrated (${names}): ${why}`, { cause: error });
  }
}
