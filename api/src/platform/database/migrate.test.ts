import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { run, withDatabase } from '../../../test/database.global-setup.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { diffMigrations } from './schema-engine.ts';

async function inEmptyDatabase(name: string, work: (url: string) => Promise<void>): Promise<void> {
  const maintenanceUrl = inject('maintenanceUrl');
  const unique = `${name}_${process.pid}`;
  await run(maintenanceUrl, `CREATE DATABASE ${unique}`);
  try {
    await work(withDatabase(maintenanceUrl, unique));
  } finally {
    await run(maintenanceUrl, `DROP DATABASE ${unique} WITH (FORCE)`);
  }
}

async function appliedNames(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations ORDER BY migration_name');
  await client.end();
  return rows.map((row) => String(row.migration_name));
}

test('of ten that migrate an empty database at once each finds it migrated, and every migration ran once', async () => {
  await inEmptyDatabase('vip_migrate_ten', async (url) => {
    await Promise.all(Array.from({ length: 10 }, () => migrate(url)));
    expect(await appliedNames(url)).toEqual((await readMigrations()).map(({ name }) => name));
  });
});

test('a database in which something stands in the way of a migration is refused by the migration’s name', async () => {
  await inEmptyDatabase('vip_migrate_blocked', async (url) => {
    await run(url, 'CREATE TABLE "Shop" (domain text)');
    await expect(migrate(url)).rejects.toThrow(/could not be migrated \(.*first_tables/);
  });
});

test('the migrations make the tables of prisma/schema.prisma, and without the last one they would not', async () => {
  const migrations = await readMigrations();
  const url = inject('maintenanceUrl');
  expect(await diffMigrations(url, migrations)).toBe('');
  expect(await diffMigrations(url, migrations.slice(0, -1))).not.toBe('');
});
