import { v7 as uuidv7 } from 'uuid';
import type { AccessCode, Prisma, PrismaClient, SecretLink } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';
import { isUuid } from '../platform/uuid.ts';
import { accessCodePlace } from './access-code.ts';
import type { CampaignKey, CampaignSecrets } from './campaign-secrets.ts';
import { gateTextsOf } from './campaign-texts.ts';

/** Puts one campaign's guests on the list of another one of the shop. The room that owns guest lists says how. */
export type CopyGuests = (
  transaction: Prisma.TransactionClient,
  shop: string,
  campaigns: { readonly from: string; readonly to: string },
) => Promise<void>;

export interface CampaignCopiesParts {
  readonly prisma: PrismaClient;
  readonly seal: Seal;
  readonly secrets: CampaignSecrets;
  readonly copyGuests: CopyGuests;
}

const LONGEST_NAME = 200;

/** A guest list of a hundred thousand takes some seconds on a busy machine. */
const COPY_TIMEOUT_MS = 60_000;

const IN_ORDER = {
  where: { revokedAt: null },
  orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
} satisfies Prisma.EarlyAccessCampaign$accessCodesArgs & Prisma.EarlyAccessCampaign$secretLinksArgs;

const COPIED = { accessCodes: IN_ORDER, secretLinks: IN_ORDER } satisfies Prisma.EarlyAccessCampaignInclude;

type Original = Prisma.EarlyAccessCampaignGetPayload<{ include: typeof COPIED }>;

/** Makes new campaigns out of old ones, all of one or nothing. */
export class CampaignCopies {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;
  readonly #secrets: CampaignSecrets;
  readonly #copyGuests: CopyGuests;

  constructor({ prisma, seal, secrets, copyGuests }: CampaignCopiesParts) {
    this.#prisma = prisma;
    this.#seal = seal;
    this.#secrets = secrets;
    this.#copyGuests = copyGuests;
  }

  /**
   * Copies a campaign with its codes and its links, which get secrets of their own; what was revoked is left behind. The copy
   * is a draft in which nobody is counted yet. Dates that are past are left out, so that it doesn't begin as ended. Gives its
   * id; null when there is no such campaign.
   */
  async copy({ shop, campaignId }: CampaignKey, { withGuests }: { withGuests: boolean }): Promise<string | null> {
    const original = await this.#original({ shop, campaignId });
    if (original === null) return null;
    const copy = { shop, campaignId: uuidv7() };
    await this.#prisma.$transaction(
      async (transaction) => {
        await transaction.earlyAccessCampaign.create({ data: { ...settingsOf(original), shop, id: copy.campaignId } });
        await transaction.accessCode.createMany({ data: original.accessCodes.map((code) => this.#code(copy, code)) });
        await this.#copyLinks(transaction, copy, original.secretLinks);
        if (withGuests) await this.#copyGuests(transaction, shop, { from: campaignId, to: copy.campaignId });
      },
      { timeout: COPY_TIMEOUT_MS },
    );
    return copy.campaignId;
  }

  async #original({ shop, campaignId }: CampaignKey): Promise<Original | null> {
    if (!isUuid(campaignId)) return null;
    const where = { shop_id: { shop, id: campaignId } };
    return this.#prisma.earlyAccessCampaign.findUnique({ where, include: COPIED });
  }

  #code(copy: CampaignKey, code: AccessCode): Prisma.AccessCodeCreateManyInput {
    const id = uuidv7();
    const text = this.#seal.open(code.sealedCode, accessCodePlace(code.id));
    return { ...copy, id, ...termsOf(code), ...this.#secrets.sealCode(copy, id, text) };
  }

  async #copyLinks(transaction: Prisma.TransactionClient, copy: CampaignKey, links: readonly SecretLink[]) {
    // Every campaign begins with a link that leads to its page.
    if (links.length === 0) return this.#secrets.rotateLink(transaction, copy);
    const rows = links.map((link) => {
      const id = uuidv7();
      return { ...copy, id, ...termsOf(link), ...this.#secrets.sealNewLink(id) };
    });
    await transaction.secretLink.createMany({ data: rows });
  }
}

function termsOf({ name, maxUses, expiresAt }: AccessCode | SecretLink) {
  return { name, maxUses, expiresAt: stillToCome(expiresAt) };
}

/** Every column that the merchant sets: what is named first here is the original's own. */
function settingsOf(original: Original): Omit<Prisma.EarlyAccessCampaignUncheckedCreateInput, 'shop' | 'id'> {
  const { accessCodes, secretLinks, totalPasses, passEpoch, totalViews, totalSignups, isOpenToAll, ...row } = original;
  const { activatedAt, archivedAt, createdAt, updatedAt, klaviyoListSince, omnisendListSince, ...settings } = row;
  return {
    ...settings,
    name: nameOfCopy(settings.name),
    isActive: false,
    startsAt: stillToCome(settings.startsAt),
    endsAt: stillToCome(settings.endsAt),
    texts: gateTextsOf(settings.texts),
  };
}

function nameOfCopy(name: string): string {
  // An emoji cut in half is no text that the database could keep.
  return `Copy of ${name}`.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '');
}

function stillToCome(date: Date | null): Date | null {
  return date !== null && date > new Date() ? date : null;
}
