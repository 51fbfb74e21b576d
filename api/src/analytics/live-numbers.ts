import type { PrismaClient } from '../../../prisma/client/client.ts';
import { type CampaignStatus, campaignStatus } from '../campaign/campaign-status.ts';
import type { AnalyticsTotals } from './analytics.type.ts';
import { type CountRow, totalsOf } from './count-sums.ts';

/** One campaign of one shop. */
export interface LiveCampaign {
  readonly shop: string;
  readonly campaignId: string;
}

/** A campaign's numbers at an instant. What looks like a machine's doing stands beside each of them, and is in none. */
export interface LiveNumbers {
  readonly at: Date;
  readonly status: CampaignStatus;
  readonly isActive: boolean;
  readonly isOpenToAll: boolean;
  readonly endsAt: Date | null;
  /** How many people may still get in; null: as many as come. */
  readonly placesLeft: number | null;
  /** What happened since the campaign was made. */
  readonly inAll: AnalyticsTotals;
  /** What happened in the last 24 hours, from a quarter of an hour on. */
  readonly lastDay: AnalyticsTotals;
  /** Views, tries, passes and sign-ups of the last sixty seconds, by the database's clock; the other counts are zero. */
  readonly lastMinute: AnalyticsTotals;
}

/** A campaign's numbers now; null when it is gone. It costs the same however often anything happened. */
export async function readLiveNumbers(prisma: PrismaClient, campaign: LiveCampaign): Promise<LiveNumbers | null> {
  const at = new Date();
  const { shop, campaignId: id } = campaign;
  const [row, counts] = await Promise.all([
    prisma.earlyAccessCampaign.findUnique({ where: { shop_id: { shop, id } } }),
    readSpans(prisma, campaign),
  ]);
  if (row === null) return null;
  const bySpan = Map.groupBy(counts, ({ span }) => span);
  const of = (span: Span) => totalsOf(bySpan.get(span) ?? []);
  const { isActive, isOpenToAll, endsAt, capacity, totalPasses } = row;
  return {
    ...{ at, status: campaignStatus(row, at), isActive, isOpenToAll, endsAt },
    placesLeft: capacity === null ? null : Math.max(0, capacity - totalPasses),
    ...{ inAll: of('ALL'), lastDay: of('DAY'), lastMinute: of('MINUTE') },
  };
}

type Span = 'ALL' | 'DAY' | 'MINUTE';

interface SpanRow extends CountRow {
  readonly span: Span;
}

/**
 * The sums of all three spans, in one statement; Prisma has no word for the database's clock. Of a campaign's whole time the days are
 * fewest, and each thing that happened has a device. The rows of a minute lie side by side in their key.
 */
function readSpans(prisma: PrismaClient, { shop, campaignId }: LiveCampaign): Promise<SpanRow[]> {
  return prisma.$queryRaw<SpanRow[]>`
    WITH counted AS (
      SELECT 'ALL' AS span, kind, "isSuspected", count FROM "CampaignCount"
       WHERE shop = ${shop} AND "campaignId" = ${campaignId}::uuid AND dimension = 'DEVICE' AND grain = 'DAY'
      UNION ALL
      SELECT 'DAY', kind, "isSuspected", count FROM "CampaignCount"
       WHERE shop = ${shop} AND "campaignId" = ${campaignId}::uuid AND dimension = 'TOTAL' AND grain = 'QUARTER'
         AND "bucketStart" > statement_timestamp() - interval '24 hours'
      UNION ALL
      SELECT 'MINUTE', kind, "isSuspected", count FROM "Happening"
       WHERE shop = ${shop} AND "campaignId" = ${campaignId}::uuid AND kind IN ('VIEW', 'ATTEMPT', 'PASS', 'SIGNUP')
         AND at > statement_timestamp() - interval '1 minute'
    )
    SELECT span, kind, "isSuspected", sum(count)::int AS count FROM counted GROUP BY 1, 2, 3`;
}
