import { Prisma } from '../../../../prisma/client/client.ts';
import { CHOSEN_AUDIENCES } from './chosen-audience.ts';

/**
 * Rows `target`: each connection with each campaign of its shop that has an audience there. `since` is when both became what they
 * are: earlier sign-ups belong to the audience only when the merchant asked (`isBackfilled`) since then.
 */
export const TARGETS = Prisma.sql`
  SELECT k.shop, k.destination, k."connectedAt", c.id AS "campaignId", c."trustLevel", a.audience, a.since,
         b."askedAt" AS "backfillAskedAt", b."askedAt" IS NOT NULL AS "isBackfilled"
    FROM "Connection" k
    JOIN "EarlyAccessCampaign" c ON c.shop = k.shop
    CROSS JOIN LATERAL (
      SELECT audience, greatest(since, k."connectedAt") AS since
        FROM ${CHOSEN_AUDIENCES} chosen WHERE chosen.destination = k.destination
    ) a
    LEFT JOIN "Backfill" b ON b.shop = k.shop AND b."campaignId" = c.id AND b.destination = k.destination
                          AND b.audience = a.audience AND b."askedAt" >= a.since`;

/**
 * Whether the sign-up `s` may go anywhere at all, as far as its campaign's rows in `target` say: its address is proved where it must be, or
 * had to be when it was given. A campaign that asks for proofs no longer lets nobody in who was asked and never answered.
 */
export const IS_PROVED = Prisma.sql`(
  target."trustLevel" = 'INSTANT' AND NOT s."isProofAsked" OR s."confirmedAt" IS NOT NULL)`;

/** Whether the sign-up `s` belongs to the audience of `target`. */
export const IS_WANTED = Prisma.sql`(s."createdAt" > target.since OR target."isBackfilled")`;
