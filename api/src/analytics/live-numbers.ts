import type { PrismaClient } from '../../../prisma/client/client.ts';
import { type CampaignStatus, campaignStatus } from '../campaign/campaign-status.ts';
import type { AnalyticsTotals } from './analytics.type.ts';
import { type CountRow, totalsOf } from './count-sums.ts';

/** One campaign of one shop. */
export interface LiveCampaign {
  readonly shop: string;
  readonly campaignId: string;
}

/** A campaign's numbers at an instant. */
export interface LiveNumbers {
  readonly at: Date;
  readonly status: CampaignStatus;
  readonly isActive: boolean;
  readonly isOpenToAll: boolean;
  readonly endsAt: Date | null;
  /** How many people may still get in; null: as many as come. */
  readonly placesLeft: number | null;
  readonly totalViews: number;
  readonly totalSignups: number;
  readonly totalPasses: number;
  /** What happened in the last 24 hours, from a quarter of an hour on. */
  readonly lastDay: AnalyticsTotals;
}

const DAY_MS = 86_400_000;

/** A campaign's numbers now; null when it is gone. It costs the same however often anything happened. */
export async function readLiveNumbers(
  prisma: PrismaClient,
  { shop, campaignId }: LiveCampaign,
): Promise<LiveNumbers | null> {
  const at = new Date();
  const row = await prisma.earlyAccessCampaign.findUnique({ where: { shop_id: { shop, id: campaignId } } });
  if (row === null) return null;
  const rows = await prisma.campaignCount.groupBy({
    by: ['kind', 'isSuspected'],
    where: {
      shop,
      campaignId,
      dimension: 'TOTAL',
      grain: 'QUARTER',
      bucketStart: { gt: new Date(at.getTime() - DAY_MS) },
    },
    _sum: { count: true },
  });
  const counts = rows.map(({ kind, isSuspected, _sum }): CountRow => ({ kind, isSuspected, count: _sum.count ?? 0 }));
  const { isActive, isOpenToAll, endsAt, capacity, totalViews, totalSignups, totalPasses } = row;
  return {
    ...{ at, status: campaignStatus(row, at), isActive, isOpenToAll, endsAt, totalViews, totalSignups, totalPasses },
    placesLeft: capacity === null ? null : Math.max(0, capacity - totalPasses),
    lastDay: totalsOf(counts),
  };
}
