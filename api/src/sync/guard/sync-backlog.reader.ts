import type { Destination, PrismaClient } from '../../../../prisma/client/client.ts';

/** What one connection would send now. */
export interface Backlog {
  readonly shop: string;
  readonly destination: Destination;
  /** Receipts that wait to be sent. */
  readonly waiting: number;
  /** Receipts that were sent, and whose arrival is to be looked for: nothing is sent for them. */
  readonly toLookFor: number;
  /** People who were removed here and are to be removed there. */
  readonly erasures: number;
}

/** Tells an operator what would go out of the whole database. */
export class SyncBacklogReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Every connection, by shop and destination. */
  read(): Promise<Backlog[]> {
    return this.#prisma.$queryRaw<Backlog[]>`
      SELECT k.shop, k.destination::text AS destination, coalesce(r.waiting, 0) AS waiting,
             coalesce(r."toLookFor", 0) AS "toLookFor", coalesce(e.erasures, 0) AS erasures
        FROM "Connection" k
        LEFT JOIN LATERAL (
          SELECT (count(*) FILTER (WHERE state IN ('WAITING', 'SENDING')))::int AS waiting,
                 (count(*) FILTER (WHERE state NOT IN ('WAITING', 'SENDING')))::int AS "toLookFor"
            FROM "Receipt" WHERE shop = k.shop AND destination = k.destination AND "dueAt" IS NOT NULL
        ) r ON true
        LEFT JOIN LATERAL (
          SELECT count(*)::int AS erasures FROM "Erasure"
           WHERE shop = k.shop AND destination = k.destination AND "dueAt" IS NOT NULL
        ) e ON true
       ORDER BY k.shop, k.destination`;
  }
}
