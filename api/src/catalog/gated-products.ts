import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import type { AccessProduct, AccessVariant } from './access-product.type.ts';
import { money } from './money.type.ts';

/** The most products that one gate shows. */
const MOST_PRODUCTS = 250;

/** What a campaign opens. */
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

/** Around the row of a product: what the row itself does not know. */
export interface GatedSurroundings {
  readonly currencyCode: string;
  readonly url: string;
  /** Absolute. */
  readonly imageUrl: string | null;
  /** Address that puts a variant into the cart. */
  readonly cartUrl: (variantId: string) => string | null;
}

/** A product as a visitor sees it once the gate is open. */
export function toAccessProduct(row: ProductRow, surroundings: GatedSurroundings): AccessProduct {
  const { currencyCode, url, imageUrl } = surroundings;
  const { id, title, description, vendor, imageAlt } = row;
  const variants = row.variants.map((variant) => toAccessVariant(variant, surroundings));
  const [cheapest] = row.variants.toSorted((one, other) => one.price.comparedTo(other.price));
  const shown = variants.find((variant) => variant.id === cheapest?.id);
  return {
    ...{ id, title, description, vendor, url, variants },
    image: imageUrl === null ? null : { url: imageUrl, altText: imageAlt },
    price: shown?.price ?? { amount: '0', currencyCode },
    compareAtPrice: shown?.compareAtPrice ?? null,
    priceVaries: row.variants.some(({ price }) => cheapest !== undefined && !price.equals(cheapest.price)),
    isAvailable: variants.some(({ isAvailable }) => isAvailable),
  };
}

/** A compare-at price that is not higher than the price is no reduction, whatever the shop has written there. */
function toAccessVariant(row: VariantRow, { currencyCode, cartUrl }: GatedSurroundings): AccessVariant {
  const { id, title, price, compareAtPrice, inventoryQuantity, sellsWhenSoldOut } = row;
  const isAvailable = inventoryQuantity === null || inventoryQuantity > 0 || sellsWhenSoldOut;
  return {
    id,
    title,
    price: money(price, currencyCode),
    compareAtPrice: compareAtPrice?.greaterThan(price) ? money(compareAtPrice, currencyCode) : null,
    isAvailable,
    cartUrl: isAvailable ? cartUrl(id) : null,
  };
}
