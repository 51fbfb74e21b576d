import {
  type Destination,
  Prisma,
  type PrismaClient,
  type ReceiptReason,
  type ReceiptState,
} from '../../../../prisma/client/client.ts';
import { CHOSEN_AUDIENCES } from '../plan/chosen-audience.ts';

/** Which receipts the merchant wants to be sent again. */
export interface RetryWish {
  readonly destination: Destination;
  readonly campaignId: string | null;
  readonly signupId: string | null;
  readonly states: readonly ReceiptState[];
  readonly reason: ReceiptReason | null;
}

/** So many in one statement, which has to end in time. */
const CHUNK = 1_000;
/** A merchant waits this long at most, in milliseconds: enough for tens of thousands. */
const LONGEST_MS = 5_000;

/** Sends again what stands still, by the merchant's hand. */
export class ReceiptRetry {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Makes them due now, for the audience that is chosen now, with a line in their history; how many. Very many are not all done at once: what is
   * left is for the next call. Who has left is read before anything is sent.
   */
  async retry(shop: string, wish: RetryWish): Promise<number> {
    const end = performance.now() + LONGEST_MS;
    let count = 0;
    for (;;) {
      const some = await this.#retrySome(shop, wish);
      count += some;
      if (some < CHUNK || performance.now() > end) return count;
    }
  }

  /**
   * Prisma has no word for changing rows and writing their history in one statement. The rows are found again by their place, which the lock
   * keeps: by their key it would depend on statistics, and take all of them for each one while there are none.
   */
  async #retrySome(shop: string, { destination, campaignId, signupId, states, reason }: RetryWish): Promise<number> {
    const [row] = await this.#prisma.$queryRaw<{ count: number }[]>`
      WITH chosen AS (
        SELECT r.ctid AS place, chosen.audience
          FROM "Receipt" r JOIN "EarlyAccessCampaign" c ON c.shop = r.shop AND c.id = r."campaignId"
          CROSS JOIN LATERAL ${CHOSEN_AUDIENCES} chosen
         WHERE r.shop = ${shop} AND r.destination = ${destination}::"Destination" AND chosen.destination = r.destination
           AND r.state = ANY(${[...states]}::"ReceiptState"[])
           AND (r."leasedUntil" IS NULL OR r."leasedUntil" <= statement_timestamp())
           ${campaignId === null ? Prisma.empty : Prisma.sql`AND r."campaignId" = ${campaignId}::uuid`}
           ${signupId === null ? Prisma.empty : Prisma.sql`AND r."signupId" = ${signupId}::uuid`}
           ${reason === null ? Prisma.empty : Prisma.sql`AND r.reason = ${reason}::"ReceiptReason"`}
         LIMIT ${CHUNK}::int
         FOR UPDATE OF r SKIP LOCKED
      ), again AS (
        UPDATE "Receipt" r SET state = 'WAITING', reason = NULL, detail = NULL, audience = chosen.audience, looks = 0,
               "failingSince" = NULL, lease = NULL, "leasedUntil" = NULL,
               "dueAt" = statement_timestamp(), "updatedAt" = statement_timestamp()
          FROM chosen WHERE r.ctid = chosen.place
        RETURNING r.shop, r."signupId", r.destination
      ), noted AS (
        INSERT INTO "ReceiptEntry" (shop, id, "signupId", destination, event)
        SELECT shop, gen_random_uuid(), "signupId", destination, 'RETRIED' FROM again
      )
      SELECT count(*)::int AS count FROM again`;
    return row?.count ?? 0;
  }
}
