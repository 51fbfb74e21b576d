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

/** No domain looks like it. */
const NO_SHOP = '';

/** Finds campaigns for visitors, over all shops: a visitor names a campaign, never a shop. */
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

  /** Asks the same statements whether there is such a campaign or not: the time of a refusal must not say which ids exist. */
  async #read(id: string): Promise<GuardedCampaign | null> {
    const row = await this.#prisma.earlyAccessCampaign.findFirst({ where: { id } });
    const shop = row?.shop ?? NO_SHOP;
    const [owner, accessCodes] = await Promise.all([
      this.#prisma.shop.findFirst({ where: { domain: shop }, ...GUARDED.owner }),
      this.#prisma.accessCode.findMany({ where: { shop, campaignId: id }, ...GUARDED.accessCodes }),
    ]);
    return row && owner && guarded({ ...row, owner, accessCodes });
  }

  /** The campaign behind a secret link, unless the link was revoked; whether it still lets in is `decide`'s matter. Reading spends nothing. */
  async bySecretLink(secret: string): Promise<LinkedCampaign | null> {
    if (!isSecret(secret)) return null;
    const link = await this.#prisma.secretLink.findUnique({
      where: { secretDigest: secretDigest(this.#seal, secret), revokedAt: null },
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

function guarded({ owner, ...row }: GuardedRow): GuardedCampaign {
  return {
    ...row,
    shopName: owner.name,
    accessType: AccessType[row.accessType],
    trustLevel: TrustLevel[row.trustLevel],
    texts: gateTextsOf(row.texts),
  };
}
