import type { PrismaClient } from '../../../prisma/client/client.ts';
import { AnalyticsInterval } from './analytics.type.ts';
import { badInput } from './analytics-refusal.ts';

/** What was asked for; without `from` from the beginning, without `to` until now. */
export interface AskedRange {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly interval: AnalyticsInterval;
}

const DAY_MS = 86_400_000;

/** The longest ranges, in days: a question costs no more than its hours or days. */
const MOST_DAYS = { [AnalyticsInterval.HOUR]: 31, [AnalyticsInterval.DAY]: 731 };

/** The range with its ends, `begin` being the earliest of which anything could be told. Throws for one that is too long, or none. */
export function boundRange({ from, to, interval }: AskedRange, begin: Date): { from: Date; to: Date } {
  const longest = MOST_DAYS[interval] * DAY_MS;
  const end = to ?? new Date();
  const start = from ?? new Date(Math.max(Math.min(begin.getTime(), end.getTime() - 1), end.getTime() - longest));
  if (start >= end) throw badInput('`from` must be before `to`.');
  if (end.getTime() - start.getTime() > longest) {
    throw badInput(`With interval ${interval} the range may have at most ${MOST_DAYS[interval]} days.`);
  }
  return { from: start, to: end };
}

/**
 * Where each of the range's hours or days begins in the zone, and at last where the one after it does. PostgreSQL knows when clocks
 * change; every zone's clock shows a whole quarter of an hour where an hour or a day begins.
 */
export async function boundariesOf(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  { from, to }: { from: Date; to: Date },
  { interval, timeZone }: { interval: AnalyticsInterval; timeZone: string },
): Promise<Date[]> {
  const rows =
    interval === AnalyticsInterval.DAY
      ? await prisma.$queryRaw<{ at: Date }[]>`
          SELECT day AT TIME ZONE ${timeZone}::text AS at FROM generate_series(
            date_trunc('day', ${from}::timestamptz AT TIME ZONE ${timeZone}::text),
            date_trunc('day', (${to}::timestamptz - interval '1 millisecond') AT TIME ZONE ${timeZone}::text) + interval '1 day',
            interval '1 day') AS day ORDER BY 1`
      : await prisma.$queryRaw<{ at: Date }[]>`
          WITH quarter AS (
            SELECT at, (at AT TIME ZONE ${timeZone}::text) AS clock FROM generate_series(
              date_bin('15 minutes', ${from}::timestamptz, 'epoch') - interval '2 hours',
              ${to}::timestamptz + interval '2 hours', interval '15 minutes') AS at
          ), hour AS (
            SELECT at FROM quarter WHERE extract(minute FROM clock) = 0
          )
          SELECT at FROM hour
           WHERE at >= (SELECT max(at) FROM hour WHERE at <= ${from}::timestamptz)
             AND at <= (SELECT min(at) FROM hour WHERE at >= ${to}::timestamptz) ORDER BY 1`;
  return rows.map(({ at }) => at);
}
