import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import type { InstalledShop, ShopStanding } from './installed-shop.ts';
import type { Shop } from './shop.type.ts';

/** That a shop still has the app is written down so often, however much its merchants do; milliseconds. */
const SEEN_EVERY_MS = 60_000;

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
    const times = { installedAt: true, seenInstalledAt: true, uninstalledAt: true } as const;
    return this.#prisma.shop.findUnique({ where: { domain }, select: { ...select, ...times } });
  }

  /** Whether the merchant granted the app this scope of the Admin API. */
  async hasGranted(domain: string, scope: string): Promise<boolean> {
    return (await this.standing(domain))?.grantedScopes.includes(scope) ?? false;
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

  /**
   * An ID token proved at this time, by Shopify's clock, that a shop has the app installed. It may be a new installation of which nothing else told,
   * so that word of an uninstall before this is history; most often it is the old one, and `installedAt` stays. Written once a minute.
   */
  async seeInstalled(domain: string, { installedAt, seenInstalledAt }: ShopStanding, at: Date): Promise<void> {
    const isKnownUntil = new Date(at.getTime() - SEEN_EVERY_MS);
    if ([installedAt, seenInstalledAt].some((time) => time !== null && time > isKnownUntil)) return;
    const isNews = { OR: [{ seenInstalledAt: null }, { seenInstalledAt: { lte: isKnownUntil } }] };
    await this.#prisma.shop.updateMany({
      where: { domain, uninstalledAt: null, ...isNews },
      data: { seenInstalledAt: at },
    });
  }

  /** Brings a known shop's details up to date; whether it is installed does not change. */
  async saveDetails({ domain, ...details }: InstalledShop): Promise<void> {
    await this.#prisma.shop.updateMany({ where: { domain }, data: details });
  }

  /**
   * The shop uninstalled the app at this time, by Shopify's clock. False, and nothing changes: it had the app installed since, it is known to
   * be uninstalled, or nobody knows it.
   */
  async markUninstalled(
    { shop, at }: { shop: string; at: Date },
    transaction: Prisma.TransactionClient = this.#prisma,
  ): Promise<boolean> {
    const { count } = await transaction.shop.updateMany({
      where: { domain: shop, uninstalledAt: null, ...notSeenSince(at) },
      data: { uninstalledAt: at },
    });
    return count > 0;
  }
}

/** Shops of which nothing later than this, by Shopify's clock, says that they have the app. */
export function notSeenSince(at: Date) {
  const isBefore = (time: 'installedAt' | 'seenInstalledAt') => ({ OR: [{ [time]: null }, { [time]: { lte: at } }] });
  return { AND: [isBefore('installedAt'), isBefore('seenInstalledAt')] };
}
