import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import type { AccessProduct, AccessVariant } from './access-product.type.ts';
import { money } from './money.type.ts';

/** The most products that one gate shows. */
const MOST_PRODUCTS = 250;

/** What a campaign opens. Goods that stay the same object stay the same: what they are is read once. */
export interface GatedGoods {
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
}

/**
 * Raw, because Prisma has no word for the place of an id in a list: named products come in that order, then the members
 * of the collections in theirs, and only the first mention of a product counts.
 */
export async function gatedProductIds(prisma: PrismaClient, shop: string, goods: GatedGoods): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    WITH mention AS (
      SELECT named.id, ARRAY[0, named.place] AS rank
      FROM unnest(${goods.productIds}::text[]) WITH ORDINALITY AS named(id, place)
      UNION ALL
      SELECT member."productId", ARRAY[named.place, member.position]
      FROM unnest(${goods.collectionIds}::text[]) WITH ORDINALITY AS named(id, place)
      JOIN "CollectionMembership" member ON member.shop = ${shop} AND member."collectionId" = named.id
    )
    SELECT product.id
    FROM mention JOIN "Product" product ON product.shop = ${shop} AND product.id = mention.id
    WHERE product.status IN ('ACTIVE', 'UNLISTED') AND product."isPublished"
    GROUP BY product.id
    ORDER BY min(mention.rank), product.id
    LIMIT ${MOST_PRODUCTS}`;
  return rows.map(({ id }) => id);
}

type ProductRow = Prisma.ProductGetPayload<{ include: { variants: true } }>;
type VariantRow = ProductRow['variants'][number];

/** A product behind a gate, the same for whoever has a pass; it does not change. */
export type GatedProduct = Readonly<Omit<AccessProduct, 'variants'>> & { readonly variants: readonly GatedVariant[] };

/** One of its variants, without the address that carries a visitor's own pass into the cart. */
export type GatedVariant = Readonly<Omit<AccessVariant, 'cartUrl'>>;

/** Around the row of a product: what the row itself does not know. */
export interface GatedSurroundings {
  readonly currencyCode: string;
  readonly url: string;
  /** Absolute. */
  readonly imageUrl: string | null;
}

/** Reads the rows of what a gate shows, in its order. */
export async function readGatedRows(prisma: PrismaClient, shop: string, goods: GatedGoods): Promise<ProductRow[]> {
  const ids = await gatedProductIds(prisma, shop, goods);
  const rows = await prisma.product.findMany({
    where: { shop, id: { in: ids } },
    include: { variants: { orderBy: { position: 'asc' } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A product as every visitor sees it once the gate is open. */
export function toGatedProduct(row: ProductRow, { currencyCode, url, imageUrl }: GatedSurroundings): GatedProduct {
  const { id, title, description, vendor, imageAlt } = row;
  const variants = row.variants.map((variant) => toGatedVariant(variant, currencyCode));
  const [cheapest] = row.variants.toSorted((one, other) => one.price.comparedTo(other.price));
  const shown = variants.find((variant) => variant.id === cheapest?.id);
  return Object.freeze({
    ...{ id, title, description, vendor, url, variants: Object.freeze(variants) },
    image: imageUrl === null ? null : Object.freeze({ url: imageUrl, altText: imageAlt }),
    price: shown?.price ?? Object.freeze({ amount: '0', currencyCode }),
    compareAtPrice: shown?.compareAtPrice ?? null,
    priceVaries: row.variants.some(({ price }) => cheapest !== undefined && !price.equals(cheapest.price)),
    isAvailable: variants.some(({ isAvailable }) => isAvailable),
  });
}

/** A compare-at price that is not higher than the price is no reduction, whatever the shop has written there. */
function toGatedVariant(row: VariantRow, currencyCode: string): GatedVariant {
  const { id, title, price, compareAtPrice, inventoryQuantity, sellsWhenSoldOut } = row;
  return Object.freeze({
    id,
    title,
    price: Object.freeze(money(price, currencyCode)),
    compareAtPrice: compareAtPrice?.greaterThan(price) ? Object.freeze(money(compareAtPrice, currencyCode)) : null,
    isAvailable: inventoryQuantity === null || inventoryQuantity > 0 || sellsWhenSoldOut,
  });
}

/** A product as one visitor sees it, with their own ways into the cart. */
export function toAccessProduct(product: GatedProduct, cartUrl: (variantId: string) => string | null): AccessProduct {
  const variants = product.variants.map((variant) => ({
    ...variant,
    cartUrl: variant.isAvailable ? cartUrl(variant.id) : null,
  }));
  return { ...product, variants };
}
