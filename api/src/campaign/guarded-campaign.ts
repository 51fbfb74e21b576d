import type { PrismaClient } from '../../../prisma/client/client.ts';
import { AccessType } from './access-type.ts';
import { gateTextsOf } from './campaign-texts.ts';
import type { Credential, RuledCampaign } from './decide.ts';
import { TrustLevel } from './trust-level.ts';

/** One access code of a campaign, as the gate needs it: its digest, never its text. */
export interface GuardedCode extends Credential {
  readonly id: string;
  readonly codeDigest: Uint8Array;
}

/** One secret link of a campaign, as the gate needs it. */
export interface GuardedLink extends Credential {
  readonly id: string;
}

/**
 * A campaign as its gate needs it: with the digests that open it, never with what the merchant can read. It is shared by whoever asks for
 * it and does not change; a changed campaign is another object.
 */
export interface GuardedCampaign extends RuledCampaign {
  readonly shop: string;
  readonly shopName: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
  readonly hasWaitingList: boolean;
  readonly showsEmailFirst: boolean;
  readonly consentText: string | null;
  readonly accentColor: string | null;
  readonly pictureUrl: string | null;
  /** Texts of the gate that the merchant replaced, by their names. */
  readonly texts: Readonly<Record<string, string>>;
  readonly passEpoch: number;
  readonly enforcesAtCheckout: boolean;
  readonly mostPiecesPerOrder: number | null;
  readonly accessCodes: readonly GuardedCode[];
  readonly secretLinks: readonly GuardedLink[];
}

/**
 * Reads a campaign with its codes and links; null where there is none, or where its shop has left. The time of a refusal must not say which
 * ids exist: for an unknown one the oldest campaign is read and unpacked instead, and put away. One statement; Prisma has no word for it.
 */
export async function readGuardedCampaign(prisma: PrismaClient, id: string): Promise<GuardedCampaign | null> {
  const [answer] = await prisma.$queryRaw<{ campaign: StoredCampaign; hasLeft: boolean }[]>`
    SELECT to_jsonb(c) || jsonb_build_object(
        'owner', jsonb_build_object('name', s.name),
        'accessCodes', coalesce((
          SELECT jsonb_agg(jsonb_build_object(
            'id', a.id, 'codeDigest', encode(a."codeDigest", 'base64'), 'maxUses', a."maxUses",
            'totalUses', a."totalUses", 'expiresAt', a."expiresAt", 'revokedAt', a."revokedAt"))
          FROM "AccessCode" a WHERE a.shop = c.shop AND a."campaignId" = c.id), '[]'),
        'secretLinks', coalesce((
          SELECT jsonb_agg(jsonb_build_object(
            'id', l.id, 'maxUses', l."maxUses",
            'totalUses', l."totalUses", 'expiresAt', l."expiresAt", 'revokedAt', l."revokedAt"))
          FROM "SecretLink" l WHERE l.shop = c.shop AND l."campaignId" = c.id), '[]')) AS campaign,
        s."uninstalledAt" IS NOT NULL AS "hasLeft"
      FROM "EarlyAccessCampaign" c JOIN "Shop" s ON s.domain = c.shop
     WHERE c.id = coalesce(
       (SELECT id FROM "EarlyAccessCampaign" WHERE id = ${id}::uuid LIMIT 1),
       (SELECT id FROM "EarlyAccessCampaign" ORDER BY id LIMIT 1))
     LIMIT 1`;
  const campaign = answer ? fromStored(answer.campaign) : null;
  return campaign?.id === id && !answer?.hasLeft ? campaign : null;
}

/** What JSON knows of a date. */
type Stored<Row> = { readonly [Field in keyof Row]: Row[Field] extends Date | null ? string | null : Row[Field] };

type StoredCredential<Kind extends Credential> = Stored<Omit<Kind, 'codeDigest'>>;

/** A campaign's row as PostgreSQL writes it in JSON. */
interface StoredCampaign
  extends Stored<
    Omit<GuardedCampaign, 'shopName' | 'accessType' | 'trustLevel' | 'texts' | 'accessCodes' | 'secretLinks'>
  > {
  readonly owner: { readonly name: string };
  readonly accessType: keyof typeof AccessType;
  readonly trustLevel: keyof typeof TrustLevel;
  readonly texts: unknown;
  readonly accessCodes: readonly (StoredCredential<GuardedCode> & { readonly codeDigest: string })[];
  readonly secretLinks: readonly StoredCredential<GuardedLink>[];
}

function fromStored({ owner, accessCodes, secretLinks, ...row }: StoredCampaign): GuardedCampaign {
  return Object.freeze({
    ...row,
    shopName: owner.name,
    startsAt: dateOf(row.startsAt),
    endsAt: dateOf(row.endsAt),
    activatedAt: dateOf(row.activatedAt),
    archivedAt: dateOf(row.archivedAt),
    accessType: AccessType[row.accessType],
    trustLevel: TrustLevel[row.trustLevel],
    texts: Object.freeze(gateTextsOf(row.texts)),
    accessCodes: accessCodes.map(({ codeDigest, ...code }) =>
      Object.freeze({ ...termsOf(code), codeDigest: Buffer.from(codeDigest, 'base64') }),
    ),
    secretLinks: secretLinks.map((link) => Object.freeze(termsOf(link))),
  });
}

function termsOf<Terms extends StoredCredential<GuardedLink>>(terms: Terms) {
  return { ...terms, expiresAt: dateOf(terms.expiresAt), revokedAt: dateOf(terms.revokedAt) };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
