import type { PrismaClient } from '../../../prisma/client/client.ts';
import { notSeenSince } from './shop.service.ts';
import type { Shop } from './shop.type.ts';

/** What a merchant may have changed of a shop; what is not told stays. */
export type ShopDetails = Partial<Omit<Shop, 'domain'>>;

/** Shopify sends this so long after an uninstall, and not where the app was installed again by then. */
const REDACTED_AFTER_HOURS = 48;

/** News of shops, which come late, in any order and several times. Each statement decides by Shopify's clock whether it is still news. */
export class ShopNews {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Whether the shop is known, and has the app now. */
  async isInstalled(domain: string): Promise<boolean> {
    return (await this.#prisma.shop.count({ where: { domain, uninstalledAt: null } })) === 1;
  }

  /** Brings a shop's details up to date, unless newer ones are known. */
  async changed(domain: string, at: Date, details: ShopDetails): Promise<void> {
    const isNews = { OR: [{ detailsAt: null }, { detailsAt: { lt: at } }] };
    await this.#prisma.shop.updateMany({ where: { domain, ...isNews }, data: { ...details, detailsAt: at } });
  }

  /** Notes which scopes the merchant granted, unless newer ones are known or the app was installed since. */
  async granted(domain: string, at: Date, scopes: readonly string[]): Promise<void> {
    // That a merchant was seen at work later is no reason: the installation that these scopes are of may be the same.
    const isInstalledBefore = { OR: [{ installedAt: null }, { installedAt: { lte: at } }] };
    const isNews = [{ OR: [{ scopesAt: null }, { scopesAt: { lt: at } }] }, isInstalledBefore];
    const data = { grantedScopes: [...scopes], scopesAt: at };
    await this.#prisma.shop.updateMany({ where: { domain, AND: isNews }, data });
  }

  /**
   * Whether what Shopify said at this time, that the shop left two days ago, still holds: it has not installed the app again. A shop that
   * is not known has left.
   */
  async hasLeft(domain: string, toldAt: Date): Promise<boolean> {
    const shop = await this.#prisma.shop.findUnique({ where: { domain } });
    if (shop === null) return true;
    const { installedAt, seenInstalledAt, uninstalledAt } = shop;
    const hadItAt = Math.max(installedAt?.getTime() ?? 0, seenInstalledAt?.getTime() ?? 0);
    const hoursSince = uninstalledAt === null ? REDACTED_AFTER_HOURS : 0;
    return hadItAt <= toldAt.getTime() - hoursSince * 3_600_000;
  }

  /** Forgets the shop and all that hangs on it, unless it installed the app since. */
  async forget(domain: string, toldAt: Date): Promise<void> {
    await this.#prisma.shop.deleteMany({ where: { domain, ...notSeenSince(toldAt) } });
  }
}
