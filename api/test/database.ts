import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { run, withDatabase } from './database.global-setup.ts';

/**
 * A migrated, empty database of this test file's own; it is closed and dropped after the file's last test. Call it in
 * `beforeAll`.
 */
export async function testDatabase(): Promise<Database> {
  const url = await testDatabaseUrl();
  const database = await openDatabase(readConfig({ DATABASE_URL: url }));
  let closed = false;
  const close = async () => {
    if (!closed) await database.close();
    closed = true;
  };
  afterAll(close);
  return { ...database, close };
}

/** The address of such a database, for what connects by itself. */
export async function testDatabaseUrl(): Promise<string> {
  const maintenanceUrl = inject('maintenanceUrl');
  const name = `vip_test_${randomBytes(6).toString('hex')}`;
  await run(maintenanceUrl, `CREATE DATABASE ${name} TEMPLATE ${inject('templateName')}`);
  afterAll(() => run(maintenanceUrl, `DROP DATABASE ${name} WITH (FORCE)`));
  return withDatabase(maintenanceUrl, name);
}
