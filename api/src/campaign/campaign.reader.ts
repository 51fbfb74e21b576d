import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';
import { isUuid } from '../platform/uuid.ts';
import { AccessType } from './access-type.ts';
import { isSecret, secretDigest } from './secret-link.ts';

/** A campaign as its gate needs it: with the digests that open it, never with what the merchant can read. */
export interface GuardedCampaign {
  readonly shop: string;
  readonly shopName: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly isActive: boolean;
  readonly accessType: AccessType;
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly passEpoch: number;
  readonly accessCodes: readonly { readonly id: string; readonly codeDigest: Uint8Array }[];
}

/** A campaign found by a secret link, and which link it was. */
export interface LinkedCampaign {
  readonly campaign: GuardedCampaign;
  readonly linkId: string;
}

const GUARDED = {
  owner: { select: { name: true } },
  accessCodes: { select: { id: true, codeDigest: true } },
} as const;

/** Finds campaigns for visitors, over all shops: a visitor names a campaign, never a shop. */
export class CampaignReader {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;

  constructor(prisma: PrismaClient, seal: Seal) {
    this.#prisma = prisma;
    this.#seal = seal;
  }

  async byId(id: string): Promise<GuardedCampaign | null> {
    if (!isUuid(id)) return null;
    const row = await this.#prisma.earlyAccessCampaign.findFirst({ where: { id }, include: GUARDED });
    return row && guarded(row);
  }

  /** The campaign behind a secret link, unless the link was revoked. Reading spends nothing. */
  async bySecretLink(secret: string): Promise<LinkedCampaign | null> {
    if (!isSecret(secret)) return null;
    const link = await this.#prisma.secretLink.findUnique({
      where: { secretDigest: secretDigest(this.#seal, secret), revokedAt: null },
      include: { campaign: { include: GUARDED } },
    });
    return link && { campaign: guarded(link.campaign), linkId: link.id };
  }
}

type GuardedRow = Omit<GuardedCampaign, 'shopName' | 'accessType'> & {
  owner: { name: string };
  accessType: keyof typeof AccessType;
};

function guarded({ owner, ...row }: GuardedRow): GuardedCampaign {
  return { ...row, shopName: owner.name, accessType: AccessType[row.accessType] };
}
