import type { Prisma } from '../../../../prisma/client/client.ts';
import { freeHandles, withUniqueHandles } from './handles.ts';
import type { SyncedCollection, Written } from './synced-goods.ts';

type Transaction = Prisma.TransactionClient;

/** Collections as they were read from Shopify, each with all of its members, and since when that is so. */
export interface ReadCollections {
  readonly collections: readonly SyncedCollection[];
  /** When Shopify was asked for them, by the database's clock. */
  readonly readAt: Date;
}

/**
 * Writes collections with their members in a fixed number of statements, where they are not so already. One that was read later or
 * deleted since stays as it is. Whether a product belongs to a collection is said by whichever of the two was read later; a member that
 * the catalog does not have comes with its product. The caller has the catalog's turn.
 */
export async function writeCollections(
  transaction: Transaction,
  shop: string,
  { collections, readAt }: ReadCollections,
): Promise<Written> {
  const { batch, displaced } = withUniqueHandles(collections);
  const judged = await judge(transaction, shop, { collections: batch, readAt });
  const fresh = batch.filter(({ id }) => judged.has(id));
  const differing = fresh.filter(({ id }) => judged.get(id));
  const freed = await freeHandles(transaction, shop, { table: 'Collection', batch: differing });
  await upsert(transaction, shop, differing);
  await markSeen(transaction, shop, { collections: batch, readAt });
  const gone = await removeMembers(transaction, shop, { collections: fresh, readAt });
  const come = await placeMembers(transaction, shop, { collections: fresh, readAt });
  return {
    differing: [...new Set([...differing.map(({ id }) => id), ...gone, ...come])],
    displaced: [...displaced, ...freed].filter((id) => id.startsWith('gid:')),
  };
}

/** Which of them may be written, and whether they differ, members aside. */
async function judge(transaction: Transaction, shop: string, { collections, readAt }: ReadCollections) {
  const rows = await transaction.$queryRaw<{ id: string; isDifferent: boolean }[]>`
    SELECT r.id, c.id IS NULL OR (c.handle, c.title) IS DISTINCT FROM (r.handle, r.title) AS "isDifferent"
      FROM jsonb_to_recordset(${rowsOf(collections)}::jsonb) AS r(id text, handle text, title text, "changedAt" timestamptz)
      LEFT JOIN "Collection" c ON c.shop = ${shop} AND c.id = r.id
      LEFT JOIN "CatalogDeletion" d ON d.shop = ${shop} AND d.id = r.id
     WHERE (d.id IS NULL OR d."deletedAt" < r."changedAt")
       AND (c."readAt" IS NULL OR (c."changedAt", c."readAt") <= (r."changedAt", ${readAt}::timestamptz))`;
  return new Map(rows.map(({ id, isDifferent }) => [id, isDifferent]));
}

/** Raw, because Prisma upserts row by row. */
async function upsert(transaction: Transaction, shop: string, collections: readonly SyncedCollection[]): Promise<void> {
  if (collections.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "Collection" (shop, id, handle, title, "updatedAt")
    SELECT ${shop}, r.id, r.handle, r.title, now()
      FROM jsonb_to_recordset(${rowsOf(collections)}::jsonb) AS r(id text, handle text, title text)
    ON CONFLICT (shop, id) DO UPDATE SET handle = EXCLUDED.handle, title = EXCLUDED.title, "updatedAt" = EXCLUDED."updatedAt"`;
}

/** That Shopify has them, as of when they were read; no time goes backwards. */
async function markSeen(
  transaction: Transaction,
  shop: string,
  { collections, readAt }: ReadCollections,
): Promise<void> {
  const ids = collections.map(({ id }) => id);
  const times = collections.map(({ changedAt }) => changedAt);
  await transaction.$executeRaw`
    UPDATE "Collection" AS c
       SET "changedAt" = greatest(c."changedAt", r."changedAt"), "readAt" = greatest(c."readAt", ${readAt}::timestamptz)
      FROM unnest(${ids}::text[], ${times}::timestamptz[]) AS r(id, "changedAt")
     WHERE c.shop = ${shop} AND c.id = r.id`;
}

async function removeMembers(transaction: Transaction, shop: string, { collections, readAt }: ReadCollections) {
  const { collectionIds, productIds } = membersOf(collections);
  const gone = await transaction.$queryRaw<{ collectionId: string }[]>`
    DELETE FROM "CollectionMembership" m USING "Product" p
     WHERE m.shop = ${shop} AND m."collectionId" = ANY(${collections.map(({ id }) => id)})
       AND p.shop = m.shop AND p.id = m."productId" AND (p."readAt" IS NULL OR p."readAt" <= ${readAt}::timestamptz)
       AND NOT EXISTS (SELECT 1 FROM unnest(${collectionIds}::text[], ${productIds}::text[]) AS r(collection, product)
                        WHERE r.collection = m."collectionId" AND r.product = m."productId")
    RETURNING m."collectionId"`;
  return gone.map(({ collectionId }) => collectionId);
}

async function placeMembers(transaction: Transaction, shop: string, { collections, readAt }: ReadCollections) {
  const { collectionIds, productIds, positions } = membersOf(collections);
  const come = await transaction.$queryRaw<{ collectionId: string }[]>`
    INSERT INTO "CollectionMembership" (shop, "collectionId", "productId", position)
    SELECT ${shop}, r.collection, r.product, r.position
      FROM unnest(${collectionIds}::text[], ${productIds}::text[], ${positions}::int[]) AS r(collection, product, position)
      JOIN "Product" p ON p.shop = ${shop} AND p.id = r.product
      LEFT JOIN "CollectionMembership" m ON m.shop = ${shop} AND m."collectionId" = r.collection AND m."productId" = r.product
     WHERE m.position <> r.position OR (m.position IS NULL AND (p."readAt" IS NULL OR p."readAt" <= ${readAt}::timestamptz))
    ON CONFLICT (shop, "collectionId", "productId") DO UPDATE SET position = EXCLUDED.position
    RETURNING "collectionId"`;
  return come.map(({ collectionId }) => collectionId);
}

function membersOf(collections: readonly SyncedCollection[]) {
  const members = collections.flatMap(({ id, productIds }) =>
    productIds.map((productId, index) => ({ id, productId, position: index + 1 })),
  );
  return {
    collectionIds: members.map(({ id }) => id),
    productIds: members.map(({ productId }) => productId),
    positions: members.map(({ position }) => position),
  };
}

function rowsOf(collections: readonly SyncedCollection[]): string {
  return JSON.stringify(collections.map(({ id, handle, title, changedAt }) => ({ id, handle, title, changedAt })));
}
