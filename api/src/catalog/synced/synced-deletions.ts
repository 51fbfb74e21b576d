import type { Prisma } from '../../../../prisma/client/client.ts';

type Transaction = Prisma.TransactionClient;

/** A file that Shopify wrote before a deletion can be read for seven days: so long it must be known, and a day longer. */
const KEPT_DAYS = 8;

/**
 * Shopify deleted a product or collection at this time, by its clock: it goes, and what was changed before that does not bring it
 * back. False, and it stays: it was changed later than that. The caller has the catalog's turn.
 */
export async function deleteGoods(
  transaction: Transaction,
  shop: string,
  { id, deletedAt }: { id: string; deletedAt: Date },
): Promise<boolean> {
  await transaction.$executeRaw`
    INSERT INTO "CatalogDeletion" AS d (shop, id, "deletedAt") VALUES (${shop}, ${id}, ${deletedAt})
    ON CONFLICT (shop, id) DO UPDATE SET "deletedAt" = greatest(d."deletedAt", EXCLUDED."deletedAt")`;
  const isOlder = { OR: [{ changedAt: null }, { changedAt: { lte: deletedAt } }] };
  await transaction.product.deleteMany({ where: { shop, id, ...isOlder } });
  await transaction.collection.deleteMany({ where: { shop, id, ...isOlder } });
  const left = [
    await transaction.product.count({ where: { shop, id } }),
    await transaction.collection.count({ where: { shop, id } }),
  ];
  return left.every((count) => count === 0);
}

/** Shopify has this product or collection no more, as of when it was asked; one that was read later stays. The caller has the catalog's turn. */
export async function removeMissing(
  transaction: Transaction,
  shop: string,
  { id, readAt }: { id: string; readAt: Date },
): Promise<void> {
  const isOlder = { OR: [{ readAt: null }, { readAt: { lte: readAt } }] };
  await transaction.product.deleteMany({ where: { shop, id, ...isOlder } });
  await transaction.collection.deleteMany({ where: { shop, id, ...isOlder } });
}

/**
 * Removes those of Shopify's products or collections that were not seen since: Shopify has them no more. How many there were. The
 * caller has the catalog's turn.
 */
export async function removeUnseen(
  transaction: Transaction,
  shop: string,
  { table, since }: { table: 'product' | 'collection'; since: Date },
): Promise<number> {
  const where = { shop, readAt: { lt: since } };
  const { count } =
    table === 'product'
      ? await transaction.product.deleteMany({ where })
      : await transaction.collection.deleteMany({ where });
  return count;
}

/** Forgets deletions that nothing can undo any more. */
export async function forgetOldDeletions(transaction: Transaction, shop: string): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "CatalogDeletion" WHERE shop = ${shop} AND "deletedAt" < now() - make_interval(days => ${KEPT_DAYS})`;
}
