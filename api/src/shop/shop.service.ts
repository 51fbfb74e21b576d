import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import type { InstalledShop, ShopStanding } from './installed-shop.ts';
import type { Shop } from './shop.type.ts';

/** The shops that use the app. */
export class ShopService {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** The shop of this domain, or null. */
  find(domain: string): Promise<Shop | null> {
    return this.#prisma.shop.findUnique({ where: { domain } });
  }

  /** The shop of this domain; throws when there is none, since a principal always belongs to a shop that exists. */
  async get(domain: string): Promise<Shop> {
    return this.#prisma.shop.findUniqueOrThrow({ where: { domain } });
  }

  /** Makes the shop known, or brings its details up to date. */
  async save(shop: Shop): Promise<Shop> {
    const { domain, ...details } = shop;
    return this.#prisma.shop.upsert({ where: { domain }, create: shop, update: details });
  }

  /** The one shop of this database; null when there are none or several. */
  async only(): Promise<Shop | null> {
    const [shop, another] = await this.#prisma.shop.findMany({ take: 2 });
    return shop && !another ? shop : null;
  }

  /** Whether and since when the shop has the app installed, its plan and what it granted; null for a shop that never had it. */
  standing(domain: string): Promise<ShopStanding | null> {
    const select = { planName: true, isPlus: true, isDevelopment: true, grantedScopes: true } as const;
    const times = { installedAt: true, uninstalledAt: true } as const;
    return this.#prisma.shop.findUnique({ where: { domain }, select: { ...select, ...times } });
  }

  /**
   * The shop has installed the app, for the first time or anew: `installedAt` by Shopify's clock. A shop that uninstalled it later than that
   * stays uninstalled.
   */
  async install(shop: InstalledShop, installedAt: Date): Promise<void> {
    const { domain, ...details } = shop;
    await this.#prisma.shop.upsert({ where: { domain }, create: { ...shop, installedAt }, update: details });
    await this.confirmInstalled(domain, installedAt);
  }

  /** Shopify confirmed at this time, by its clock, that a known shop has the app installed. What is older than an uninstall counts for nothing. */
  async confirmInstalled(domain: string, installedAt: Date): Promise<void> {
    const isKnownBefore = { uninstalledAt: null, OR: [{ installedAt: null }, { installedAt: { lt: installedAt } }] };
    const isNews = { OR: [{ uninstalledAt: { lt: installedAt } }, isKnownBefore] };
    await this.#prisma.shop.updateMany({ where: { domain, ...isNews }, data: { installedAt, uninstalledAt: null } });
  }

  /** Brings a known shop's details up to date; whether it is installed does not change. */
  async saveDetails({ domain, ...details }: InstalledShop): Promise<void> {
    await this.#prisma.shop.updateMany({ where: { domain }, data: details });
  }

  /**
   * The shop uninstalled the app at this time, by Shopify's clock. False, and nothing changes: it was installed again since, it is known to
   * be uninstalled, or nobody knows it.
   */
  async markUninstalled(
    { shop, at }: { shop: string; at: Date },
    transaction: Prisma.TransactionClient = this.#prisma,
  ): Promise<boolean> {
    const isInstalledBefore = { OR: [{ installedAt: null }, { installedAt: { lte: at } }] };
    const { count } = await transaction.shop.updateMany({
      where: { domain: shop, uninstalledAt: null, ...isInstalledBefore },
      data: { uninstalledAt: at },
    });
    return count > 0;
  }
}
