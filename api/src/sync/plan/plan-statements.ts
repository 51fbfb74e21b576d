import { Prisma, type PrismaClient } from '../../../../prisma/client/client.ts';
import { countingAnswer } from './counting-answer.ts';
import { IS_PROVED, IS_WANTED, TARGETS } from './eligible.ts';

const NOBODY_HAS_IT = Prisma.sql`(r."leasedUntil" IS NULL OR r."leasedUntil" <= statement_timestamp())`;
const FOREIGN_KEY_VIOLATION = '23503';
/** One planner at a time among all processes: the others would only wait for its rows. */
const PLANNERS_LOCK = 7_301_004;

const DUE_AGAIN = Prisma.sql`
  state = 'WAITING', reason = NULL, detail = NULL, looks = 0, "failingSince" = NULL, lease = NULL, "leasedUntil" = NULL,
  "dueAt" = statement_timestamp(), "updatedAt" = statement_timestamp()`;

/** The receipt `r` is for another list than the one of `target`, or for the account before. */
const IS_FOR_ANOTHER = Prisma.sql`(r.audience <> target.audience OR r."updatedAt" < target."connectedAt")`;

/** Lets the receipt `r` be for `target`: what was known of another list, or account, says nothing of this one. */
const FOR_TARGET = Prisma.sql`
  audience = target.audience, attempts = CASE WHEN ${IS_FOR_ANOTHER} THEN 0 ELSE r.attempts END,
  "acceptedAt" = CASE WHEN NOT ${IS_FOR_ANOTHER} THEN r."acceptedAt" END,
  "seenAt" = CASE WHEN NOT ${IS_FOR_ANOTHER} THEN r."seenAt" END,
  "consentAt" = CASE WHEN NOT ${IS_FOR_ANOTHER} THEN r."consentAt" END,
  job = CASE WHEN NOT ${IS_FOR_ANOTHER} THEN r.job END`;

/** Makes the receipts that these sign-ups lack, `most` at most (null: all); how many. Null: another process is planning. */
export async function planMissing(
  prisma: PrismaClient,
  among: Prisma.Sql,
  most: number | null,
): Promise<number | null> {
  const [row] = await insertMissing(prisma, among, most).catch(unlessGone);
  return row?.isMine ? row.count : null;
}

function insertMissing(
  prisma: PrismaClient,
  among: Prisma.Sql,
  most: number | null,
): Promise<{ isMine: boolean; count: number }[]> {
  return prisma.$queryRaw`
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
         ORDER BY s.shop, s.id, target.destination LIMIT ${most}::int
      ), planned AS (
        INSERT INTO "Receipt" (shop, "signupId", "campaignId", destination, audience)
        SELECT shop, id, "campaignId", destination, audience FROM missing ON CONFLICT DO NOTHING
        RETURNING shop, "signupId", destination
      ), ${noted('planned', null)}
      SELECT (SELECT mine FROM turn) AS "isMine", (SELECT count(*)::int FROM planned) AS count`;
}

/** A receipt for another audience, or another account, stays as it is until the merchant asks for a back-fill. */
export async function moveBackfilled(prisma: PrismaClient, among: Prisma.Sql): Promise<number> {
  const rows = await prisma.$queryRaw<{ count: number }[]>`
      WITH target AS MATERIALIZED (${TARGETS}), s AS MATERIALIZED (${among}),
      moved AS (
        UPDATE "Receipt" r SET ${FOR_TARGET}, ${DUE_AGAIN}
          FROM s JOIN target ON target.shop = s.shop AND target."campaignId" = s."campaignId"
         WHERE r.shop = s.shop AND r."signupId" = s.id AND r.destination = target.destination
           AND target."isBackfilled" AND ${IS_PROVED} AND ${NOBODY_HAS_IT}
           AND ${IS_FOR_ANOTHER}
        RETURNING r.shop, r."signupId", r.destination
      ), ${noted('moved', 'For the list that was chosen since.')}
      SELECT count(*)::int AS count FROM moved`;
  return rows[0]?.count ?? 0;
}

/**
 * Newer consent that counts than the receipt knows undoes what was decided without it, where the campaign's sign-ups go now. Elsewhere nothing
 * becomes due: a later connection would send it unasked. To a list that was chosen since goes who consented after it was.
 */
export async function reopenConsented(prisma: PrismaClient, among: Prisma.Sql): Promise<number> {
  const rows = await prisma.$queryRaw<{ count: number }[]>`
      WITH target AS MATERIALIZED (${TARGETS}), s AS MATERIALIZED (${among}),
      reopened AS (
        UPDATE "Receipt" r SET ${FOR_TARGET}, ${DUE_AGAIN}
          FROM s JOIN target ON target.shop = s.shop AND target."campaignId" = s."campaignId"
          CROSS JOIN LATERAL ${countingAnswer(Prisma.sql`target."trustLevel"`)} answer
         WHERE r.shop = s.shop AND r."signupId" = s.id AND r.destination = target.destination AND ${IS_PROVED}
           AND answer."isGiven" AND answer."answeredAt" > coalesce(r."consentAt", '-infinity')
           AND (NOT ${IS_FOR_ANOTHER} OR target."isBackfilled" OR answer."answeredAt" > target.since)
           AND (r.state IN ('ACCEPTED', 'AWAITING_CONFIRMATION', 'ON_LIST')
                OR r.state = 'SKIPPED' AND r.reason IN ('NO_CONSENT', 'UNSUBSCRIBED', 'SUPPRESSED'))
           AND ${NOBODY_HAS_IT}
        RETURNING r.shop, r."signupId", r.destination
      ), ${noted('reopened', 'Consent was given since.')}
      SELECT count(*)::int AS count FROM reopened`;
  return rows[0]?.count ?? 0;
}

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
