import type { PrismaClient } from '../../../../prisma/client/client.ts';
import type { Bucket, VendorBudget } from '../../integrations/vendor-budget.ts';

interface Taken {
  /** False: nobody took from this bucket before. */
  readonly isKnown: boolean;
  readonly isTaken: boolean;
  /** Until there is room, by the database's clock. */
  readonly waitMs: number;
}

/** Somebody else was just before us: a moment, so that a crowd does not ask all the time. Milliseconds. */
const SHORTEST_WAIT_MS = 20;

/**
 * The budget of every process, in PostgreSQL: the generic cell rate algorithm by the database's clock. `fullAt` is when the
 * bucket would be empty again; `perMinute` empties it, `burst` is how far ahead of that it may run.
 */
export class VendorBudgetStore implements VendorBudget {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  async take(bucket: Bucket): Promise<number> {
    for (;;) {
      const { isKnown, isTaken, waitMs } = await this.#tryToTake(bucket);
      if (isTaken) return 0;
      if (isKnown) return Math.max(SHORTEST_WAIT_MS, Math.ceil(waitMs));
      await this.#begin(bucket);
    }
  }

  async notBefore(account: string, name: string, waitMs: number): Promise<void> {
    await this.#prisma.$executeRaw`
      INSERT INTO "VendorBudget" AS known (account, bucket, "fullAt")
      VALUES (${account}, ${heldName(name)}, clock_timestamp() + ${waitMs}::float8 * interval '1 ms')
      ON CONFLICT (account, bucket) DO UPDATE SET "fullAt" = greatest(known."fullAt", excluded."fullAt")`;
  }

  /** One statement that first locks the bucket and then looks at the clock: however many ask at once, they go one after the other. */
  async #tryToTake({ account, name, perMinute, burst }: Bucket): Promise<Taken> {
    const everyMs = 60_000 / perMinute;
    const [taken] = await this.#prisma.$queryRaw<Taken[]>`
      WITH locked AS (
        SELECT bucket, "fullAt" FROM "VendorBudget"
         WHERE account = ${account} AND bucket IN (${name}, ${heldName(name)}) ORDER BY bucket FOR UPDATE
      ), room AS (
        SELECT clock_timestamp() AS now, max("fullAt") FILTER (WHERE bucket = ${name}) AS "fullAt",
               greatest(max("fullAt") FILTER (WHERE bucket = ${heldName(name)}),
                 max("fullAt") FILTER (WHERE bucket = ${name}) - ${burst * everyMs}::float8 * interval '1 ms') AS "opensAt"
          FROM locked
      ), taken AS (
        UPDATE "VendorBudget" b SET "fullAt" = greatest(room."fullAt", room.now) + ${everyMs}::float8 * interval '1 ms'
          FROM room WHERE b.account = ${account} AND b.bucket = ${name} AND room."opensAt" <= room.now
        RETURNING 1
      )
      SELECT "fullAt" IS NOT NULL AS "isKnown", EXISTS (SELECT FROM taken) AS "isTaken",
             coalesce(extract(epoch FROM "opensAt" - now) * 1000, 0)::float8 AS "waitMs"
        FROM room`;
    return taken ?? { isKnown: false, isTaken: false, waitMs: 0 };
  }

  /** An empty bucket; those that nobody used for a day are forgotten then. */
  async #begin({ account, name }: Bucket): Promise<void> {
    await this.#prisma.$executeRaw`
      INSERT INTO "VendorBudget" (account, bucket, "fullAt") VALUES (${account}, ${name}, clock_timestamp())
      ON CONFLICT DO NOTHING`;
    await this.#prisma.$executeRaw`DELETE FROM "VendorBudget" WHERE "fullAt" < clock_timestamp() - interval '1 day'`;
  }
}

/** The row that says until when nobody goes, because the vendor said so. */
function heldName(name: string): string {
  return `until ${name}`;
}
