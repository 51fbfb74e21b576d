import type { Prisma, PrismaClient, UnlistingProblem } from '../../../prisma/client/client.ts';

/** That this process alone changes a shop's products for now. */
export interface UnlistingTurn {
  readonly shop: string;
  readonly lease: string;
  /** How many turns in a row came to nothing before. */
  readonly failures: number;
  /** By the database's clock. */
  readonly startedAt: Date;
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
/** After so long a shop is looked at though nobody said that something changed. */
const LOST_NEWS_S = 600;

/** Whose turn it is in which shop, by the database's clock. */
export class UnlistingTurnStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Takes the turn in shops that are to be looked at and that nobody has, those of processes that died included. A shop that uninstalled the app is
   * let be until it installs it again.
   */
  claim(most: number): Promise<UnlistingTurn[]> {
    return this.#prisma.$queryRaw<UnlistingTurn[]>`
      UPDATE "UnlistingTurn" turn SET lease = gen_random_uuid(), "dueAt" = NULL,
             "leasedUntil" = statement_timestamp() + make_interval(secs => ${LEASE_S})
        FROM (SELECT t.shop FROM "UnlistingTurn" t JOIN "Shop" s ON s.domain = t.shop AND s."uninstalledAt" IS NULL
               WHERE (t."dueAt" <= statement_timestamp() AND t."leasedUntil" IS NULL) OR t."leasedUntil" <= statement_timestamp()
               ORDER BY t."dueAt" LIMIT ${most}::int FOR UPDATE OF t SKIP LOCKED) due
       WHERE turn.shop = due.shop
      RETURNING turn.shop, turn.lease, turn.failures, statement_timestamp() AS "startedAt"`;
  }

  /**
   * Ends a turn in which everything was looked at. The next look is due when a campaign ends, when what failed is tried again, or in ten
   * minutes, in which webhooks may have got lost; where nothing is hidden and nothing wanted hidden, it is not due at all. What was asked for
   * meanwhile (`askForLook`) stays due.
   */
  async end({ shop, lease, startedAt }: UnlistingTurn): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "UnlistingTurn" SET lease = NULL, "leasedUntil" = NULL, failures = 0, problem = NULL, detail = NULL,
             "dueAt" = coalesce("dueAt", (SELECT min(at) FROM (
               SELECT least("endsAt", statement_timestamp() + make_interval(secs => ${LOST_NEWS_S})) AS at
                 FROM "EarlyAccessCampaign" WHERE shop = ${shop} AND "hidesProducts" AND "isActive"
                  AND ("endsAt" IS NULL OR "endsAt" > ${startedAt})
               UNION ALL
               SELECT coalesce("dueAt", statement_timestamp() + make_interval(secs => ${LOST_NEWS_S}))
                 FROM "Unlisting" WHERE shop = ${shop}) looks))
       WHERE shop = ${shop} AND lease = ${lease}::uuid`;
  }

  /** Ends a turn that was broken off; the next one is due in so many milliseconds, or when it is asked for. */
  async breakOff({ shop, lease }: UnlistingTurn, { problem, detail, forMs }: TurnWait): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "UnlistingTurn" SET lease = NULL, "leasedUntil" = NULL, failures = failures + 1,
             problem = ${problem}::"UnlistingProblem", detail = ${detail},
             "dueAt" = coalesce("dueAt", statement_timestamp() + ${forMs}::float8 * interval '1 millisecond')
       WHERE shop = ${shop} AND lease = ${lease}::uuid`;
  }

  /** Makes the next look due now: for a shop that waits, since what was in the way may be so no longer. */
  async hurry(shop: string): Promise<void> {
    await this.#prisma.$executeRaw`UPDATE "UnlistingTurn" SET "dueAt" = statement_timestamp() WHERE shop = ${shop}`;
  }

  /** Something changed in the catalog: the next look is due now, unless the shop waits after a failure. */
  async hear(shop: string): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "UnlistingTurn" SET "dueAt" = statement_timestamp() WHERE shop = ${shop} AND problem IS NULL`;
  }
}

/** A campaign of the shop changes, is made or deleted, in this transaction: the next look is due, if it is about hiding. */
export async function askForLook(transaction: Prisma.TransactionClient, shop: string): Promise<void> {
  // By the database's clock, and only where there is something to look at; Prisma has no word for either.
  await transaction.$executeRaw`
    INSERT INTO "UnlistingTurn" (shop, "dueAt")
    SELECT ${shop}, statement_timestamp()
     WHERE EXISTS (SELECT 1 FROM "EarlyAccessCampaign" WHERE shop = ${shop} AND "hidesProducts")
        OR EXISTS (SELECT 1 FROM "Unlisting" WHERE shop = ${shop})
    ON CONFLICT (shop) DO UPDATE SET "dueAt" = excluded."dueAt"`;
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
