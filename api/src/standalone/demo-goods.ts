import type { PrismaClient, ProductStatus } from '../../../prisma/client/client.ts';
import type { Shop } from '../shop/shop.type.ts';

/** A product as the demo shop's own pages show it. */
export interface DemoProduct {
  readonly handle: string;
  readonly title: string;
  readonly description: string;
  readonly vendor: string;
  readonly imageUrl: string | null;
  readonly imageAlt: string | null;
  readonly variants: readonly DemoVariant[];
}

/** One buyable form of a product. */
export interface DemoVariant {
  readonly title: string;
  /** In the shop's currency, as text, such as `"48"`. */
  readonly price: string;
  /** The struck price beside it, or null. */
  readonly compareAtPrice: string | null;
  readonly isAvailable: boolean;
}

const SHOWN = {
  handle: true,
  title: true,
  description: true,
  vendor: true,
  imageUrl: true,
  imageAlt: true,
  variants: { orderBy: { position: 'asc' } },
} as const;

const VISIBLE: ProductStatus[] = ['ACTIVE', 'UNLISTED'];

type Row = Omit<DemoProduct, 'variants'> & { variants: readonly VariantRow[] };

interface VariantRow {
  title: string;
  price: { toString(): string };
  compareAtPrice: { toString(): string } | null;
  inventoryQuantity: number | null;
  sellsWhenSoldOut: boolean;
}

/** Reads the catalog as the demo shop's storefront would. A real shop's storefront is Shopify's. */
export class DemoGoods {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Some of the shop's products, those that anybody may see, by title. */
  async list({ domain }: Shop, first: number): Promise<DemoProduct[]> {
    const where = { shop: domain, status: 'ACTIVE' } as const;
    const rows = await this.#prisma.product.findMany({ where, select: SHOWN, orderBy: { title: 'asc' }, take: first });
    return rows.map(product);
  }

  /** The product that a variant is of. */
  async findByVariant({ domain }: Shop, variantId: string): Promise<DemoProduct | null> {
    const where = { shop: domain, status: { in: VISIBLE }, variants: { some: { id: variantId } } };
    const row = await this.#prisma.product.findFirst({ where, select: SHOWN });
    return row && product(row);
  }

  async find({ domain }: Shop, handle: string): Promise<DemoProduct | null> {
    const where = { shop_handle: { shop: domain, handle }, status: { in: VISIBLE } };
    const row = await this.#prisma.product.findUnique({ where, select: SHOWN });
    return row && product(row);
  }
}

function product({ variants, ...row }: Row): DemoProduct {
  return {
    ...row,
    variants: variants.map(({ title, price, compareAtPrice, inventoryQuantity, sellsWhenSoldOut }) => ({
      title,
      price: String(price),
      compareAtPrice: compareAtPrice === null ? null : String(compareAtPrice),
      isAvailable: sellsWhenSoldOut || inventoryQuantity === null || inventoryQuantity > 0,
    })),
  };
}
