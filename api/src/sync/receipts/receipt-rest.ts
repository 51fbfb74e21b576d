import type { Destination, PrismaClient } from '../../../../prisma/client/client.ts';

/** So many in one statement, which has to end in time. */
const CHUNK = 2_000;

/**
 * Lets a shop's receipts at a destination rest, once nobody is connected there: what is known of them stays, and a later connection neither
 * sends nor looks for them unasked. An attempt that still runs settles nothing any more; who comes after it reads first.
 */
export async function putReceiptsToRest(
  prisma: PrismaClient,
  { shop, destination }: { shop: string; destination: Destination },
): Promise<void> {
  let count = CHUNK;
  // Prisma has no word for a bounded update.
  while (count === CHUNK) {
    count = await prisma.$executeRaw`
      UPDATE "Receipt" r SET "dueAt" = NULL, lease = NULL, "leasedUntil" = NULL,
             state = CASE WHEN r.state = 'SENDING' THEN 'WAITING' ELSE r.state END
        FROM (SELECT ctid AS place FROM "Receipt" WHERE shop = ${shop} AND destination = ${destination}::"Destination"
                 AND ("dueAt" IS NOT NULL OR lease IS NOT NULL) LIMIT ${CHUNK}::int FOR UPDATE) due
       WHERE r.ctid = due.place`;
  }
}
