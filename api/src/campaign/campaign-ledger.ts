import type { PipelinedTransaction } from '../platform/database/pipeline.ts';
import { AccessType } from './access-type.ts';
import type { CampaignKey } from './campaign-secrets.ts';
import type { Credential, RuledCampaign } from './decide.ts';
import { TrustLevel } from './trust-level.ts';

/** A campaign's rules and counts, held still by a lock until the transaction ends. */
export interface CampaignLedger {
  readonly campaign: RuledCampaign & { readonly passEpoch: number };
  /** Of the codes and links that were asked for, those that the campaign has, by their ids. */
  readonly credentials: ReadonlyMap<string, Credential>;
}

/** How many more places were taken, in all and by each code and link. */
export interface LedgerEntries {
  readonly passes: number;
  /** By the id of the code or link. */
  readonly uses: ReadonlyMap<string, number>;
}

interface LedgerRow extends Omit<CampaignLedger['campaign'], 'accessType' | 'trustLevel'> {
  readonly accessType: keyof typeof AccessType;
  readonly trustLevel: keyof typeof TrustLevel;
}

type CredentialRow = Credential & { readonly id: string };

/** Readers go on; only who counts places here waits. What comes back is what the lock holds. */
const LOCK = {
  name: 'ledger-lock',
  text: `
    SELECT "isActive", "activatedAt", "archivedAt", "startsAt", "endsAt", capacity, "totalPasses", "accessType", "trustLevel",
           "isGuestListOnly", "isOpenToAll", "confirmWithinMinutes", "passEpoch"
      FROM "EarlyAccessCampaign" WHERE shop = $1 AND id = $2 FOR NO KEY UPDATE`,
};

/** A statement of its own: the one that waits for the lock would count what was there before it waited. */
const CREDENTIALS = {
  name: 'ledger-credentials',
  text: `
    SELECT id, "maxUses", "totalUses", "expiresAt", "revokedAt" FROM "AccessCode"
     WHERE shop = $1 AND "campaignId" = $2 AND id = ANY($3::uuid[])
    UNION ALL
    SELECT id, "maxUses", "totalUses", "expiresAt", "revokedAt" FROM "SecretLink"
     WHERE shop = $1 AND "campaignId" = $2 AND id = ANY($3::uuid[])`,
};

/** `updatedAt` stays: the merchant changed nothing. */
const COUNT = {
  name: 'ledger-count',
  text: `
    WITH used AS (
      SELECT * FROM unnest($4::uuid[], $5::int[]) AS used (id, times)
    ), codes AS (
      UPDATE "AccessCode" c SET "totalUses" = c."totalUses" + used.times FROM used WHERE c.shop = $1 AND c.id = used.id
    ), links AS (
      UPDATE "SecretLink" l SET "totalUses" = l."totalUses" + used.times FROM used WHERE l.shop = $1 AND l.id = used.id
    )
    UPDATE "EarlyAccessCampaign" SET "totalPasses" = "totalPasses" + $3 WHERE shop = $1 AND id = $2`,
};

/**
 * Locks the campaign against other claims, then reads its rules and these of its codes and links as they are now; null when it is gone. What
 * the transaction is asked after this call finds the lock held.
 */
export async function openLedger(
  transaction: PipelinedTransaction,
  { shop, campaignId }: CampaignKey,
  credentialIds: readonly string[],
): Promise<CampaignLedger | null> {
  const [[row], rows] = await Promise.all([
    transaction.ask<LedgerRow>(LOCK, [shop, campaignId]),
    transaction.ask<CredentialRow>(CREDENTIALS, [shop, campaignId, [...new Set(credentialIds)]]),
  ]);
  if (row === undefined) return null;
  const [accessType, trustLevel] = [AccessType[row.accessType], TrustLevel[row.trustLevel]];
  return { campaign: { ...row, accessType, trustLevel }, credentials: new Map(rows.map((one) => [one.id, one])) };
}

/** Writes down the places that were taken, also none: who comes again must not be known by less work. */
export function writeLedger(
  transaction: PipelinedTransaction,
  { shop, campaignId }: CampaignKey,
  { passes, uses }: LedgerEntries,
): void {
  transaction.tell(COUNT, [shop, campaignId, passes, [...uses.keys()], [...uses.values()]]);
}
