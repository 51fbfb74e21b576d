import { randomUUID } from 'node:crypto';
import { Prisma, type PrismaClient, type ReceiptState } from '../../../../prisma/client/client.ts';
import type { DestinationName } from '../../integrations/destination.ts';
import { CHOSEN_AUDIENCES } from '../plan/chosen-audience.ts';
import { countingAnswer } from '../plan/counting-answer.ts';
import { type LeasedRow, toLeasedReceipt } from './leased-row.ts';
import type { AttemptStore, LeasedReceipt } from './receipt.ts';

/** Receipts under a lease, and what they are to be taken for. */
export interface Leased {
  readonly lease: string;
  readonly shop: string;
  readonly destination: DestinationName;
  readonly purpose: 'SEND' | 'LOOK';
  /** Whether their campaign's sign-ups still go to their audience. */
  readonly isForChosen: boolean;
  readonly receipts: readonly LeasedReceipt[];
}

/** How many receipts a lease may be on, for each purpose. */
export interface ClaimSizes {
  readonly send: number;
  readonly look: number;
}

/**
 * How long a worker that is no more keeps others from its receipts, in seconds; while it lives it renews the lease. Together with the
 * longest pause between two looks at what is due it stays below 30 s, the longest that a kill may delay.
 */
const LEASE_S = 20;

const SENDS: readonly ReceiptState[] = ['WAITING', 'SENDING'];
const LEASE_END = Prisma.sql`statement_timestamp() + make_interval(secs => ${LEASE_S})`;

/** Leases on receipts. Every time in it is the database's, and every step is one statement, so that workers need not agree on anything. */
export class ReceiptStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Leases what is due longest at a destination, and what goes with it: one audience, one campaign, one purpose. What is to be sent
   * comes before what is to be looked for. Null: nothing is due.
   */
  async claim(shop: string, destination: DestinationName, { send, look }: ClaimSizes): Promise<Leased | null> {
    const lease = randomUUID();
    const rows = await this.#prisma.$queryRaw<LeasedRow[]>`
      WITH free AS NOT MATERIALIZED (
        SELECT r.*, r.state IN ('WAITING', 'SENDING') AS "isSend" FROM "Receipt" r
         WHERE r.shop = ${shop} AND r.destination = ${destination}::"Destination" AND r."dueAt" <= statement_timestamp()
           AND (r."leasedUntil" IS NULL OR r."leasedUntil" <= statement_timestamp())
      ), first AS (
        (SELECT audience, "campaignId", "isSend" FROM free WHERE "isSend" ORDER BY "dueAt" LIMIT 1)
        UNION ALL
        (SELECT audience, "campaignId", "isSend" FROM free WHERE NOT "isSend" ORDER BY "dueAt" LIMIT 1)
         LIMIT 1
      ), due AS (
        SELECT r.ctid AS place, r.state FROM "Receipt" r, first
         WHERE r.shop = ${shop} AND r.destination = ${destination}::"Destination" AND r."dueAt" <= statement_timestamp()
           AND (r."leasedUntil" IS NULL OR r."leasedUntil" <= statement_timestamp())
           AND r.audience = first.audience AND r."campaignId" = first."campaignId"
           AND r.state IN ('WAITING', 'SENDING') = first."isSend"
         ORDER BY r."dueAt" LIMIT (SELECT CASE WHEN "isSend" THEN ${send}::int ELSE ${look}::int END FROM first)
           FOR UPDATE OF r SKIP LOCKED
      ), leased AS (
        UPDATE "Receipt" r SET lease = ${lease}::uuid, "leasedUntil" = ${LEASE_END},
               state = CASE WHEN due.state = 'WAITING' THEN 'SENDING' ELSE due.state END
          FROM due WHERE r.ctid = due.place
        RETURNING r.*, due.state AS "stateBefore"
      )
      SELECT l.shop, l."signupId", l.destination, l."campaignId", l.audience, l."stateBefore" AS state, l.attempts, l.looks,
             l."attemptedAt", l."failingSince", l."acceptedAt", l."seenAt", l."consentAt", l."contactId", l.job,
             c.name AS "campaignName", statement_timestamp() AS now, s.email, s."firstName", s."lastName",
             s."createdAt" AS "signedUpAt", answer."isGiven", answer."answeredAt", answer.text, answer."isConfirmed",
             EXISTS (SELECT FROM ${CHOSEN_AUDIENCES} chosen
                      WHERE chosen.destination = l.destination AND chosen.audience = l.audience) AS "isForChosen"
        FROM leased l
        JOIN "Signup" s ON s.shop = l.shop AND s.id = l."signupId"
        JOIN "EarlyAccessCampaign" c ON c.shop = l.shop AND c.id = l."campaignId"
        LEFT JOIN LATERAL ${countingAnswer(Prisma.sql`c."trustLevel"`)} answer ON true
       ORDER BY l."dueAt", l."signupId"`;
    const [first] = rows;
    if (!first) return null;
    const purpose = SENDS.includes(first.state) ? 'SEND' : 'LOOK';
    return { lease, shop, destination, purpose, isForChosen: first.isForChosen, receipts: rows.map(toLeasedReceipt) };
  }

  /** Holds on to a lease. False: it ran out, and some of its receipts may be somebody else's by now. */
  async renew({ lease, shop, destination, receipts }: Leased): Promise<boolean> {
    const renewed = await this.#prisma.$executeRaw`
      UPDATE "Receipt" SET "leasedUntil" = ${LEASE_END}
       WHERE shop = ${shop} AND "signupId" = ANY(${idsOf(receipts)}::uuid[]) AND destination = ${destination}::"Destination"
         AND lease = ${lease}::uuid`;
    return renewed === receipts.length;
  }

  /** What an attempt at these receipts writes down before the vendor hears of them; `marked` gets their ids. */
  attemptsAt({ lease, shop, destination }: Leased, marked: Set<string>): AttemptStore {
    return {
      markAttempted: async (signupIds) => {
        const rows = await this.#prisma.$queryRaw<{ signupId: string }[]>`
          WITH sent AS (
            UPDATE "Receipt" SET "attemptedAt" = statement_timestamp(), attempts = attempts + 1, "leasedUntil" = ${LEASE_END}
             WHERE shop = ${shop} AND "signupId" = ANY(${[...signupIds]}::uuid[])
               AND destination = ${destination}::"Destination" AND lease = ${lease}::uuid
            RETURNING shop, "signupId", destination
          ), noted AS (
            INSERT INTO "ReceiptEntry" (shop, id, "signupId", destination, event)
            SELECT shop, gen_random_uuid(), "signupId", destination, 'SENT' FROM sent
          )
          SELECT "signupId" FROM sent`;
        for (const { signupId } of rows) marked.add(signupId);
        return rows.length === signupIds.length;
      },
    };
  }

  /**
   * Gives receipts back without a result, to be due again after so many milliseconds. What was being sent keeps its mark: the vendor is read
   * before it is sent again.
   */
  async release({ lease, shop, destination, receipts }: Leased, dueInMs: number): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "Receipt" SET lease = NULL, "leasedUntil" = NULL,
             state = CASE WHEN state = 'SENDING' THEN 'WAITING' ELSE state END,
             "dueAt" = greatest("dueAt", statement_timestamp() + ${dueInMs}::float8 * interval '1 millisecond')
       WHERE shop = ${shop} AND "signupId" = ANY(${idsOf(receipts)}::uuid[]) AND destination = ${destination}::"Destination"
         AND lease = ${lease}::uuid`;
  }

  /** Once a vendor answers again, what failed before need not wait any longer. */
  async hurry(shop: string, destination: DestinationName): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "Receipt" SET "dueAt" = statement_timestamp()
       WHERE shop = ${shop} AND destination = ${destination}::"Destination" AND "dueAt" > statement_timestamp()
         AND state = 'WAITING' AND "failingSince" IS NOT NULL AND lease IS NULL`;
  }
}

function idsOf(receipts: readonly LeasedReceipt[]): string[] {
  return receipts.map(({ signupId }) => signupId);
}
