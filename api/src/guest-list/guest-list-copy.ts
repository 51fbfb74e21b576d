import type { Prisma } from '../../../prisma/client/client.ts';

/**
 * Puts everybody on one campaign's guest list on that of another one of the same shop. Prisma has no word for an insert from
 * a query; in the order of the key, as every insert here, so that none waits for another in a ring.
 */
export async function copyGuestList(
  transaction: Prisma.TransactionClient,
  shop: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "Guest" (shop, "campaignId", "emailKey")
    SELECT shop, ${to}::uuid, "emailKey" FROM "Guest"
     WHERE shop = ${shop} AND "campaignId" = ${from}::uuid ORDER BY "emailKey"
    ON CONFLICT DO NOTHING`;
}
