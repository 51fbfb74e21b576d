import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startScratchServer } from '../scratch-server.ts';
import { migrate } from '../src/platform/database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's maintenance database. */
    maintenanceUrl: string;
    /** Name of the migrated database that tests clone. */
    templateName: string;
  }
}

/** One PostgreSQL for the whole run: our own, or the one that `DATABASE_URL` names. */
export default async function prepareDatabase(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const server = given ? null : await startScratchServer();
  const maintenanceUrl = given || server?.urlOf('postgres') || '';
  const templateName = `vip_template_${randomBytes(6).toString('hex')}`;
  await run(maintenanceUrl, `CREATE DATABASE ${templateName}`);
  await migrate(withDatabase(maintenanceUrl, templateName));
  project.provide('maintenanceUrl', maintenanceUrl);
  project.provide('templateName', templateName);
  return async () => {
    if (server) return server.remove();
    await run(maintenanceUrl, `DROP DATABASE ${templateName} WITH (FORCE)`);
  };
}

/** Runs one statement outside of any test's database. */
export async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
