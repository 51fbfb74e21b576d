import { Prisma } from '../../../../prisma/client/client.ts';

interface Named {
  readonly id: string;
  readonly handle: string;
  readonly changedAt: Date;
}

/**
 * Within one batch a handle belongs to what changed last: Shopify reads a shop while it is changed, and may tell of a handle twice when
 * it changed hands. The other one is known by its id until its new handle is read.
 */
export function withUniqueHandles<One extends Named>(batch: readonly One[]): { batch: One[]; displaced: string[] } {
  const owners = new Map<string, One>();
  for (const one of batch) {
    const other = owners.get(one.handle);
    if (!other || other.changedAt <= one.changedAt) owners.set(one.handle, one);
  }
  const isOwner = (one: One) => owners.get(one.handle) === one;
  return {
    batch: batch.map((one) => (isOwner(one) ? one : { ...one, handle: one.id })),
    displaced: batch.filter((one) => !isOwner(one)).map(({ id }) => id),
  };
}

/**
 * Takes the handles of a batch from whatever else has them, so that two that swap their handles do not stand in each other's way. Gives
 * the ids of what lost its own, and is known by its id until its new handle is read. No gid can be a handle.
 */
export async function freeHandles(
  transaction: Prisma.TransactionClient,
  shop: string,
  { table, batch }: { table: 'Product' | 'Collection'; batch: readonly Named[] },
): Promise<string[]> {
  const [ids, handles] = [batch.map(({ id }) => id), batch.map(({ handle }) => handle)];
  const freed = await transaction.$queryRaw<{ id: string }[]>`
    ${table === 'Product' ? Prisma.sql`UPDATE "Product" AS kept` : Prisma.sql`UPDATE "Collection" AS kept`}
       SET handle = kept.id
      FROM unnest(${ids}::text[], ${handles}::text[]) AS r(id, handle)
     WHERE kept.shop = ${shop} AND kept.handle = r.handle AND kept.id <> r.id
    RETURNING kept.id`;
  const own = new Set(ids);
  return freed.flatMap(({ id }) => (own.has(id) ? [] : id));
}
