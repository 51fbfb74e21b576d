/** Run as a program: prints the SQL that the migrations lack and exits with 1, or nothing. */
import { startScratchServer } from './scratch-server.ts';
import { readMigrations } from './src/platform/database/migration-files.ts';
import { diffMigrations } from './src/platform/database/schema-engine.ts';

/** The SQL that `prisma/migrations` lacks to make the tables of `prisma/schema.prisma`; empty when they agree. */
export async function findMigrationDrift(): Promise<string> {
  const server = await startScratchServer();
  try {
    return await diffMigrations(server.urlOf('postgres'), await readMigrations());
  } finally {
    await server.remove();
  }
}

if (import.meta.main) {
  const sql = await findMigrationDrift();
  if (sql !== '') {
    process.stdout.write(`prisma/migrations lack this; run \`pnpm migration:create NAME\`:\n${sql}\n`);
    process.exitCode = 1;
  }
}
