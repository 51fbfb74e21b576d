import type { Prisma } from '../../../prisma/client/client.ts';
import { AccessType } from './access-type.ts';
import type { CampaignKey } from './campaign-secrets.ts';
import type { Credential, RuledCampaign } from './decide.ts';
import { TrustLevel } from './trust-level.ts';

/** A campaign's rules and counts, held still by a lock until the transaction ends. */
export interface CampaignLedger {
  readonly campaign: RuledCampaign & { readonly confirmWithinMinutes: number; readonly passEpoch: number };
  readonly accessCodes: ReadonlyMap<string, Credential>;
  readonly secretLinks: ReadonlyMap<string, Credential>;
}

/** How many more places were taken, in all and by each code and link. */
export interface LedgerEntries {
  readonly passes: number;
  readonly accessCodes: ReadonlyMap<string, number>;
  readonly secretLinks: ReadonlyMap<string, number>;
}

const CREDENTIAL = { id: true, maxUses: true, totalUses: true, expiresAt: true, revokedAt: true } as const;

/** Locks the campaign against other claims, then reads its rules as they are now; null when it is gone. */
export async function openLedger(
  transaction: Prisma.TransactionClient,
  { shop, campaignId }: CampaignKey,
): Promise<CampaignLedger | null> {
  // Prisma has no word for a lock. Readers go on; only who counts places here waits.
  await transaction.$executeRaw`
    SELECT 1 FROM "EarlyAccessCampaign" WHERE shop = ${shop} AND id = ${campaignId}::uuid FOR NO KEY UPDATE`;
  const row = await transaction.earlyAccessCampaign.findUnique({
    where: { shop_id: { shop, id: campaignId } },
    include: { accessCodes: { select: CREDENTIAL }, secretLinks: { select: CREDENTIAL } },
  });
  if (row === null) return null;
  const { accessCodes, secretLinks, ...campaign } = row;
  return {
    campaign: { ...campaign, accessType: AccessType[row.accessType], trustLevel: TrustLevel[row.trustLevel] },
    accessCodes: new Map(accessCodes.map((code) => [code.id, code])),
    secretLinks: new Map(secretLinks.map((link) => [link.id, link])),
  };
}

/** Writes down the places that were taken, also none: who comes again must not be known by less work. `updatedAt` stays: the merchant changed nothing. */
export async function writeLedger(
  transaction: Prisma.TransactionClient,
  { shop, campaignId }: CampaignKey,
  { passes, accessCodes, secretLinks }: LedgerEntries,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "EarlyAccessCampaign" SET "totalPasses" = "totalPasses" + ${passes}
     WHERE shop = ${shop} AND id = ${campaignId}::uuid`;
  for (const [id, uses] of accessCodes) {
    await transaction.accessCode.updateMany({ where: { shop, id }, data: { totalUses: { increment: uses } } });
  }
  for (const [id, uses] of secretLinks) {
    await transaction.secretLink.updateMany({ where: { shop, id }, data: { totalUses: { increment: uses } } });
  }
}
