import type { Prisma } from '../../../prisma/client/client.ts';

/** So few that one statement stays far below the time that a statement may take, also on a busy machine. */
const AT_ONCE = 5_000;

/**
 * Puts everybody on one campaign's guest list on that of another one of the same shop, in as many statements as it takes;
 * all or nobody, since they share the caller's transaction.
 */
export async function copyGuestList(
  transaction: Prisma.TransactionClient,
  shop: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  let last: string | null = '';
  while (last !== null) {
    // Prisma has no word for an insert from a query. In the order of the key, as every insert of guests.
    const [part]: { last: string | null }[] = await transaction.$queryRaw`
      WITH part AS (
        SELECT shop, "emailKey" FROM "Guest"
         WHERE shop = ${shop} AND "campaignId" = ${from}::uuid AND "emailKey" > ${last}
         ORDER BY "emailKey" LIMIT ${AT_ONCE}
      ), added AS (
        INSERT INTO "Guest" (shop, "campaignId", "emailKey")
        SELECT shop, ${to}::uuid, "emailKey" FROM part ORDER BY "emailKey"
        ON CONFLICT DO NOTHING
      )
      SELECT max("emailKey") AS last FROM part`;
    last = part?.last ?? null;
  }
}
