import type { PrismaClient } from '../../../../prisma/client/client.ts';
import type { ProductStanding } from './product-warnings.ts';

/** Products of a campaign that stand alike. */
export interface StandingCount extends ProductStanding {
  readonly campaignId: string;
  readonly count: number;
  /** The first of them: those that the campaign names, then those of its collections, each by title. A deleted one has no title. */
  readonly first: readonly StandingProduct[];
}

/** One of them. */
export interface StandingProduct {
  readonly id: string;
  readonly title: string | null;
  /** It is in the campaign by a collection alone. */
  readonly isByCollection: boolean;
}

/** How many products of one standing are listed. */
const LISTED = 20;

/** Reads how the products of campaigns stand. */
export class ProductStandingReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** One statement, however many campaigns and products: those that a campaign names, and those of its collections, each once. */
  count(shop: string, campaignIds: readonly string[]): Promise<StandingCount[]> {
    return this.#prisma.$queryRaw`
      WITH mention AS (
        SELECT c.id AS campaign, named.id AS product, false AS "isByCollection"
          FROM "EarlyAccessCampaign" c CROSS JOIN LATERAL unnest(c."productIds") AS named(id)
         WHERE c.shop = ${shop} AND c.id = ANY(${[...campaignIds]}::uuid[])
        UNION ALL
        SELECT c.id, m."productId", true
          FROM "EarlyAccessCampaign" c CROSS JOIN LATERAL unnest(c."collectionIds") AS named(id)
          JOIN "CollectionMembership" m ON m.shop = c.shop AND m."collectionId" = named.id
         WHERE c.shop = ${shop} AND c.id = ANY(${[...campaignIds]}::uuid[])
      ), standing AS (
        SELECT o.campaign, o.product, o."isByCollection", p.title, p.status, coalesce(p."isPublished", false) AS "isPublished",
               NOT EXISTS (
                 SELECT 1 FROM "ProductVariant" v
                  WHERE v.shop = ${shop} AND v."productId" = o.product
                    AND (v."inventoryQuantity" IS NULL OR v."inventoryQuantity" > 0 OR v."sellsWhenSoldOut")) AS "isSoldOut"
          FROM (SELECT campaign, product, bool_and("isByCollection") AS "isByCollection" FROM mention GROUP BY 1, 2) o
          LEFT JOIN "Product" p ON p.shop = ${shop} AND p.id = o.product
      ), ranked AS (
        SELECT standing.*, row_number() OVER (
                 PARTITION BY campaign, status, "isPublished", "isSoldOut" ORDER BY "isByCollection", title, product) AS rank
          FROM standing
      )
      SELECT campaign AS "campaignId", status, "isPublished", "isSoldOut", count(*)::int AS count,
             jsonb_agg(jsonb_build_object('id', product, 'title', title, 'isByCollection', "isByCollection") ORDER BY rank)
               FILTER (WHERE rank <= ${LISTED}) AS first
        FROM ranked GROUP BY campaign, status, "isPublished", "isSoldOut"
       ORDER BY campaign, status, "isPublished", "isSoldOut"`;
  }
}
