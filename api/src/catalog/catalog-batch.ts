import { createHash, randomUUID } from 'node:crypto';
import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { searchTextOf } from './catalog-search.ts';
import { takeCatalogTurn } from './catalog-turn.ts';
import { handleOf, type ProductDraft, type VariantDraft } from './product-csv/product-draft.ts';

type Transaction = Prisma.TransactionClient;
type Ids = ReadonlyMap<string, string>;

/**
 * Writes products with their variants, collections and memberships in one transaction and a fixed number of statements.
 */
export async function writeBatch(prisma: PrismaClient, shop: string, products: ProductDraft[]): Promise<void> {
  await prisma.$transaction(
    async (transaction) => {
      await takeCatalogTurn(transaction, shop);
      const ids = await upsertProducts(transaction, shop, products);
      await replaceVariants(transaction, shop, variantRows(products, ids));
      await replaceMemberships(transaction, shop, { products, ids });
    },
    { maxWait: 30_000, timeout: 60_000 },
  );
}

/** Raw, because Prisma upserts row by row; `ON CONFLICT` keeps the id that the product has. */
async function upsertProducts(transaction: Transaction, shop: string, products: ProductDraft[]): Promise<Ids> {
  const rows = JSON.stringify(products.map(productRow));
  const written = await transaction.$queryRaw<{ id: string; handle: string }[]>`
    INSERT INTO "Product" (shop, id, handle, title, description, vendor, "productType", tags, status, "imageUrl", "imageAlt",
      "imageUrls", "searchText", "updatedAt")
    SELECT ${shop}, r.id, r.handle, r.title, r.description, r.vendor, r."productType", r.tags, r.status::"ProductStatus",
      r."imageUrl", r."imageAlt", r."imageUrls", r."searchText", now()
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id text, handle text, title text, description text, vendor text,
      "productType" text, tags text[], status text, "imageUrl" text, "imageAlt" text, "imageUrls" text[], "searchText" text)
    ON CONFLICT (shop, handle) DO UPDATE SET title = EXCLUDED.title, description = EXCLUDED.description,
      vendor = EXCLUDED.vendor, "productType" = EXCLUDED."productType", tags = EXCLUDED.tags, status = EXCLUDED.status,
      "imageUrl" = EXCLUDED."imageUrl", "imageAlt" = EXCLUDED."imageAlt", "imageUrls" = EXCLUDED."imageUrls",
      "searchText" = EXCLUDED."searchText", "updatedAt" = EXCLUDED."updatedAt"
    RETURNING id, handle`;
  return new Map(written.map(({ id, handle }) => [handle, id]));
}

function productRow(product: ProductDraft) {
  const { handle, title, description, vendor, productType, tags, status, images } = product;
  const [first] = images;
  const picture = {
    imageUrl: first?.url ?? null,
    imageAlt: first?.alt ?? null,
    imageUrls: images.map(({ url }) => url),
  };
  const id = randomUUID();
  return {
    id,
    handle,
    title,
    description,
    vendor,
    productType,
    tags,
    status,
    ...picture,
    searchText: searchTextOf(product),
  };
}

function variantRows(products: ProductDraft[], ids: Ids) {
  return products.flatMap((product) => {
    const productId = idOf(ids, product.handle);
    return product.variants.map((variant, index) => ({
      ...variant,
      id: variantId(productId, variant),
      productId,
      position: index + 1,
      title: variant.options.length === 0 ? 'Default Title' : variant.options.join(' / '),
    }));
  });
}

/** A variant is known by its options: the same ones give the same id at every import. */
function variantId(productId: string, variant: VariantDraft): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([productId, ...variant.options]))
    .digest('hex');
  const [a, b, c, d, e] = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(13, 16),
    digest.slice(17, 20),
    digest.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}

/** Raw, because one statement with one value is many times faster than Prisma's with thirteen values a row. */
async function replaceVariants(transaction: Transaction, shop: string, rows: ReturnType<typeof variantRows>) {
  const productIds = [...new Set(rows.map(({ productId }) => productId))];
  await transaction.$executeRaw`DELETE FROM "ProductVariant" WHERE shop = ${shop} AND "productId" = ANY(${productIds})`;
  await transaction.$executeRaw`
    INSERT INTO "ProductVariant" (shop, id, "productId", position, title, options, sku, price, "compareAtPrice",
      "inventoryQuantity", "sellsWhenSoldOut", "imageUrl")
    SELECT ${shop}, r.id, r."productId", r.position, r.title, r.options, r.sku, r.price, r."compareAtPrice",
      r."inventoryQuantity", r."sellsWhenSoldOut", r."imageUrl"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, "productId" text, position int, title text,
      options text[], sku text, price numeric, "compareAtPrice" numeric, "inventoryQuantity" int,
      "sellsWhenSoldOut" boolean, "imageUrl" text)`;
}

/** A product's memberships become those that the file names; where the file has no such column they stay as they are. */
async function replaceMemberships(
  transaction: Transaction,
  shop: string,
  batch: { products: ProductDraft[]; ids: Ids },
) {
  const placed = batch.products.filter(({ collections }) => collections !== null);
  if (placed.length === 0) return;
  const titles = new Map(
    placed.flatMap(({ collections }) => (collections ?? []).map((title) => [handleOf(title), title])),
  );
  const collectionIds = await ensureCollections(transaction, shop, titles);
  const rows = placed.flatMap(({ handle, collections, line }) => {
    const handles = new Set((collections ?? []).map(handleOf));
    const productId = idOf(batch.ids, handle);
    return [...handles].map((name) => ({ shop, productId, collectionId: idOf(collectionIds, name), position: line }));
  });
  const productIds = placed.map(({ handle }) => idOf(batch.ids, handle));
  await transaction.collectionMembership.deleteMany({ where: { shop, productId: { in: productIds } } });
  await transaction.collectionMembership.createMany({ data: rows });
}

/** Makes the collections that are missing; one that is there keeps its id and its title. Gives ids by handle. */
async function ensureCollections(
  transaction: Transaction,
  shop: string,
  titles: ReadonlyMap<string, string>,
): Promise<Ids> {
  const data = [...titles].map(([handle, title]) => ({ shop, id: randomUUID(), handle, title }));
  await transaction.collection.createMany({ data, skipDuplicates: true });
  const found = await transaction.collection.findMany({
    where: { shop, handle: { in: [...titles.keys()] } },
    select: { id: true, handle: true },
  });
  return new Map(found.map(({ id, handle }) => [handle, id]));
}

function idOf(ids: Ids, handle: string): string {
  const id = ids.get(handle);
  if (id === undefined) throw new Error('A row that was just written has no id.');
  return id;
}
