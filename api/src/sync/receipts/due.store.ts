import type { PrismaClient } from '../../../../prisma/client/client.ts';
import type { ConnectionKey } from '../../connection/connection-key.ts';
import type { DestinationName } from '../../integrations/destination.ts';

/** How soon a connection has something to do; all of it by the database's clock. */
export interface DueConnection extends ConnectionKey {
  readonly destination: DestinationName;
  /** Milliseconds until its first receipt is due; below 0: it is overdue. */
  readonly dueInMs: number;
  /** How many are due now, counted up to a full batch. */
  readonly dueCount: number;
  /** Milliseconds since the newest of them, or the shop's newest sign-up, was made: small while sign-ups stream in. */
  readonly quietMs: number;
}

/** Nobody looks further ahead than this, in seconds: the next look comes before. */
const HORIZON_S = 10;

/** Which connections have something to do. */
export class DueStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Connections with receipts that nobody has and that are due within the next seconds, those that wait longest first. Where
   * something is to be sent, it alone is told of: what is to be looked for comes behind it, and must not make its batch leave early. A paused
   * one is not among them, nor one of a shop that left; one that backs off is due when its wait is over. `fullBatch` bounds the count.
   */
  async connections(fullBatch: number): Promise<DueConnection[]> {
    return this.#prisma.$queryRaw<DueConnection[]>`
      SELECT k.shop, k.id, k.destination, due.count AS "dueCount",
             (extract(epoch FROM greatest(next.at, k."retryAt") - statement_timestamp()) * 1000)::float8 AS "dueInMs",
             coalesce((extract(epoch FROM statement_timestamp() - greatest(due.newest, signup.newest)) * 1000)::float8, 0)
               AS "quietMs"
        FROM "Connection" k JOIN "Shop" o ON o.domain = k.shop AND o."uninstalledAt" IS NULL
        CROSS JOIN LATERAL (
          SELECT r."dueAt" AS at FROM "Receipt" r
           WHERE r.shop = k.shop AND r.destination = k.destination
             AND r."dueAt" <= statement_timestamp() + make_interval(secs => ${HORIZON_S})
             AND (r."leasedUntil" IS NULL OR r."leasedUntil" <= statement_timestamp())
           ORDER BY r."dueAt" LIMIT 1
        ) first
        LEFT JOIN LATERAL (
          SELECT r."dueAt" AS at FROM "Receipt" r
           WHERE r.shop = k.shop AND r.destination = k.destination AND r."dueAt" <= statement_timestamp()
             AND (r."leasedUntil" IS NULL OR r."leasedUntil" <= statement_timestamp())
             AND r.state IN ('WAITING', 'SENDING')
           ORDER BY r."dueAt" LIMIT 1
        ) send ON true
        CROSS JOIN LATERAL (SELECT coalesce(send.at, first.at) AS at) next
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS count, max(found."createdAt") AS newest
            FROM (SELECT r."createdAt" FROM "Receipt" r
                   WHERE r.shop = k.shop AND r.destination = k.destination AND r."dueAt" <= statement_timestamp()
                     AND (r."leasedUntil" IS NULL OR r."leasedUntil" <= statement_timestamp())
                     AND (r.state IN ('WAITING', 'SENDING')) = (send.at IS NOT NULL)
                   ORDER BY r."dueAt" LIMIT ${fullBatch}::int) found
        ) due
        -- Sign-ups that have no receipt yet count as well: in a rush it takes its time to make them.
        CROSS JOIN LATERAL (SELECT max(s."createdAt") AS newest FROM "Signup" s WHERE s.shop = k.shop) signup
       WHERE k.problem IS NULL
       ORDER BY greatest(next.at, k."retryAt")`;
  }
}
