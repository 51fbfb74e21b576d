import type { PrismaClient } from '../../../prisma/client/client.ts';
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

/** Writes a campaign's row with its first code and link, all of it or nothing. */
export class CampaignRows {
  readonly #prisma: PrismaClient;
  readonly #secrets: CampaignSecrets;

  constructor(prisma: PrismaClient, secrets: CampaignSecrets) {
    this.#prisma = prisma;
    this.#secrets = secrets;
  }

  insert({ shop, id }: { shop: string; id: string }, details: CampaignDetails): Promise<void> {
    return this.#prisma.$transaction(async (transaction) => {
      await transaction.earlyAccessCampaign.create({ data: { shop, id, ...columnsOf(details, null) } });
      await this.#secrets.replacePassword(transaction, { shop, campaignId: id }, details.password);
      await this.#secrets.rotateLink(transaction, { shop, campaignId: id });
    });
  }

  save({ shop, id, activatedAt }: KnownCampaign, before: CampaignDetails, after: CampaignDetails): Promise<void> {
    return this.#prisma.$transaction(async (transaction) => {
      const data = columnsOf(after, activatedAt);
      await transaction.earlyAccessCampaign.update({ where: { shop_id: { shop, id } }, data });
      await keepAudienceSince(transaction, { shop, campaignId: id }, { before, after });
      if (after.password === before.password) return;
      await this.#secrets.replacePassword(transaction, { shop, campaignId: id }, after.password);
    });
  }

  async setActive({ shop, id, activatedAt }: KnownCampaign, isActive: boolean): Promise<void> {
    const data = { isActive, activatedAt: activatedAtOf(isActive, activatedAt) };
    await this.#prisma.earlyAccessCampaign.updateMany({ where: { shop, id }, data });
  }

  /** The merchant no longer wants the products of these campaigns hidden. Gives how many campaigns that was. */
  async stopHiding(where: { shop: string; id?: string }): Promise<number> {
    const data = { hidesProducts: false };
    return (await this.#prisma.earlyAccessCampaign.updateMany({ where, data })).count;
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
}

function columnsOf(details: CampaignDetails, activatedBefore: Date | null) {
  return { ...rowOf(details), activatedAt: activatedAtOf(details.isActive, activatedBefore) };
}

/** The first activation stays on record: before it a campaign is a draft, after it paused. */
function activatedAtOf(isActive: boolean, before: Date | null): Date | null {
  return before ?? (isActive ? new Date() : null);
}
