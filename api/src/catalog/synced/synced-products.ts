import type { Prisma } from '../../../../prisma/client/client.ts';
import { searchTextOf } from '../catalog-search.ts';
import { freeHandles, withUniqueHandles } from './handles.ts';
import type { SyncedProduct, Written } from './synced-goods.ts';
import { writeVariants } from './synced-variants.ts';

type Transaction = Prisma.TransactionClient;

/** Products as they were read from Shopify, and since when that is so. */
export interface ReadProducts {
  readonly products: readonly SyncedProduct[];
  /** When Shopify was asked for them, by the database's clock. */
  readonly readAt: Date;
}

/**
 * Writes products with their variants in a fixed number of statements, where they are not so already. What is older than what stands there stays
 * unwritten: by Shopify's time of the last change, then by when it was read; likewise what was deleted since. Each is marked as seen.
 * The caller has the catalog's turn.
 */
export async function writeProducts(transaction: Transaction, shop: string, read: ReadProducts): Promise<Written> {
  const { batch, displaced } = withUniqueHandles(read.products);
  const judged = await judge(transaction, shop, { products: batch, readAt: read.readAt });
  const fresh = batch.filter(({ id }) => judged.has(id));
  const differing = fresh.filter(({ id }) => judged.get(id));
  const freed = await freeHandles(transaction, shop, { table: 'Product', batch: differing });
  await upsert(transaction, shop, differing);
  const changed = await writeVariants(transaction, shop, fresh);
  await markSeen(transaction, shop, { products: batch, readAt: read.readAt });
  return {
    differing: [...new Set([...differing.map(({ id }) => id), ...changed])],
    displaced: [...displaced, ...freed].filter((id) => id.startsWith('gid:')),
  };
}

/** Which of them may be written, and whether they differ, variants aside. Raw, because Prisma cannot compare rows with what is given. */
async function judge(transaction: Transaction, shop: string, { products, readAt }: ReadProducts) {
  const rows = await transaction.$queryRaw<{ id: string; isDifferent: boolean }[]>`
    SELECT r.id, p.id IS NULL OR (p.handle, p.title, p.description, p.vendor, p."productType", p.tags, p.status::text, p."isPublished",
             p."imageUrl", p."imageAlt", p."imageUrls") IS DISTINCT FROM (r.handle, r.title, r.description, r.vendor, r."productType",
             r.tags, r.status, r."isPublished", r."imageUrl", r."imageAlt", r."imageUrls") AS "isDifferent"
      FROM jsonb_to_recordset(${rowsOf(products)}::jsonb) AS r(id text, handle text, title text, description text, vendor text,
        "productType" text, tags text[], status text, "isPublished" boolean, "imageUrl" text, "imageAlt" text, "imageUrls" text[],
        "changedAt" timestamptz)
      LEFT JOIN "Product" p ON p.shop = ${shop} AND p.id = r.id
      LEFT JOIN "CatalogDeletion" d ON d.shop = ${shop} AND d.id = r.id
     WHERE (d.id IS NULL OR d."deletedAt" < r."changedAt")
       AND (p."readAt" IS NULL OR (p."changedAt", p."readAt") <= (r."changedAt", ${readAt}::timestamptz))`;
  return new Map(rows.map(({ id, isDifferent }) => [id, isDifferent]));
}

/** Raw, because Prisma upserts row by row. */
async function upsert(transaction: Transaction, shop: string, products: readonly SyncedProduct[]): Promise<void> {
  if (products.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "Product" (shop, id, handle, title, description, vendor, "productType", tags, status, "isPublished", "imageUrl",
      "imageAlt", "imageUrls", "searchText", "updatedAt")
    SELECT ${shop}, r.id, r.handle, r.title, r.description, r.vendor, r."productType", r.tags, r.status::"ProductStatus",
      r."isPublished", r."imageUrl", r."imageAlt", r."imageUrls", r."searchText", now()
    FROM jsonb_to_recordset(${rowsOf(products)}::jsonb) AS r(id text, handle text, title text, description text, vendor text,
      "productType" text, tags text[], status text, "isPublished" boolean, "imageUrl" text, "imageAlt" text, "imageUrls" text[],
      "searchText" text)
    ON CONFLICT (shop, id) DO UPDATE SET handle = EXCLUDED.handle, title = EXCLUDED.title, description = EXCLUDED.description,
      vendor = EXCLUDED.vendor, "productType" = EXCLUDED."productType", tags = EXCLUDED.tags, status = EXCLUDED.status,
      "isPublished" = EXCLUDED."isPublished", "imageUrl" = EXCLUDED."imageUrl", "imageAlt" = EXCLUDED."imageAlt",
      "imageUrls" = EXCLUDED."imageUrls", "searchText" = EXCLUDED."searchText", "updatedAt" = EXCLUDED."updatedAt"`;
}

/** That Shopify has them, as of when they were read; no time goes backwards. */
async function markSeen(transaction: Transaction, shop: string, { products, readAt }: ReadProducts): Promise<void> {
  const ids = products.map(({ id }) => id);
  const times = products.map(({ changedAt }) => changedAt);
  await transaction.$executeRaw`
    UPDATE "Product" AS p
       SET "changedAt" = greatest(p."changedAt", r."changedAt"), "readAt" = greatest(p."readAt", ${readAt}::timestamptz)
      FROM unnest(${ids}::text[], ${times}::timestamptz[]) AS r(id, "changedAt")
     WHERE p.shop = ${shop} AND p.id = r.id`;
}

function rowsOf(products: readonly SyncedProduct[]): string {
  return JSON.stringify(
    products.map(({ images, variants: _, ...product }) => ({
      ...product,
      imageUrl: images[0]?.url ?? null,
      imageAlt: images[0]?.alt ?? null,
      imageUrls: images.map(({ url }) => url),
      searchText: searchTextOf(product),
    })),
  );
}
