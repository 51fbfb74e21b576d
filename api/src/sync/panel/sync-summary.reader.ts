import { type Destination, Prisma, type PrismaClient } from '../../../../prisma/client/client.ts';
import { CHOSEN_AUDIENCES } from '../plan/chosen-audience.ts';
import { IS_PROVED, TARGETS } from '../plan/eligible.ts';
import type { SyncSummary } from './sync.type.ts';
import { type LastAnswer, type MissingCount, type StateCount, summaryOf } from './sync-summary.ts';

interface AtCampaign {
  readonly campaignId: string;
  readonly destination: Destination;
}

/** What was counted for a shop, to be summed up for its campaigns or for a whole connection. */
export interface SyncCounts {
  ofCampaign(campaignId: string, destination: Destination): SyncSummary;
  ofConnection(destination: Destination): SyncSummary;
}

/** Counts where sign-ups stand. */
export class SyncSummaryReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Three statements, however many campaigns; `campaignIds` null: all of the shop. */
  async count(shop: string, campaignIds: readonly string[] | null): Promise<SyncCounts> {
    const [states, missing, connections] = await Promise.all([
      this.#states(shop, campaignIds),
      this.#missing(shop, campaignIds),
      this.#prisma.connection.findMany({ where: { shop } }),
    ]);
    const answerAt = (destination: Destination): LastAnswer | null =>
      connections.find((connection) => connection.destination === destination) ?? null;
    return {
      ofCampaign(campaignId, destination) {
        const isMeant = (at: AtCampaign) => at.campaignId === campaignId && at.destination === destination;
        return summaryOf(states.filter(isMeant), missing.filter(isMeant), answerAt(destination));
      },
      ofConnection(destination) {
        const isMeant = (at: AtCampaign) => at.destination === destination;
        return summaryOf(states.filter(isMeant), missing.filter(isMeant), answerAt(destination));
      },
    };
  }

  /** Receipts for the audience that is chosen now, at the account that is connected now or was last. */
  #states(shop: string, campaignIds: readonly string[] | null): Promise<(StateCount & AtCampaign)[]> {
    return this.#prisma.$queryRaw`
      SELECT r."campaignId", r.destination, r.state, r.reason, count(*)::int AS count,
             min(r."createdAt") FILTER (WHERE r.state IN ('WAITING', 'SENDING')) AS oldest
        FROM "EarlyAccessCampaign" c CROSS JOIN LATERAL ${CHOSEN_AUDIENCES} chosen
        LEFT JOIN "Connection" k ON k.shop = c.shop AND k.destination = chosen.destination
        JOIN "Receipt" r ON r.shop = c.shop AND r."campaignId" = c.id AND r.destination = chosen.destination
                        AND r.audience = chosen.audience
       WHERE c.shop = ${shop} ${among(campaignIds, Prisma.sql`c.id`)}
         AND (k."connectedAt" IS NULL OR r."updatedAt" >= k."connectedAt")
       GROUP BY r."campaignId", r.destination, r.state, r.reason`;
  }

  /**
   * Sign-ups that have no receipt there, or one for another audience or account only. Sign-ups and receipts are laid together and grouped, not
   * joined: a join's plan depends on statistics, and there are none yet in the minute in which everybody signs up.
   */
  #missing(shop: string, campaignIds: readonly string[] | null): Promise<(MissingCount & AtCampaign)[]> {
    return this.#prisma.$queryRaw`
      WITH target AS MATERIALIZED (
        SELECT * FROM (${TARGETS}) t WHERE t.shop = ${shop} ${among(campaignIds, Prisma.sql`t."campaignId"`)}
      ), met AS (
        SELECT target.*, s.id AS "signupId", s."createdAt", NULL::boolean AS "isCurrent"
          FROM target JOIN "Signup" s ON s.shop = target.shop AND s."campaignId" = target."campaignId" WHERE ${IS_PROVED}
        UNION ALL
        SELECT target.*, r."signupId", NULL, r.audience = target.audience AND r."updatedAt" >= target."connectedAt"
          FROM target JOIN "Receipt" r ON r.shop = target.shop AND r."campaignId" = target."campaignId"
                                      AND r.destination = target.destination
      ), missing AS (
        SELECT "campaignId", destination, since, "isBackfilled", "backfillAskedAt", max("createdAt") AS "createdAt",
               count("isCurrent") = 0 AS "isNew"
          FROM met GROUP BY "campaignId", destination, since, "isBackfilled", "backfillAskedAt", "signupId"
        HAVING max("createdAt") IS NOT NULL AND NOT coalesce(bool_or("isCurrent"), false)
      )
      SELECT "campaignId", destination, count(*)::int AS count,
             ("isBackfilled" OR "isNew" AND "createdAt" > since) AS "isComing",
             min(coalesce("backfillAskedAt", "createdAt")) AS oldest
        FROM missing GROUP BY 1, 2, 4`;
  }
}

function among(campaignIds: readonly string[] | null, column: Prisma.Sql): Prisma.Sql {
  return campaignIds === null ? Prisma.empty : Prisma.sql`AND ${column} = ANY(${[...campaignIds]}::uuid[])`;
}
