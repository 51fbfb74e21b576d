import type { Prisma } from '../../../prisma/client/client.ts';
import type { CampaignDetails } from './campaign-details.ts';
import type { CampaignKey } from './campaign-secrets.ts';

/**
 * Notes since when a campaign's list or tag is the one it is, by the database's clock: who signed up before goes there
 * only when the merchant asks for it. Prisma has no word for the database's clock in an update.
 */
export async function keepAudienceSince(
  transaction: Prisma.TransactionClient,
  { shop, campaignId }: CampaignKey,
  { before, after }: { before: CampaignDetails; after: CampaignDetails },
): Promise<void> {
  const isKlaviyoNew = before.klaviyoListId !== after.klaviyoListId;
  const isOmnisendNew = before.omnisendListId !== after.omnisendListId;
  if (!isKlaviyoNew && !isOmnisendNew) return;
  await transaction.$executeRaw`
    UPDATE "EarlyAccessCampaign" SET
      "klaviyoListSince" = CASE WHEN ${isKlaviyoNew} THEN CURRENT_TIMESTAMP ELSE "klaviyoListSince" END,
      "omnisendListSince" = CASE WHEN ${isOmnisendNew} THEN CURRENT_TIMESTAMP ELSE "omnisendListSince" END
    WHERE shop = ${shop} AND id = ${campaignId}::uuid`;
}
