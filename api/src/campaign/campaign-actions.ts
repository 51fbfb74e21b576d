import type { CampaignActionKind, Prisma } from '../../../prisma/client/client.ts';
import type { CampaignKey } from './campaign-secrets.ts';

/** Who does something to a campaign, as the merchant reads it: `Merchant`, `Shopify user 42` or `API token Till`. */
export type Actor = string;

/** Notes what is done to a campaign in the transaction that does it: what is in effect is in the record. */
export async function noteActions(
  transaction: Prisma.TransactionClient,
  { shop, campaignId }: CampaignKey,
  { kinds, actor }: { kinds: readonly CampaignActionKind[]; actor: Actor },
): Promise<void> {
  if (kinds.length === 0) return;
  await transaction.campaignAction.createMany({ data: kinds.map((kind) => ({ shop, campaignId, kind, actor })) });
}
