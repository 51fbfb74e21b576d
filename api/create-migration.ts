/** `pnpm migration:create NAME`: writes what `prisma/schema.prisma` has and the migrations lack as a new migration. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findMigrationDrift } from './migration-drift.ts';
import { findPrismaFolder } from './src/platform/database/migration-files.ts';

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) fail('Usage: pnpm migration:create NAME, in lower case with underscores.');
const sql = await findMigrationDrift();
if (sql === '') fail('Nothing to do: the migrations already make the tables of prisma/schema.prisma.');
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join(findPrismaFolder(), 'migrations', `${stamp}_${name}`);
await mkdir(folder);
await writeFile(join(folder, 'migration.sql'), `${sql}\n`);
process.stdout.write(`Wrote ${folder}/migration.sql: read it before you commit it.\n`);

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
