import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';

/** What is known of a change: which product or collection, and when Shopify says that it changed. */
export interface Change {
  /** The gid. */
  readonly id: string;
  readonly changedAt?: Date | null;
}

/** A change that this process has for a while. */
export interface LeasedChange extends Required<Change> {
  readonly marks: number;
  readonly attempts: number;
}

/** Changes of one shop and one kind that this process has for a while. */
export interface LeasedChanges {
  readonly shop: string;
  readonly lease: string;
  /** When they were taken, by the database's clock: what Shopify answers from now on is at least that new. */
  readonly readAt: Date;
  readonly changes: readonly LeasedChange[];
}

type Kind = 'Product' | 'Collection';

/** Longer than reading one product takes, or one page of a collection. Seconds. */
const LEASE_S = 90;
/** What changes again within this time is read once. Seconds. */
const GATHERED_S: Readonly<Record<Kind, number>> = { Product: 1, Collection: 5 };

/** Which products and collections changed and are to be read again. All times are the database's, unless they say otherwise. */
export class CatalogChangeStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** These are to be read again, soon; those that wait already wait on. Nothing for a shop that is not known. */
  async mark(shop: string, changes: readonly Change[], client: Prisma.TransactionClient = this.#prisma): Promise<void> {
    if (changes.length === 0) return;
    const ids = changes.map(({ id }) => id);
    const times = changes.map(({ changedAt }) => changedAt ?? null);
    const pauses = ids.map((id) => GATHERED_S[isProduct(id) ? 'Product' : 'Collection']);
    await client.$executeRaw`
      INSERT INTO "CatalogChange" AS known (shop, id, "changedAt", "dueAt")
      SELECT o.domain, r.id, max(r."changedAt"), statement_timestamp() + make_interval(secs => max(r.pause))
        FROM "Shop" o CROSS JOIN unnest(${ids}::text[], ${times}::timestamptz[], ${pauses}::int[]) AS r(id, "changedAt", pause)
       WHERE o.domain = ${shop} GROUP BY o.domain, r.id ORDER BY r.id
      ON CONFLICT (shop, id) DO UPDATE SET marks = known.marks + 1, attempts = 0,
        "changedAt" = greatest(known."changedAt", EXCLUDED."changedAt"), "dueAt" = least(known."dueAt", EXCLUDED."dueAt")`;
  }

  /** Takes up to so many of the shop whose changes wait longest; null where none is due. */
  async claim(kind: Kind, most: number): Promise<LeasedChanges | null> {
    const like = `gid://shopify/${kind}/%`;
    const rows = await this.#prisma.$queryRaw<(LeasedChange & Omit<LeasedChanges, 'changes'>)[]>`
      WITH first AS (
        SELECT c.shop FROM "CatalogChange" c JOIN "Shop" o ON o.domain = c.shop
         WHERE c."dueAt" <= statement_timestamp() AND c.id LIKE ${like}
           AND (c."leasedUntil" IS NULL OR c."leasedUntil" <= statement_timestamp())
           AND o."installedAt" IS NOT NULL AND o."uninstalledAt" IS NULL
         ORDER BY c."dueAt" LIMIT 1
      ), due AS (
        SELECT c.shop, c.id FROM "CatalogChange" c JOIN first USING (shop)
         WHERE c."dueAt" <= statement_timestamp() AND c.id LIKE ${like}
           AND (c."leasedUntil" IS NULL OR c."leasedUntil" <= statement_timestamp())
         ORDER BY c."dueAt" LIMIT ${most}::int FOR UPDATE OF c SKIP LOCKED
      ), held AS MATERIALIZED (SELECT gen_random_uuid() AS lease)
      UPDATE "CatalogChange" c SET lease = held.lease, attempts = c.attempts + 1,
             "leasedUntil" = statement_timestamp() + make_interval(secs => ${LEASE_S})
        FROM due CROSS JOIN held WHERE c.shop = due.shop AND c.id = due.id
      RETURNING c.shop, c.id, c.lease, c.marks, c.attempts, c."changedAt", statement_timestamp()::timestamptz(3) AS "readAt"`;
    const [first] = rows;
    return first ? { shop: first.shop, lease: first.lease, readAt: first.readAt, changes: rows } : null;
  }

  /** Reading takes longer. False: another process has them now. */
  async extend({ shop, lease }: LeasedChanges): Promise<boolean> {
    const count = await this.#prisma.$executeRaw`
      UPDATE "CatalogChange" SET "leasedUntil" = statement_timestamp() + make_interval(secs => ${LEASE_S})
       WHERE shop = ${shop} AND lease = ${lease}::uuid`;
    return count > 0;
  }

  /** They are read and written, unless they changed anew meanwhile: those are due again. */
  async settle(
    transaction: Prisma.TransactionClient,
    { shop, lease }: LeasedChanges,
    read: readonly LeasedChange[],
  ): Promise<void> {
    const [ids, marks] = [read.map(({ id }) => id), read.map((change) => change.marks)];
    await transaction.$executeRaw`
      DELETE FROM "CatalogChange" c USING unnest(${ids}::text[], ${marks}::int[]) AS r(id, marks)
       WHERE c.shop = ${shop} AND c.lease = ${lease}::uuid AND c.id = r.id AND c.marks = r.marks`;
    await transaction.$executeRaw`
      UPDATE "CatalogChange" SET lease = NULL, "leasedUntil" = NULL
       WHERE shop = ${shop} AND lease = ${lease}::uuid AND id = ANY(${ids})`;
  }

  /** They could not be read: again after so many seconds; null: not at all, the nightly reconcile has them. */
  async putOff({ shop, lease }: LeasedChanges, ids: readonly string[], dueInS: number | null): Promise<void> {
    if (dueInS === null) {
      await this.#prisma.catalogChange.deleteMany({ where: { shop, lease, id: { in: [...ids] } } });
      return;
    }
    await this.#prisma.$executeRaw`
      UPDATE "CatalogChange" SET lease = NULL, "leasedUntil" = NULL, "dueAt" = statement_timestamp() + make_interval(secs => ${dueInS})
       WHERE shop = ${shop} AND lease = ${lease}::uuid AND id = ANY(${[...ids]})`;
  }
}

function isProduct(id: string): boolean {
  return id.startsWith('gid://shopify/Product/');
}
