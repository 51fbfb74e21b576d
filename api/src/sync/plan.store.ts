import { Prisma, type PrismaClient } from '../../../prisma/client/client.ts';
import { IS_PROVED, IS_WANTED, TARGETS } from './eligible.ts';

/** A place in a shop's sign-ups, oldest first; null: before the first one. */
export type WalkPlace = { readonly createdAt: Date; readonly id: string } | null;

/** Sign-ups that changed lately, in milliseconds before a time of the database's clock. */
export interface RecentWindow {
  readonly since: Date;
  readonly createdMs: number;
  readonly confirmedMs: number;
}

const NOBODY_HAS_IT = Prisma.sql`(r."leasedUntil" IS NULL OR r."leasedUntil" <= statement_timestamp())`;
const COLUMNS = Prisma.sql`s.shop, s.id, s."campaignId", s."createdAt", s."confirmedAt"`;
const CONNECTED = Prisma.sql`(SELECT DISTINCT shop FROM "Connection") k`;
const FOREIGN_KEY_VIOLATION = '23503';
/** One planner at a time among all processes: the others would only wait for its rows. */
const PLANNERS_LOCK = 7_301_004;

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

  /** Makes the missing receipts of sign-ups that were made or proved lately. Null: another process is at it. */
  async planRecent({ since, createdMs, confirmedMs }: RecentWindow): Promise<number | null> {
    const among = Prisma.sql`
      SELECT ${COLUMNS} FROM ${CONNECTED} JOIN "Signup" s ON s.shop = k.shop WHERE s."createdAt" > ${before(since, createdMs)}
      UNION
      SELECT ${COLUMNS} FROM ${CONNECTED} JOIN "Signup" s ON s.shop = k.shop WHERE s."confirmedAt" > ${before(since, confirmedMs)}`;
    return this.#plan(among);
  }

  /** Sends those again who gave fresh consent lately; how many. */
  reopenRecent(since: Date, answeredMs: number): Promise<number> {
    return this.#reopen(Prisma.sql`
      SELECT s.shop, s."signupId" AS id FROM ${CONNECTED} JOIN "Consent" s ON s.shop = k.shop
       WHERE s."isGiven" AND s."answeredAt" > ${before(since, answeredMs)}`);
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
    const count = await this.#plan(among);
    if (count === null) return null;
    await this.#move(among);
    await this.#reopen(among);
    return { to, count };
  }

  async #plan(among: Prisma.Sql): Promise<number | null> {
    const [row] = await this.#insertMissing(among).catch(unlessGone);
    return row?.isMine ? row.count : null;
  }

  #insertMissing(among: Prisma.Sql): Promise<{ isMine: boolean; count: number }[]> {
    return this.#prisma.$queryRaw`
      WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(${PLANNERS_LOCK}::bigint) AS mine),
      target AS MATERIALIZED (${TARGETS}),
      s AS MATERIALIZED (SELECT * FROM (${among}) s WHERE (SELECT mine FROM turn)),
      missing AS MATERIALIZED (
        SELECT s.shop, s.id, s."campaignId", target.destination, target.audience
          FROM s JOIN target ON target.shop = s.shop AND target."campaignId" = s."campaignId"
         WHERE ${IS_PROVED} AND ${IS_WANTED}
           AND NOT EXISTS (SELECT FROM "Receipt" r
                            WHERE r.shop = s.shop AND r."signupId" = s.id AND r.destination = target.destination)
         -- All of them first, then the insert: looked up one by one, each would search what those before it inserted.
         ORDER BY s.shop, s.id, target.destination
      ), planned AS (
        INSERT INTO "Receipt" (shop, "signupId", "campaignId", destination, audience)
        SELECT shop, id, "campaignId", destination, audience FROM missing ON CONFLICT DO NOTHING
        RETURNING shop, "signupId", destination
      ), ${noted('planned', null)}
      SELECT (SELECT mine FROM turn) AS "isMine", (SELECT count(*)::int FROM planned) AS count`;
  }

  /** A receipt for another audience, or another account, stays as it is until the merchant asks for a back-fill. */
  async #move(among: Prisma.Sql): Promise<number> {
    const rows = await this.#prisma.$queryRaw<{ count: number }[]>`
      WITH target AS MATERIALIZED (${TARGETS}), s AS MATERIALIZED (${among}),
      moved AS (
        UPDATE "Receipt" r SET audience = target.audience, attempts = 0, "acceptedAt" = NULL, "seenAt" = NULL,
               "consentAt" = NULL, job = NULL, ${DUE_AGAIN}
          FROM s JOIN target ON target.shop = s.shop AND target."campaignId" = s."campaignId"
         WHERE r.shop = s.shop AND r."signupId" = s.id AND r.destination = target.destination
           AND target."isBackfilled" AND ${IS_PROVED} AND ${NOBODY_HAS_IT}
           AND (r.audience <> target.audience OR r."updatedAt" < target."connectedAt")
        RETURNING r.shop, r."signupId", r.destination
      ), ${noted('moved', 'For the list that was chosen since.')}
      SELECT count(*)::int AS count FROM moved`;
    return rows[0]?.count ?? 0;
  }

  /** Newer consent than the receipt knows undoes what was decided without it. */
  async #reopen(among: Prisma.Sql): Promise<number> {
    const rows = await this.#prisma.$queryRaw<{ count: number }[]>`
      WITH among AS MATERIALIZED (${among}),
      reopened AS (
        UPDATE "Receipt" r SET ${DUE_AGAIN}
          FROM among CROSS JOIN LATERAL (
            SELECT c."isGiven", c."answeredAt" FROM "Consent" c
             WHERE c.shop = among.shop AND c."signupId" = among.id ORDER BY c."answeredAt" DESC LIMIT 1
          ) newest
         WHERE r.shop = among.shop AND r."signupId" = among.id AND newest."isGiven"
           AND newest."answeredAt" > coalesce(r."consentAt", '-infinity')
           AND (r.state IN ('ACCEPTED', 'AWAITING_CONFIRMATION', 'ON_LIST')
                OR r.state = 'SKIPPED' AND r.reason IN ('NO_CONSENT', 'UNSUBSCRIBED', 'SUPPRESSED'))
           AND ${NOBODY_HAS_IT}
        RETURNING r.shop, r."signupId", r.destination
      ), ${noted('reopened', 'Consent was given since.')}
      SELECT count(*)::int AS count FROM reopened`;
    return rows[0]?.count ?? 0;
  }
}

const DUE_AGAIN = Prisma.sql`
  state = 'WAITING', reason = NULL, detail = NULL, looks = 0, "failingSince" = NULL, lease = NULL, "leasedUntil" = NULL,
  "dueAt" = statement_timestamp(), "updatedAt" = statement_timestamp()`;

/** Writes into the history that these became due. */
function noted(rows: 'planned' | 'moved' | 'reopened', detail: string | null): Prisma.Sql {
  return Prisma.sql`noted AS (
    INSERT INTO "ReceiptEntry" (shop, id, "signupId", destination, event, detail)
    SELECT shop, gen_random_uuid(), "signupId", destination, 'PLANNED', ${detail} FROM ${Prisma.raw(rows)})`;
}

/** A sign-up that was deleted between the question and the insert undoes both: they are made again without it. */
function unlessGone(fault: unknown): [] {
  if (fault instanceof Error && fault.message.includes(FOREIGN_KEY_VIOLATION)) return [];
  throw fault;
}

function instant(date: Date): Prisma.Sql {
  return Prisma.sql`${date.toISOString()}::timestamptz`;
}

function before(date: Date, milliseconds: number): Prisma.Sql {
  return instant(new Date(date.getTime() - milliseconds));
}
