import { Prisma, type PrismaClient } from '../../../prisma/client/client.ts';
import { type CatalogRun, LeaseLost, type Progress } from './catalog-run.ts';
import { NEXT_NIGHT } from './next-night.ts';

type Transaction = Prisma.TransactionClient;

/** A worker that says nothing for so long has gone; longer than any one transaction takes. Seconds. */
const LEASE_S = 60;

/** Whose turn it is: shops that have the app, none that another process has. */
const IS_INSTALLED = Prisma.sql`o."installedAt" IS NOT NULL AND o."uninstalledAt" IS NULL`;

/** Keeps where each shop's run stands. All times are the database's; every method that is given a run throws `LeaseLost`. */
export class CatalogRunStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Every installation that has no run yet is due for its fill: a new shop, and one that installed the app again. */
  async greetInstalled(): Promise<void> {
    await this.#prisma.$executeRaw`
      INSERT INTO "CatalogSync" AS s (shop, "installedAt")
      SELECT o.domain, o."installedAt" FROM "Shop" o
       WHERE ${IS_INSTALLED} AND NOT EXISTS (
         SELECT 1 FROM "CatalogSync" known WHERE known.shop = o.domain AND known."installedAt" >= o."installedAt")
      ON CONFLICT (shop) DO UPDATE SET "installedAt" = EXCLUDED."installedAt", kind = 'FILL', state = 'WAITING', "exportId" = NULL,
        problem = NULL, failures = 0, "dueAt" = statement_timestamp(), lease = NULL, "leasedUntil" = NULL
       WHERE s."installedAt" < EXCLUDED."installedAt"`;
  }

  /** The merchant wants the whole catalog read again; one that is under way goes on now. False: the shop has none from Shopify. */
  async ask(shop: string): Promise<boolean> {
    await this.greetInstalled();
    const count = await this.#prisma.$executeRaw`
      UPDATE "CatalogSync" SET "dueAt" = least("dueAt", statement_timestamp()), failures = 0,
             kind = CASE WHEN state IN ('DONE', 'FAILED') THEN 'REFRESH'::"CatalogRunKind" ELSE kind END,
             state = CASE WHEN state IN ('DONE', 'FAILED') THEN 'WAITING'::"CatalogSyncState" ELSE state END
       WHERE shop = (SELECT o.domain FROM "Shop" o WHERE o.domain = ${shop} AND ${IS_INSTALLED})`;
    return count > 0;
  }

  /** Takes the run that is due longest; null where none is. */
  async claim(): Promise<CatalogRun | null> {
    const [run] = await this.#prisma.$queryRaw<(Omit<CatalogRun, 'bytes'> & { bytes: bigint })[]>`
      UPDATE "CatalogSync" SET lease = gen_random_uuid(),
             "leasedUntil" = statement_timestamp() + make_interval(secs => ${LEASE_S})
       WHERE shop = (
         SELECT s.shop FROM "CatalogSync" s JOIN "Shop" o ON o.domain = s.shop
          WHERE s."dueAt" <= statement_timestamp() AND (s."leasedUntil" IS NULL OR s."leasedUntil" <= statement_timestamp())
            AND ${IS_INSTALLED}
          ORDER BY s."dueAt" LIMIT 1 FOR UPDATE OF s SKIP LOCKED)
      RETURNING shop, lease, kind, state, part, "exportId", "partAt", objects, bytes, failures`;
    return run ? { ...run, bytes: Number(run.bytes) } : null;
  }

  /** A new run begins; one that nobody asked for is the nightly reconcile. */
  async begin(run: CatalogRun): Promise<void> {
    const kind = run.state === 'WAITING' ? run.kind : 'RECONCILE';
    await this.#update(
      run,
      Prisma.sql`kind = ${kind}::"CatalogRunKind", part = 'PRODUCTS', "startedAt" = statement_timestamp(),
      "finishedAt" = NULL, differences = 0, failures = 0, ${this.#exportAnew}`,
    );
  }

  /** The export of this part is about to be asked for; what was read before now counts as older than it. */
  async exportIsAsked(run: CatalogRun): Promise<void> {
    await this.#update(run, Prisma.sql`"partAt" = statement_timestamp()`);
  }

  /** Shopify has begun the export. */
  async exportIsBegun(run: CatalogRun, exportId: string): Promise<void> {
    await this.#update(run, Prisma.sql`"exportId" = ${exportId}, problem = NULL`);
  }

  /** Shopify has exported so many lines until now; to be asked again after so many seconds. */
  async exportGoesOn(run: CatalogRun, { objects, dueInS }: { objects: number; dueInS: number }): Promise<void> {
    await this.#update(run, Prisma.sql`objects = ${objects}, problem = NULL, ${releasedFor(dueInS)}`);
  }

  /** The file is there. */
  async fileIsThere(run: CatalogRun, ofObjects: number): Promise<void> {
    const objects = run.state === 'WRITING' ? Prisma.empty : Prisma.sql`, objects = 0, bytes = 0`;
    await this.#update(run, Prisma.sql`state = 'WRITING', "ofObjects" = ${ofObjects}, problem = NULL ${objects}`);
  }

  /** Notes within the transaction that writes it what was written; the lease lasts anew. */
  async note(transaction: Transaction, run: CatalogRun, { lines, bytes, differences }: Progress): Promise<void> {
    await this.#update(
      run,
      Prisma.sql`objects = objects + ${lines}, bytes = ${bytes}, differences = differences + ${differences},
        "leasedUntil" = statement_timestamp() + make_interval(secs => ${LEASE_S})`,
      transaction,
    );
  }

  /** The products are written: the collections come next. */
  async goToCollections(transaction: Transaction, run: CatalogRun, differences: number): Promise<void> {
    const change = Prisma.sql`part = 'COLLECTIONS', failures = 0, differences = differences + ${differences},
      ${this.#exportAnew}, ${releasedFor(0)}`;
    await this.#update(run, change, transaction);
  }

  /** Everything is written. The next run is the reconcile of the coming night. */
  async finish(transaction: Transaction, run: CatalogRun, differences: number): Promise<void> {
    await this.#update(
      run,
      Prisma.sql`state = 'DONE', "exportId" = NULL, "finishedAt" = statement_timestamp(), problem = NULL, failures = 0,
        differences = differences + ${differences},
        "reconciledAt" = CASE WHEN kind = 'FILL' THEN "reconciledAt" ELSE statement_timestamp() END,
        reconciled = CASE WHEN kind = 'FILL' THEN reconciled ELSE differences + ${differences} END,
        "dueAt" = ${NEXT_NIGHT}, lease = NULL, "leasedUntil" = NULL`,
      transaction,
    );
  }

  /** Lets others work, and goes on where it is. */
  async giveWay(run: CatalogRun): Promise<void> {
    await this.#update(run, releasedFor(0));
  }

  /** It did not work: again after so many seconds, with a new export or where it is. */
  async tryAgain(run: CatalogRun, retry: { problem: string; dueInS: number; isAnew: boolean }): Promise<void> {
    const anew = retry.isAnew ? Prisma.sql`, ${this.#exportAnew}` : Prisma.empty;
    const change = Prisma.sql`problem = ${retry.problem}, failures = failures + 1 ${anew}, ${releasedFor(retry.dueInS)}`;
    await this.#update(run, change);
  }

  /** It does not work: nothing more before the coming night, unless the merchant asks. */
  async giveUp(run: CatalogRun, problem: string): Promise<void> {
    await this.#update(
      run,
      Prisma.sql`state = 'FAILED', "exportId" = NULL, problem = ${problem}, failures = 0, "finishedAt" = statement_timestamp(),
        "dueAt" = ${NEXT_NIGHT}, lease = NULL, "leasedUntil" = NULL`,
    );
  }

  readonly #exportAnew =
    Prisma.sql`state = 'EXPORTING', "exportId" = NULL, "partAt" = NULL, objects = 0, "ofObjects" = NULL, bytes = 0`;

  async #update(run: CatalogRun, change: Prisma.Sql, client: Transaction = this.#prisma): Promise<void> {
    const count = await client.$executeRaw`
      UPDATE "CatalogSync" SET ${change} WHERE shop = ${run.shop} AND lease = ${run.lease}::uuid`;
    if (count === 0) throw new LeaseLost('Another process goes on with this run.');
  }
}

function releasedFor(seconds: number): Prisma.Sql {
  return Prisma.sql`"dueAt" = statement_timestamp() + make_interval(secs => ${seconds}), lease = NULL, "leasedUntil" = NULL`;
}
