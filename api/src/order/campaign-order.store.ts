import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { OrderShare, PassOrigin } from './order-shares.ts';

/** An order that was paid, and what of it is whose. */
export interface SharedOrder {
  readonly shop: string;
  readonly orderId: string;
  readonly currencyCode: string;
  readonly paidAt: Date;
  readonly shares: readonly OrderShare[];
}

/** Keeps what orders brought to campaigns, and nothing of who ordered. */
export class CampaignOrderStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Keeps each share once, however often it is told. */
  async keep({ shop, orderId, currencyCode, paidAt, shares }: SharedOrder): Promise<void> {
    const data = shares.map((share) => ({ ...share, shop, orderId, currencyCode, paidAt }));
    await this.#prisma.campaignOrder.createMany({ data, skipDuplicates: true });
  }

  /** By what each place was taken; those that are gone, such as a removed sign-up's, are left out. */
  async originsOf(shop: string, passIds: readonly string[]): Promise<Map<string, PassOrigin>> {
    const rows = await this.#prisma.accessPass.findMany({
      where: { shop, id: { in: [...passIds] } },
      select: { id: true, campaignId: true, accessCodeId: true, secretLinkId: true },
    });
    return new Map(rows.map(({ id, ...origin }) => [id, origin]));
  }

  /** Those of the products that stand behind a campaign's gate: it names them, or one of its collections has them. */
  async behindGate(shop: string, campaignId: string, productIds: readonly string[]): Promise<Set<string>> {
    const campaign = await this.#prisma.earlyAccessCampaign.findUnique({
      where: { shop_id: { shop, id: campaignId } },
    });
    if (campaign === null) return new Set();
    const members = await this.#prisma.collectionMembership.findMany({
      where: { shop, collectionId: { in: campaign.collectionIds }, productId: { in: [...productIds] } },
      select: { productId: true },
    });
    const behind = new Set([...campaign.productIds, ...members.map(({ productId }) => productId)]);
    return new Set(productIds.filter((id) => behind.has(id)));
  }

  /** What is kept of these orders of one buyer, for who asks. */
  ofOrders(shop: string, orderIds: readonly string[]) {
    return this.#prisma.campaignOrder.findMany({
      where: { shop, orderId: { in: [...orderIds] } },
      select: { orderId: true, campaignId: true, amount: true, currencyCode: true, paidAt: true },
    });
  }

  /** Forgets which orders these were: what they brought stays, and leads to no buyer any more. Gives how many rows that were. */
  async forget(shop: string, orderIds: readonly string[]): Promise<number> {
    const rows = await this.ofOrders(shop, orderIds);
    for (const { campaignId, orderId } of rows) {
      const where = { shop, campaignId, orderId };
      await this.#prisma.campaignOrder.updateMany({ where, data: { orderId: `forgotten:${randomUUID()}` } });
    }
    return rows.length;
  }
}
