import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { SetUp } from './set-up.type.ts';

const NOTHING: SetUp = {
  ...{ hasCatalog: false, hasCampaign: false, hasProducts: false, hasConnection: false },
  ...{ hasActivated: false, hasPeople: false, campaignId: null },
};

/** Tells how far a shop has been set up. */
export class SetUpReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** One statement. */
  async read(shop: string): Promise<SetUp> {
    const [setUp = NOTHING] = await this.#prisma.$queryRaw<SetUp[]>`
      SELECT EXISTS (SELECT 1 FROM "Product" WHERE shop = ${shop}) AS "hasCatalog",
             EXISTS (SELECT 1 FROM "Connection" WHERE shop = ${shop}) AS "hasConnection",
             count(*) > 0 AS "hasCampaign",
             coalesce(bool_or(cardinality("productIds") + cardinality("collectionIds") > 0), false) AS "hasProducts",
             coalesce(bool_or("activatedAt" IS NOT NULL), false) AS "hasActivated",
             coalesce(bool_or("totalPasses" > 0 OR "totalSignups" > 0), false) AS "hasPeople",
             (array_agg(id ORDER BY "createdAt" DESC, id DESC))[1] AS "campaignId"
        FROM "EarlyAccessCampaign" WHERE shop = ${shop}`;
    return setUp;
  }
}
