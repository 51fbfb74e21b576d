import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One folder of `prisma/migrations`. */
export interface Migration {
  /** Such as `20261122180000_campaigns`. */
  name: string;
  sql: string;
}

/** The folder `prisma`, from wherever this file was built to. */
export function findPrismaFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'prisma', 'schema.prisma'))) {
    if (folder === dirname(folder)) throw new Error('There is no folder prisma above this file.');
    folder = dirname(folder);
  }
  return join(folder, 'prisma');
}

/** Every migration, the oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = join(findPrismaFolder(), 'migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })),
  );
}
