import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';
import { isUuid } from '../platform/uuid.ts';
import { AccessType } from './access-type.ts';
import { gateTextsOf } from './campaign-texts.ts';
import type { Credential, RuledCampaign } from './decide.ts';
import { isSecret, secretDigest } from './secret-link.ts';
import { TrustLevel } from './trust-level.ts';

/** One access code of a campaign, as the gate needs it: its digest, never its text. */
export interface GuardedCode extends Credential {
  readonly id: string;
  readonly codeDigest: Uint8Array;
}

/** A campaign as its gate needs it: with the digests that open it, never with what the merchant can read. */
export interface GuardedCampaign extends RuledCampaign {
  readonly shop: string;
  readonly shopName: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
  readonly confirmWithinMinutes: number;
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
}

/** A campaign found by a secret link, and which link it was. */
export interface LinkedCampaign {
  readonly campaign: GuardedCampaign;
  readonly link: Credential & { readonly id: string };
}

const GUARDED = {
  owner: { select: { name: true } },
  accessCodes: {
    select: { id: true, codeDigest: true, maxUses: true, totalUses: true, expiresAt: true, revokedAt: true },
  },
} as const;

/** Finds campaigns for visitors, over all shops: a visitor names a campaign, never a shop. A shop that left has none. */
export class CampaignReader {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;
  readonly #reading = new Map<string, Promise<GuardedCampaign | null>>();

  constructor(prisma: PrismaClient, seal: Seal) {
    this.#prisma = prisma;
    this.#seal = seal;
  }

  /** Requests that ask for the same campaign at the same moment share one read: on the morning of a drop all of them do. */
  async byId(id: string): Promise<GuardedCampaign | null> {
    if (!isUuid(id)) return null;
    const underWay = this.#reading.get(id);
    if (underWay) return underWay;
    const reading = this.#read(id).finally(() => this.#reading.delete(id));
    this.#reading.set(id, reading);
    return reading;
  }

  /**
   * The time of a refusal must not say which ids exist: for an unknown one the oldest campaign is read and unpacked instead, and
   * put away. One statement; Prisma has no word for it.
   */
  async #read(id: string): Promise<GuardedCampaign | null> {
    const [answer] = await this.#prisma.$queryRaw<{ campaign: StoredCampaign; hasLeft: boolean }[]>`
        SELECT to_jsonb(c) || jsonb_build_object('owner', jsonb_build_object('name', s.name), 'accessCodes', coalesce((
          SELECT jsonb_agg(jsonb_build_object(
            'id', a.id, 'codeDigest', encode(a."codeDigest", 'base64'), 'maxUses', a."maxUses",
            'totalUses', a."totalUses", 'expiresAt', a."expiresAt", 'revokedAt', a."revokedAt"))
          FROM "AccessCode" a WHERE a.shop = c.shop AND a."campaignId" = c.id), '[]')) AS campaign,
          s."uninstalledAt" IS NOT NULL AS "hasLeft"
        FROM "EarlyAccessCampaign" c JOIN "Shop" s ON s.domain = c.shop
       WHERE c.id = coalesce(
         (SELECT id FROM "EarlyAccessCampaign" WHERE id = ${id}::uuid LIMIT 1),
         (SELECT id FROM "EarlyAccessCampaign" ORDER BY id LIMIT 1))
       LIMIT 1`;
    const campaign = answer ? guarded(fromStored(answer.campaign)) : null;
    return campaign?.id === id.toLowerCase() && !answer?.hasLeft ? campaign : null;
  }

  /** The campaign behind a secret link, unless the link was revoked; whether it still lets in is `decide`'s matter. Reading spends nothing. */
  async bySecretLink(secret: string): Promise<LinkedCampaign | null> {
    if (!isSecret(secret)) return null;
    const link = await this.#prisma.secretLink.findUnique({
      where: {
        ...{ secretDigest: secretDigest(this.#seal, secret), revokedAt: null },
        campaign: { owner: { uninstalledAt: null } },
      },
      include: { campaign: { include: GUARDED } },
    });
    return link && { campaign: guarded(link.campaign), link };
  }
}

type GuardedRow = Omit<GuardedCampaign, 'shopName' | 'accessType' | 'trustLevel' | 'texts'> & {
  owner: { name: string };
  accessType: keyof typeof AccessType;
  trustLevel: keyof typeof TrustLevel;
  texts: unknown;
};

/** What JSON knows of a date. */
type Stored<Row> = { [Field in keyof Row]: Row[Field] extends Date | null ? string | null : Row[Field] };

/** A campaign's row as PostgreSQL writes it in JSON. */
interface StoredCampaign extends Stored<Omit<GuardedRow, 'accessCodes'>> {
  readonly accessCodes: readonly (Stored<Omit<GuardedCode, 'codeDigest'>> & { readonly codeDigest: string })[];
}

function fromStored({ startsAt, endsAt, activatedAt, accessCodes, ...row }: StoredCampaign): GuardedRow {
  return {
    ...row,
    startsAt: dateOf(startsAt),
    endsAt: dateOf(endsAt),
    activatedAt: dateOf(activatedAt),
    accessCodes: accessCodes.map(({ codeDigest, expiresAt, revokedAt, ...code }) => ({
      ...code,
      codeDigest: Buffer.from(codeDigest, 'base64'),
      expiresAt: dateOf(expiresAt),
      revokedAt: dateOf(revokedAt),
    })),
  };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function guarded({ owner, ...row }: GuardedRow): GuardedCampaign {
  return {
    ...row,
    shopName: owner.name,
    accessType: AccessType[row.accessType],
    trustLevel: TrustLevel[row.trustLevel],
    texts: gateTextsOf(row.texts),
  };
}
