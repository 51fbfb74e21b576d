import type { PrismaClient } from '../../../../prisma/client/client.ts';
import type { DestinationName } from '../../integrations/destination.ts';

/** A removal that this worker alone works on. */
export interface LeasedErasure {
  readonly shop: string;
  readonly id: string;
  readonly destination: DestinationName;
  readonly audience: string;
  readonly sealedEmail: Uint8Array;
  readonly failingSince: Date | null;
  /** By the database's clock. */
  readonly now: Date;
}

const LEASE_S = 300;
const MOST = 40;

/** Removals that are still to be asked for, with leases by the database's clock. */
export class ErasureStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Leases what is due at connections that may be used now; without a connection a removal waits for one, and while the shop is gone for its return. */
  claim(): Promise<LeasedErasure[]> {
    return this.#prisma.$queryRaw<LeasedErasure[]>`
      UPDATE "Erasure" e SET "leasedUntil" = statement_timestamp() + make_interval(secs => ${LEASE_S}), attempts = e.attempts + 1
        FROM (
          SELECT w.shop, w.id FROM "Erasure" w
            JOIN "Connection" k ON k.shop = w.shop AND k.destination = w.destination AND k.problem IS NULL
             AND (k."retryAt" IS NULL OR k."retryAt" <= statement_timestamp())
            JOIN "Shop" o ON o.domain = w.shop AND o."uninstalledAt" IS NULL
           WHERE w."dueAt" <= statement_timestamp() AND w."sealedEmail" IS NOT NULL
             AND (w."leasedUntil" IS NULL OR w."leasedUntil" <= statement_timestamp())
           ORDER BY w."dueAt" LIMIT ${MOST}::int FOR UPDATE OF w SKIP LOCKED
        ) due
       WHERE e.shop = due.shop AND e.id = due.id
      RETURNING e.shop, e.id, e.destination::text AS destination, e.audience, e."sealedEmail", e."failingSince",
                statement_timestamp() AS now`;
  }

  /** It was asked for: the address is forgotten. */
  async done({ shop, id }: LeasedErasure): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "Erasure" SET "doneAt" = statement_timestamp(), "sealedEmail" = NULL, "dueAt" = NULL, "leasedUntil" = NULL,
             "failingSince" = NULL, detail = NULL
       WHERE shop = ${shop} AND id = ${id}::uuid`;
  }

  /** It came to nothing; `dueInMs` null: it is parked, and tried no more by itself. */
  async failed({ shop, id }: LeasedErasure, dueInMs: number | null, detail: string | null): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "Erasure" SET "dueAt" = statement_timestamp() + ${dueInMs}::float8 * interval '1 millisecond', "leasedUntil" = NULL,
             "failingSince" = coalesce("failingSince", statement_timestamp()), detail = ${detail}
       WHERE shop = ${shop} AND id = ${id}::uuid`;
  }

  /** It was not tried after all. */
  async giveBack({ shop, id }: LeasedErasure): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "Erasure" SET "leasedUntil" = NULL, attempts = attempts - 1 WHERE shop = ${shop} AND id = ${id}::uuid`;
  }
}
