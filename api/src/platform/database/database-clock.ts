import type { PrismaClient } from '../../../../prisma/client/client.ts';

/** What the database's clock says: one clock for all processes. Prisma has no word for it. */
export async function databaseNow(prisma: PrismaClient): Promise<Date> {
  const [row] = await prisma.$queryRaw<{ now: Date }[]>`SELECT statement_timestamp() AS now`;
  if (!row) throw new Error('The database told no time.');
  return row.now;
}
