import { Prisma } from '../../../prisma/client/client.ts';
import { CampaignStatus, campaignStatus, type StatusFacts } from '../campaign/campaign-status.ts';

/** What decides whether a campaign's products are to be hidden. */
export interface WishFacts extends StatusFacts {
  /** Whether the merchant wants them hidden. */
  readonly hidesProducts: boolean;
}

const HIDING_STATUSES: readonly CampaignStatus[] = [CampaignStatus.SCHEDULED, CampaignStatus.LIVE, CampaignStatus.FULL];

/**
 * Whether a campaign's products are to be hidden at an instant: from its activation, so that nobody finds them before the window
 * begins, until the window ends. A full campaign hides them as well, for those who have a place. Drafts, paused and ended ones hide
 * nothing.
 */
export function hidesProductsAt(facts: WishFacts, instant: Date): boolean {
  return facts.hidesProducts && HIDING_STATUSES.includes(campaignStatus(facts, instant));
}

/**
 * `hidesProductsAt` for many campaigns at once, by the database's clock: a query of the products that are to be hidden, each with
 * the campaign on whose behalf, as `shop`, `productId`, `campaignId`. The products are those that the campaign names and the members of its collections;
 * those that the catalog has as drafts or archived are not among them, and neither are those that did not come from Shopify.
 * `shop` null: of all shops.
 */
export function wantedProducts(shop: string | null): Prisma.Sql {
  const here = shop === null ? Prisma.empty : Prisma.sql`AND c.shop = ${shop}`;
  return Prisma.sql`
    SELECT c.shop, goods."productId", c.id AS "campaignId"
      FROM "EarlyAccessCampaign" c
      CROSS JOIN LATERAL (
        SELECT unnest(c."productIds") AS "productId"
        UNION
        SELECT m."productId" FROM "CollectionMembership" m
         WHERE m.shop = c.shop AND m."collectionId" = ANY (c."collectionIds")
      ) goods
      LEFT JOIN "Product" p ON p.shop = c.shop AND p.id = goods."productId"
     WHERE c."hidesProducts" AND c."isActive" AND (c."endsAt" IS NULL OR c."endsAt" > statement_timestamp()) ${here}
       AND goods."productId" LIKE 'gid://shopify/Product/%'
       AND (p.status IS NULL OR p.status IN ('ACTIVE', 'UNLISTED'))`;
}
