import type { Destination, PrismaClient } from '../../../../prisma/client/client.ts';

/** Removals of a shop at one destination that are not done. */
export interface ErasureCount {
  readonly destination: Destination;
  /** Asked for, and tried until the vendor took them. */
  readonly waiting: number;
  /** Failed for three days, or lack a permission. */
  readonly parked: number;
  /** Why one of the parked was not taken, in the vendor's words; null: none is parked, or nothing was said. */
  readonly parkedDetail: string | null;
}

/** Counts what is still to be removed at the destinations, and takes up what was given up. */
export class ErasureCounts {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Destinations at which nothing is left are not among them. */
  list(shop: string): Promise<ErasureCount[]> {
    return this.#prisma.$queryRaw<ErasureCount[]>`
      SELECT destination::text AS destination, count("dueAt")::int AS waiting, (count(*) - count("dueAt"))::int AS parked,
             max(detail) FILTER (WHERE "dueAt" IS NULL) AS "parkedDetail"
        FROM "Erasure" WHERE shop = ${shop} AND "doneAt" IS NULL GROUP BY destination`;
  }

  /** Tries parked removals again from now on, by the database's clock; how many. */
  retryParked(shop: string, destination: Destination): Promise<number> {
    return this.#prisma.$executeRaw`
      UPDATE "Erasure" SET "dueAt" = statement_timestamp(), "failingSince" = NULL
       WHERE shop = ${shop} AND destination = ${destination}::"Destination" AND "doneAt" IS NULL AND "dueAt" IS NULL`;
  }
}
