import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { Notices } from '../platform/database/notices.ts';
import { Remembered } from '../platform/remembered.ts';
import type { Seal } from '../platform/seal.ts';
import { isUuid } from '../platform/uuid.ts';
import { CHANGE_CHANNEL, changeEar } from '../shop/shop-changes.ts';
import { type GuardedCampaign, type GuardedLink, readGuardedCampaign } from './guarded-campaign.ts';
import { isSecret, secretDigest } from './secret-link.ts';

/** A campaign found by a secret link, and which link it was. */
export interface LinkedCampaign {
  readonly campaign: GuardedCampaign;
  readonly link: GuardedLink;
}

/** Of which campaign a secret link is: for as long as there is the link, that does not change. */
interface LinkOwner {
  readonly campaignId: string;
  readonly linkId: string;
}

export interface CampaignReaderParts {
  readonly prisma: PrismaClient;
  readonly seal: Seal;
  readonly notices: Notices;
}

/** As many as a process keeps in memory; one of them takes some ten kilobytes. */
const MOST_CAMPAIGNS = 1_000;
const MOST_LINKS = 10_000;

/**
 * Finds campaigns for visitors, over all shops: a visitor names a campaign, never a shop. A shop that left has none. What was read is kept in
 * memory: what the merchant changed is known at every process as soon as its notice comes, and after a second at the latest. What nobody
 * knows is kept nowhere.
 */
export class CampaignReader {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;
  readonly #campaigns: Remembered<GuardedCampaign>;
  readonly #links: Remembered<LinkOwner>;

  constructor({ prisma, seal, notices }: CampaignReaderParts) {
    this.#prisma = prisma;
    this.#seal = seal;
    const toldUntil = () => notices.heardUntil;
    this.#campaigns = new Remembered({
      read: (id) => readGuardedCampaign(prisma, id),
      ...{ mostKept: MOST_CAMPAIGNS, toldUntil },
    });
    this.#links = new Remembered({ read: (digest) => this.#ownerOf(digest), mostKept: MOST_LINKS, toldUntil });
    const ear = changeEar({
      onCampaign: (id) => this.#campaigns.forget(id),
      onShop: (shop) => this.#campaigns.forgetAll((campaign) => campaign.shop === shop),
      onGap: () => this.#campaigns.forgetAll(),
    });
    notices.hear(CHANGE_CHANNEL, ear);
  }

  /** The campaign with this id; the same object as long as it does not change. */
  async byId(id: string): Promise<GuardedCampaign | null> {
    return isUuid(id) ? this.#campaigns.get(id.toLowerCase()) : null;
  }

  /** The campaign behind a secret link, unless the link was revoked; whether it still lets in is `decide`'s matter. Reading spends nothing. */
  async bySecretLink(secret: string): Promise<LinkedCampaign | null> {
    if (!isSecret(secret)) return null;
    const owner = await this.#links.get(Buffer.from(secretDigest(this.#seal, secret)).toString('base64'));
    const campaign = owner && (await this.#campaigns.get(owner.campaignId));
    const link = campaign?.secretLinks.find(({ id, revokedAt }) => id === owner?.linkId && revokedAt === null);
    return campaign && link ? { campaign, link } : null;
  }

  async #ownerOf(digest: string): Promise<LinkOwner | null> {
    const where = { secretDigest: Buffer.from(digest, 'base64') };
    const link = await this.#prisma.secretLink.findUnique({ where, select: { id: true, campaignId: true } });
    return link && { campaignId: link.campaignId, linkId: link.id };
  }
}
