import type { Prisma } from '../../../../prisma/client/client.ts';
import type { SyncedProduct } from './synced-goods.ts';

/**
 * Makes the products' variants what Shopify has: what differs goes, what is missing comes, so that two that change their places do
 * not stand in each other's way. Gives the ids of the products of which anything differed. Raw, because Prisma cannot compare rows with
 * what is given.
 */
export async function writeVariants(
  transaction: Prisma.TransactionClient,
  shop: string,
  products: readonly SyncedProduct[],
): Promise<string[]> {
  if (products.length === 0) return [];
  const ids = products.map(({ id }) => id);
  const rows = JSON.stringify(products.flatMap(rowsOf));
  const gone = await transaction.$queryRaw<{ productId: string }[]>`
    DELETE FROM "ProductVariant" v
     WHERE v.shop = ${shop} AND v."productId" = ANY(${ids}) AND NOT EXISTS (
       SELECT 1 FROM jsonb_to_recordset(${rows}::jsonb) AS r(id text, "productId" text, position int, title text, options text[],
         sku text, price numeric, "compareAtPrice" numeric, "inventoryQuantity" int, "sellsWhenSoldOut" boolean)
        WHERE r.id = v.id
          AND (r."productId", r.position, r.title, r.options, r.sku, r.price, r."compareAtPrice", r."inventoryQuantity",
               r."sellsWhenSoldOut") IS NOT DISTINCT FROM (v."productId", v.position, v.title, v.options, v.sku, v.price,
               v."compareAtPrice", v."inventoryQuantity", v."sellsWhenSoldOut"))
    RETURNING v."productId"`;
  const come = await transaction.$queryRaw<{ productId: string }[]>`
    INSERT INTO "ProductVariant" (shop, id, "productId", position, title, options, sku, price, "compareAtPrice",
      "inventoryQuantity", "sellsWhenSoldOut")
    SELECT ${shop}, r.id, r."productId", r.position, r.title, r.options, r.sku, r.price, r."compareAtPrice",
      r."inventoryQuantity", r."sellsWhenSoldOut"
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id text, "productId" text, position int, title text, options text[], sku text,
      price numeric, "compareAtPrice" numeric, "inventoryQuantity" int, "sellsWhenSoldOut" boolean)
    ON CONFLICT (shop, id) DO NOTHING
    RETURNING "productId"`;
  return [...gone, ...come].map(({ productId }) => productId);
}

function rowsOf({ id: productId, variants }: SyncedProduct) {
  return variants.map((variant, index) => ({ ...variant, productId, position: index + 1 }));
}
