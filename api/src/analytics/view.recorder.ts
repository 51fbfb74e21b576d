import type { PrismaClient } from '../../../prisma/client/client.ts';
import { createGroupCommit, type GroupCommit } from '../platform/group-commit.ts';

/** A view of a campaign's gate. */
export interface View {
  readonly shop: string;
  readonly campaignId: string;
}

/** Counts a view; answers when it has committed. */
export type ViewRecorder = GroupCommit<View, void>;

const SETTINGS = { largestGroup: 5_000, inFlight: 1 };

/** Views of concurrent requests are counted by one statement: no request updates the campaign's row alone. */
export function createViewRecorder(prisma: PrismaClient): ViewRecorder {
  return createGroupCommit<View, void>(async (views) => {
    const counts = new Map<string, { view: View; count: number }>();
    for (const view of views) {
      const counted = counts.get(view.campaignId);
      counts.set(view.campaignId, { view, count: (counted?.count ?? 0) + 1 });
    }
    await addViews(prisma, [...counts.values()]);
    return views.map(() => undefined);
  }, SETTINGS);
}

/**
 * Prisma has no word for adding another number to each of many rows. The rows are locked in the order of their ids, so that two
 * processes never wait for each other in a ring; `updatedAt` stays, since the merchant changed nothing.
 */
async function addViews(prisma: PrismaClient, counts: { view: View; count: number }[]): Promise<void> {
  await prisma.$executeRaw`
    WITH counted AS (
      SELECT * FROM unnest(
        ${counts.map(({ view }) => view.shop)}::text[], ${counts.map(({ view }) => view.campaignId)}::uuid[],
        ${counts.map(({ count }) => count)}::int[]
      ) AS counted (shop, id, views)
    ), locked AS (
      SELECT c.shop, c.id, counted.views
        FROM "EarlyAccessCampaign" c JOIN counted ON counted.shop = c.shop AND counted.id = c.id
       ORDER BY c.id FOR NO KEY UPDATE OF c
    )
    UPDATE "EarlyAccessCampaign" c SET "totalViews" = c."totalViews" + locked.views
      FROM locked WHERE c.shop = locked.shop AND c.id = locked.id`;
}
