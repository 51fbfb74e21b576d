import { Prisma, type PrismaClient } from '../../../../prisma/client/client.ts';
import { moveBackfilled, planMissing, reopenConsented } from './plan-statements.ts';

/** A place in a shop's sign-ups, oldest first; null: before the first one. */
export type WalkPlace = { readonly createdAt: Date; readonly id: string } | null;

/** Sign-ups that changed lately, in milliseconds before a time of the database's clock. */
export interface RecentWindow {
  readonly since: Date;
  readonly createdMs: number;
  readonly confirmedMs: number;
}

const COLUMNS = Prisma.sql`s.shop, s.id, s."campaignId", s."createdAt", s."confirmedAt", s."isProofAsked"`;
const CONNECTED = Prisma.sql`(SELECT DISTINCT shop FROM "Connection") k`;

/** The statements by which receipts come to be, and come back. Prisma has no word for any of them. */
export class PlanStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** What the database's clock says. */
  async now(): Promise<Date> {
    const [row] = await this.#prisma.$queryRaw<{ now: Date }[]>`SELECT statement_timestamp() AS now`;
    return row?.now ?? new Date(0);
  }

  /** Makes missing receipts of sign-ups that were made or proved lately, `most` at most. Null: another process is at it. */
  async planRecent({ since, createdMs, confirmedMs }: RecentWindow, most: number): Promise<number | null> {
    const among = Prisma.sql`
      SELECT ${COLUMNS} FROM ${CONNECTED} JOIN "Signup" s ON s.shop = k.shop WHERE s."createdAt" > ${before(since, createdMs)}
      UNION
      SELECT ${COLUMNS} FROM ${CONNECTED} JOIN "Signup" s ON s.shop = k.shop WHERE s."confirmedAt" > ${before(since, confirmedMs)}`;
    return planMissing(this.#prisma, among, most);
  }

  /** Sends those again who gave fresh consent lately, or proved that an earlier one was theirs; how many. */
  reopenRecent(since: Date, changedMs: number): Promise<number> {
    return reopenConsented(
      this.#prisma,
      Prisma.sql`
      SELECT ${COLUMNS} FROM ${CONNECTED} JOIN "Consent" a ON a.shop = k.shop
        JOIN "Signup" s ON s.shop = a.shop AND s.id = a."signupId"
       WHERE a."isGiven" AND a."answeredAt" > ${before(since, changedMs)}
      UNION
      SELECT ${COLUMNS} FROM ${CONNECTED} JOIN "Signup" s ON s.shop = k.shop
       WHERE s."confirmedAt" > ${before(since, changedMs)}`,
    );
  }

  /**
   * Lets PostgreSQL look at the tables anew where they hold many times what it knows of: in the first minute of a rush it would take them for
   * empty, and choose ways through them that take the longer the more there is.
   */
  async refreshStatistics(rows: number): Promise<void> {
    const [known] = await this.#prisma.$queryRaw<{ rows: number }[]>`
      SELECT reltuples::float8 AS rows FROM pg_class WHERE oid = '"Receipt"'::regclass`;
    if (!known || rows < 2 * known.rows) return;
    for (const table of ['Signup', 'Consent', 'Receipt', 'ReceiptEntry']) {
      await this.#prisma.$executeRaw`ANALYZE ${Prisma.raw(`"${table}"`)}`;
    }
  }

  /** The shops that have somewhere to send to. */
  async connectedShops(): Promise<string[]> {
    const rows = await this.#prisma.connection.findMany({ distinct: ['shop'], select: { shop: true } });
    return rows.map(({ shop }) => shop);
  }

  /** The back-fills that were asked for since then. */
  backfillsSince(since: Date) {
    return this.#prisma.backfill.findMany({ where: { askedAt: { gt: since } } });
  }

  /**
   * Looks at so many sign-ups of a shop behind `from`: plans what is missing, takes along what a back-fill moves to another audience, and
   * reopens. Gives the place it came to, null at the end, and how many receipts it made; null alone: another process plans, try again.
   */
  async walk(shop: string, from: WalkPlace, size: number): Promise<{ to: WalkPlace; count: number } | null> {
    const start = from
      ? Prisma.sql`AND (s."createdAt", s.id) > (${instant(from.createdAt)}, ${from.id}::uuid)`
      : Prisma.empty;
    const [to = null] = await this.#prisma.$queryRaw<NonNullable<WalkPlace>[]>`
      SELECT s."createdAt", s.id FROM "Signup" s WHERE s.shop = ${shop} ${start}
       ORDER BY s."createdAt", s.id LIMIT 1 OFFSET ${size - 1}::int`;
    const end = to ? Prisma.sql`AND (s."createdAt", s.id) <= (${instant(to.createdAt)}, ${to.id}::uuid)` : Prisma.empty;
    const among = Prisma.sql`SELECT ${COLUMNS} FROM "Signup" s WHERE s.shop = ${shop} ${start} ${end}`;
    const count = await planMissing(this.#prisma, among, null);
    if (count === null) return null;
    await moveBackfilled(this.#prisma, among);
    await reopenConsented(this.#prisma, among);
    return { to, count };
  }
}

function instant(date: Date): Prisma.Sql {
  return Prisma.sql`${date.toISOString()}::timestamptz`;
}

function before(date: Date, milliseconds: number): Prisma.Sql {
  return instant(new Date(date.getTime() - milliseconds));
}
