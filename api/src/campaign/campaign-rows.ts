import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { keepAudienceSince } from './audience-since.ts';
import { rowOf } from './campaign-change.ts';
import type { CampaignDetails } from './campaign-details.ts';
import type { CampaignSecrets } from './campaign-secrets.ts';

/** A campaign's key and when it was first activated. */
interface KnownCampaign {
  readonly shop: string;
  readonly id: string;
  readonly activatedAt: Date | null;
}

/** Notes, in the transaction that changes a campaign of the shop, that what depends on it has to be looked at. */
export type NoteCampaignChange = (transaction: Prisma.TransactionClient, shop: string) => Promise<void>;

/** Writes a campaign's row with its first code and link, all of it or nothing. */
export class CampaignRows {
  readonly #prisma: PrismaClient;
  readonly #secrets: CampaignSecrets;
  readonly #noteChange: NoteCampaignChange;

  constructor(prisma: PrismaClient, secrets: CampaignSecrets, noteChange: NoteCampaignChange) {
    this.#prisma = prisma;
    this.#secrets = secrets;
    this.#noteChange = noteChange;
  }

  insert({ shop, id }: { shop: string; id: string }, details: CampaignDetails): Promise<void> {
    return this.#prisma.$transaction(async (transaction) => {
      await transaction.earlyAccessCampaign.create({ data: { shop, id, ...columnsOf(details, null) } });
      await this.#secrets.replacePassword(transaction, { shop, campaignId: id }, details.password);
      await this.#secrets.rotateLink(transaction, { shop, campaignId: id });
      await this.#noteChange(transaction, shop);
    });
  }

  save({ shop, id, activatedAt }: KnownCampaign, before: CampaignDetails, after: CampaignDetails): Promise<void> {
    return this.#prisma.$transaction(async (transaction) => {
      const data = columnsOf(after, activatedAt);
      await transaction.earlyAccessCampaign.update({ where: { shop_id: { shop, id } }, data });
      await keepAudienceSince(transaction, { shop, campaignId: id }, { before, after });
      await this.#noteChange(transaction, shop);
      if (after.password === before.password) return;
      await this.#secrets.replacePassword(transaction, { shop, campaignId: id }, after.password);
    });
  }

  async setActive({ shop, id, activatedAt }: KnownCampaign, isActive: boolean): Promise<void> {
    const data = { isActive, activatedAt: activatedAtOf(isActive, activatedAt) };
    await this.#change(shop, (campaigns) => campaigns.updateMany({ where: { shop, id }, data }));
  }

  /** With its codes, links and sign-ups. Gives how many campaigns that was. */
  delete(where: { shop: string; id: string }): Promise<number> {
    return this.#change(where.shop, (campaigns) => campaigns.deleteMany({ where }));
  }

  /** The merchant no longer wants the products of these campaigns hidden. Gives how many campaigns that was. */
  stopHiding(where: { shop: string; id?: string }): Promise<number> {
    const data = { hidesProducts: false };
    return this.#change(where.shop, (campaigns) => campaigns.updateMany({ where, data }));
  }

  /** Makes a new link in the place of the first one. */
  rotateLink(shop: string, campaignId: string): Promise<void> {
    return this.#prisma.$transaction((transaction) => this.#secrets.rotateLink(transaction, { shop, campaignId }));
  }

  /** Passes of the epoch before open nothing from now on. Gives how many campaigns that was. */
  async raisePassEpoch(where: { shop: string; id: string }): Promise<number> {
    const data = { passEpoch: { increment: 1 } };
    return (await this.#prisma.earlyAccessCampaign.updateMany({ where, data })).count;
  }

  #change(
    shop: string,
    change: (campaigns: Prisma.TransactionClient['earlyAccessCampaign']) => Promise<{ count: number }>,
  ): Promise<number> {
    return this.#prisma.$transaction(async (transaction) => {
      const { count } = await change(transaction.earlyAccessCampaign);
      await this.#noteChange(transaction, shop);
      return count;
    });
  }
}

function columnsOf(details: CampaignDetails, activatedBefore: Date | null) {
  return { ...rowOf(details), activatedAt: activatedAtOf(details.isActive, activatedBefore) };
}

/** The first activation stays on record: before it a campaign is a draft, after it paused. */
function activatedAtOf(isActive: boolean, before: Date | null): Date | null {
  return before ?? (isActive ? new Date() : null);
}
