import type { Prisma } from '../../../../prisma/client/client.ts';
import { type UserError, UserErrorCode, userError } from '../../platform/graphql/user-error.type.ts';
import { pastProblems } from '../campaign-details.ts';
import type { CampaignKey } from '../campaign-secrets.ts';
import { capProblems } from '../campaign-settings.ts';
import { lengthProblems } from '../text-length.ts';

/** What the merchant sets of an access code and of a secret link alike. */
export interface CredentialTerms {
  readonly name: string;
  readonly maxUses: number | null;
  readonly expiresAt: Date | null;
}

/** The same in an input: what is left out stays. */
export type CredentialTermsInput = { readonly [Term in keyof CredentialTerms]?: CredentialTerms[Term] | null };

/** The most access codes, and the most secret links, that a campaign may have at once; revoked ones do not count. */
export const MOST_CREDENTIALS = 100;

/** Oldest first, revoked ones last. */
export const CREDENTIAL_ORDER = [
  { revokedAt: { sort: 'asc', nulls: 'first' } },
  { createdAt: 'asc' },
  { id: 'asc' },
] as const satisfies Prisma.AccessCodeOrderByWithRelationInput[] & Prisma.SecretLinkOrderByWithRelationInput[];

const LONGEST_NAME = 100;

/** The terms after a change; `before` is null for a new credential. */
export function termsAfter(before: CredentialTerms | null, input: CredentialTermsInput): CredentialTerms {
  const { maxUses = before?.maxUses ?? null, expiresAt = before?.expiresAt ?? null } = input;
  return { name: input.name?.trim() ?? before?.name ?? '', maxUses, expiresAt };
}

/** What is wrong with the terms. An expiry that has passed since it was set keeps nothing else from being changed. */
export function termsProblems(terms: CredentialTerms, before: CredentialTerms | null): UserError[] {
  const isNewExpiry = terms.expiresAt?.getTime() !== before?.expiresAt?.getTime();
  return [
    ...(terms.name === '' ? [userError(['input', 'name'], UserErrorCode.BLANK, 'Give it a name.')] : []),
    ...lengthProblems('name', terms.name, LONGEST_NAME),
    ...capProblems('maxUses', terms.maxUses),
    ...(terms.expiresAt !== null && isNewExpiry ? pastProblems('expiresAt', terms.expiresAt) : []),
  ];
}

/**
 * Holds the campaign still until the transaction ends, so that credentials can be counted and then made; false when there
 * is no such campaign. Prisma has no word for a lock; `FOR NO KEY UPDATE` lets readers and references go on.
 */
export async function lockCampaign(
  transaction: Prisma.TransactionClient,
  { shop, campaignId }: CampaignKey,
): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "EarlyAccessCampaign" WHERE shop = ${shop} AND id = ${campaignId}::uuid FOR NO KEY UPDATE`;
  return rows.length === 1;
}

/** Why no further credential may be made. */
export function tooMany(what: string): UserError {
  const message = `A campaign has at most ${MOST_CREDENTIALS} ${what}. Revoke one that is no longer needed.`;
  return userError(['campaignId'], UserErrorCode.TOO_MANY, message);
}
