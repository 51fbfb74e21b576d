import type { PrismaClient } from '../../../prisma/client/client.ts';
import { gatedProductIds } from '../catalog/gated-products.ts';
import { type EnforcedCampaign, isNear } from './desired-checkout.ts';

/** More revocations than the config has room for need not be read. */
const MOST_REVOKED = 1_000;

/** Reads what campaigns ask of a shop's checkout. */
export class EnforcedCampaignReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** The shop's campaigns that are enforced now or soon, those that began first coming first, each with its products. */
  async near(shop: string, instant: Date): Promise<EnforcedCampaign[]> {
    const rows = await this.#prisma.earlyAccessCampaign.findMany({
      where: { shop, enforcesAtCheckout: true, isActive: true, OR: [{ endsAt: null }, { endsAt: { gt: instant } }] },
      orderBy: [{ activatedAt: 'asc' }, { id: 'asc' }],
    });
    const campaigns = rows.filter((row) => isNear(row, instant));
    return Promise.all(
      campaigns.map(async (row) => ({ ...row, goods: await gatedProductIds(this.#prisma, shop, row) })),
    );
  }

  /** Passes, codes and links of these campaigns that were revoked one by one and could still be tried, newest first. One statement over three tables. */
  async revoked(shop: string, campaignIds: readonly string[]): Promise<string[]> {
    const rows = await this.#prisma.$queryRaw<{ id: string }[]>`
      SELECT id FROM (
        SELECT id, "revokedAt" FROM "AccessPass" WHERE shop = ${shop} AND "campaignId" = ANY(${campaignIds}::uuid[])
           AND "expiresAt" > statement_timestamp()
         UNION ALL
        SELECT id, "revokedAt" FROM "AccessCode" WHERE shop = ${shop} AND "campaignId" = ANY(${campaignIds}::uuid[])
         UNION ALL
        SELECT id, "revokedAt" FROM "SecretLink" WHERE shop = ${shop} AND "campaignId" = ANY(${campaignIds}::uuid[])
      ) revocation WHERE "revokedAt" IS NOT NULL ORDER BY "revokedAt" DESC, id LIMIT ${MOST_REVOKED}`;
    return rows.map(({ id }) => id);
  }
}
