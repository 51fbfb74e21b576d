import type { PrismaClient } from '../../../prisma/client/client.ts';
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
}
