import type { Prisma, PrismaClient, UnlistingProblem } from '../../../prisma/client/client.ts';
import { wantedProducts } from './unlisting-wish.ts';

/** That this process alone changes a shop's products for now. */
export interface UnlistingTurn {
  readonly shop: string;
  readonly lease: string;
  /** How many turns in a row came to nothing before. */
  readonly failures: number;
}

/** Another process has the shop's turn: this one was too slow and must change nothing any more. */
export class TurnLost extends Error {
  constructor(shop: string) {
    super(`Another process goes on with the products of ${shop}.`);
    this.name = 'TurnLost';
  }
}

/** Longer than any one call to Shopify takes. A process that died keeps its shop waiting for so long. */
const LEASE_S = 120;

/** Whose turn it is in which shop, by the database's clock. */
export class UnlistingTurnStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Takes the turn in shops where products are not as they should be, that nobody has and that do not wait after a failure. One statement;
   * where all is well it writes nothing.
   */
  claim(most: number): Promise<UnlistingTurn[]> {
    return this.#prisma.$queryRaw<UnlistingTurn[]>`
      WITH wanted AS (${wantedProducts(null)}),
      unsettled AS (
        SELECT w.shop FROM wanted w LEFT JOIN "Unlisting" u ON u.shop = w.shop AND u."productId" = w."productId"
         WHERE u.shop IS NULL OR NOT w."campaignId" = ANY (u."campaignIds")
        UNION
        SELECT u.shop FROM "Unlisting" u
          LEFT JOIN "Product" p ON p.shop = u.shop AND p.id = u."productId"
          LEFT JOIN wanted w ON w.shop = u.shop AND w."productId" = u."productId"
         WHERE u."dueAt" <= statement_timestamp()
            OR (u."dueAt" IS NULL AND (w.shop IS NULL OR p.status IS DISTINCT FROM u."catalogStatus"))
      )
      INSERT INTO "UnlistingTurn" AS turn (shop, lease, "leasedUntil")
      SELECT n.shop, gen_random_uuid(), statement_timestamp() + make_interval(secs => ${LEASE_S})
        FROM unsettled n LEFT JOIN "UnlistingTurn" t ON t.shop = n.shop
       WHERE (t."leasedUntil" IS NULL OR t."leasedUntil" <= statement_timestamp())
         AND (t."dueAt" IS NULL OR t."dueAt" <= statement_timestamp())
       ORDER BY t."dueAt" NULLS FIRST, random() LIMIT ${most}::int
      ON CONFLICT (shop) DO UPDATE SET lease = excluded.lease, "leasedUntil" = excluded."leasedUntil"
       WHERE (turn."leasedUntil" IS NULL OR turn."leasedUntil" <= statement_timestamp())
         AND (turn."dueAt" IS NULL OR turn."dueAt" <= statement_timestamp())
      RETURNING turn.shop, turn.lease, turn.failures`;
  }

  /** Ends the turn. `wait` null: all that could be done was done; else nothing is tried in this shop for so many milliseconds. */
  async end({ shop, lease }: UnlistingTurn, wait: TurnWait | null): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "UnlistingTurn" SET lease = NULL, "leasedUntil" = NULL,
             failures = CASE WHEN ${wait === null} THEN 0 ELSE failures + 1 END,
             problem = ${wait?.problem ?? null}::"UnlistingProblem", detail = ${wait?.detail ?? null},
             "dueAt" = statement_timestamp() + ${wait?.forMs ?? null}::float8 * interval '1 millisecond'
       WHERE shop = ${shop} AND lease = ${lease}::uuid`;
  }

  /** What was in the way may be so no longer: tries again at the next look. */
  async hurry(shop: string): Promise<void> {
    await this.#prisma.unlistingTurn.updateMany({ where: { shop }, data: { dueAt: null } });
  }
}

/** Why and for how long nothing is tried in a shop; `problem` null: a fault of ours. */
export interface TurnWait {
  readonly problem: UnlistingProblem | null;
  /** A sentence without token and person. */
  readonly detail: string | null;
  readonly forMs: number;
}

/** Makes sure, in the transaction that writes something down, that it is still this process's turn, and prolongs it. Throws `TurnLost`. */
export async function holdTurn(transaction: Prisma.TransactionClient, { shop, lease }: UnlistingTurn): Promise<void> {
  const held = await transaction.$executeRaw`
    UPDATE "UnlistingTurn" SET "leasedUntil" = statement_timestamp() + make_interval(secs => ${LEASE_S})
     WHERE shop = ${shop} AND lease = ${lease}::uuid`;
  if (held === 0) throw new TurnLost(shop);
}
