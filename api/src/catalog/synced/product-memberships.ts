import type { Prisma } from '../../../../prisma/client/client.ts';

/** To which collections products belong, as each product was read from Shopify. */
export interface ReadMemberships {
  /** By the product's id all of its collections' ids. */
  readonly ofProducts: ReadonlyMap<string, readonly string[]>;
  /** When Shopify was asked, by the database's clock. */
  readonly readAt: Date;
}

/**
 * Makes the products members of the collections that they name, at the end, and of no others, unless a collection was read later than
 * they. Gives the collections whose order is to be read again: those with a new member, and those that the catalog does not have yet.
 * The caller has the catalog's turn.
 */
export async function writeMemberships(
  transaction: Prisma.TransactionClient,
  shop: string,
  { ofProducts, readAt }: ReadMemberships,
): Promise<string[]> {
  const pairs = [...ofProducts].flatMap(([product, ids]) => ids.map((collection) => ({ product, collection })));
  const [productIds, collectionIds] = [pairs.map(({ product }) => product), pairs.map(({ collection }) => collection)];
  await transaction.$executeRaw`
    DELETE FROM "CollectionMembership" m USING "Collection" c
     WHERE m.shop = ${shop} AND m."productId" = ANY(${[...ofProducts.keys()]})
       AND c.shop = m.shop AND c.id = m."collectionId" AND c."readAt" <= ${readAt}::timestamptz
       AND NOT EXISTS (SELECT 1 FROM unnest(${productIds}::text[], ${collectionIds}::text[]) AS r(product, collection)
                        WHERE r.product = m."productId" AND r.collection = m."collectionId")`;
  const joined = await transaction.$queryRaw<{ collectionId: string }[]>`
    INSERT INTO "CollectionMembership" (shop, "collectionId", "productId", position)
    SELECT ${shop}, r.collection, r.product, coalesce(last.position, 0) + 1
      FROM unnest(${productIds}::text[], ${collectionIds}::text[]) AS r(product, collection)
      JOIN "Product" p ON p.shop = ${shop} AND p.id = r.product
      JOIN "Collection" c ON c.shop = ${shop} AND c.id = r.collection AND c."readAt" <= ${readAt}::timestamptz
      CROSS JOIN LATERAL (SELECT max(m.position) AS position FROM "CollectionMembership" m
                           WHERE m.shop = ${shop} AND m."collectionId" = r.collection) last
    ON CONFLICT DO NOTHING
    RETURNING "collectionId"`;
  const known = await transaction.collection.findMany({
    where: { shop, id: { in: [...new Set(collectionIds)] } },
    select: { id: true },
  });
  const isKnown = new Set(known.map(({ id }) => id));
  const unknown = collectionIds.filter((id) => !isKnown.has(id));
  return [...new Set([...joined.map(({ collectionId }) => collectionId), ...unknown])];
}
