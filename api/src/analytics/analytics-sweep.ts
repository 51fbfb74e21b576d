import type { PrismaClient } from '../../../prisma/client/client.ts';
import { dayOf } from './happening.ts';

/** For how many days happenings are kept one by one; what was counted of them stays. */
export const DAYS_KEPT = 35;

/** What was counted in the last moments of a day may still be under way. */
const GRACE_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
const AT_ONCE = 10_000;

/**
 * Deletes what is past its time: the salts of days that are over first, so that nobody can say any more who a digest was, then the
 * digests, then happenings one by one after 35 days. Any number of processes may do so at once.
 */
export async function sweepAnalytics(prisma: PrismaClient, now = new Date()): Promise<void> {
  const today = dayOf(new Date(now.getTime() - GRACE_MS));
  await prisma.visitorSalt.deleteMany({ where: { day: { lt: new Date(today) } } });
  // Prisma has no word for deleting some of many rows; all at once would be a long statement.
  await untilNone(
    () => prisma.$executeRaw`
    DELETE FROM "VisitorOfDay" WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM "VisitorOfDay" WHERE day < ${today}::date LIMIT ${AT_ONCE}))`,
  );
  const oldest = new Date(now.getTime() - DAYS_KEPT * DAY_MS);
  await untilNone(
    () => prisma.$executeRaw`
    DELETE FROM "Happening" WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM "Happening" WHERE at < ${oldest} LIMIT ${AT_ONCE}))`,
  );
}

async function untilNone(deleteSome: () => Promise<number>): Promise<void> {
  while ((await deleteSome()) === AT_ONCE);
}
