import type { PipelinedTransaction, Statement } from '../platform/database/pipeline.ts';
import { bucketStart, type Happening } from './happening.ts';

/** Happenings that are alike in all that is counted of them. */
export interface HappeningGroup extends Omit<Happening, 'who'> {
  readonly count: number;
}

/** Somebody who may be a new visitor of a campaign today; `group` is the place of the views that they are counted with. */
export interface VisitorDigest {
  readonly campaignId: string;
  readonly day: string;
  /** In hexadecimal. */
  readonly digest: string;
  readonly group: number;
}

/** Puts together what is alike: of a crowd's happenings a few rows remain. Gives each group's members as well. */
export function groupAlike(happenings: readonly Happening[]): { group: HappeningGroup; members: Happening[] }[] {
  const groups = Map.groupBy(happenings, likenessOf);
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ group: { ...first, count: members.length }, members }] : [];
  });
}

function likenessOf({ campaignId, at, kind, traits, reason, way, outcome, ...by }: Happening): string {
  const { source, device, country, isSuspected } = traits;
  const second = Math.floor(at.getTime() / 1000);
  const { accessCodeId, secretLinkId } = by;
  const visitor = [source, device, country, isSuspected];
  return [campaignId, second, kind, ...visitor, reason, way, outcome, accessCodeId, secretLinkId].join('\n');
}

/**
 * Each campaign's row is locked first, in the order of ids, as claims do it: two processes never wait for each other in a ring, and
 * nobody else writes a campaign's counts meanwhile. What happened at a campaign that is gone is left out.
 */
const ADD: Statement = {
  name: 'happenings-add',
  text: `
    WITH told AS (
      SELECT * FROM unnest(
        $1::int[], $2::text[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::"HappeningKind"[], $7::int[], $8::boolean[],
        $9::text[], $10::text[], $11::text[], $12::text[], $13::uuid[], $14::uuid[], $15::"WayIn"[], $16::"AttemptOutcome"[]
      ) AS told (place, shop, "campaignId", at, bucket, kind, count, "isSuspected", source, device, country, reason, code, link, way, outcome)
    ), campaign AS (
      SELECT c.shop, c.id FROM "EarlyAccessCampaign" c
       WHERE (c.shop, c.id) IN (SELECT shop, "campaignId" FROM told) ORDER BY c.id FOR NO KEY UPDATE
    ), visitor AS (
      SELECT c.shop, v."campaignId", v.day, decode(v.digest, 'hex') AS digest, v.place
        FROM unnest($17::uuid[], $18::date[], $19::text[], $20::int[]) AS v ("campaignId", day, digest, place) JOIN campaign c ON c.id = v."campaignId"
    ), fresh AS (
      INSERT INTO "VisitorOfDay" (shop, "campaignId", day, digest)
      SELECT shop, "campaignId", day, digest FROM visitor ORDER BY "campaignId", day, digest
      ON CONFLICT DO NOTHING RETURNING "campaignId", day, digest
    ), happened AS (
      SELECT told.* FROM told JOIN campaign c ON c.shop = told.shop AND c.id = told."campaignId"
      UNION ALL
      SELECT place, shop, "campaignId", at, bucket, 'UNIQUE_VISITOR', met.count, "isSuspected", source, device, country, reason, code, link, way, outcome
        FROM told JOIN (
          SELECT visitor.place, count(*)::int AS count FROM fresh JOIN visitor USING ("campaignId", day, digest) GROUP BY visitor.place
        ) met USING (place)
    ), written AS (
      INSERT INTO "Happening" (shop, "campaignId", at, kind, count, "isSuspected", source, device, country, reason, "accessCodeId", "secretLinkId", way, outcome)
      SELECT shop, "campaignId", at, kind, count, "isSuspected", source, device, country, reason, code, link, way, outcome FROM happened
    ), viewed AS (
      UPDATE "EarlyAccessCampaign" c SET "totalViews" = c."totalViews" + seen.count
        FROM (SELECT shop, "campaignId", sum(count)::int AS count FROM happened WHERE kind = 'VIEW' GROUP BY 1, 2) seen
       WHERE c.shop = seen.shop AND c.id = seen."campaignId"
    )
    INSERT INTO "CampaignCount" AS known (shop, "campaignId", dimension, grain, "bucketStart", kind, value, "isSuspected", count)
    SELECT shop, "campaignId", dimension, grain, start, kind, value, "isSuspected", sum(count)
      FROM happened, LATERAL (VALUES
        ('TOTAL'::"CountDimension", ''), ('SOURCE', source), ('DEVICE', device), ('COUNTRY', country),
        ('REASON', CASE WHEN kind = 'DENIED' THEN reason END),
        ('CODE', code::text), ('LINK', link::text)) AS told_by (dimension, value),
        LATERAL (VALUES ('QUARTER'::"CountGrain", bucket), ('HOUR', date_trunc('hour', bucket, 'UTC')),
          ('DAY', date_trunc('day', bucket, 'UTC'))) AS grained (grain, start)
     WHERE value IS NOT NULL AND grain <> (CASE dimension WHEN 'TOTAL' THEN 'DAY' ELSE 'HOUR' END)::"CountGrain"
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
    ON CONFLICT (shop, "campaignId", dimension, grain, "bucketStart", kind, value, "isSuspected")
      DO UPDATE SET count = known.count + excluded.count`,
};

/**
 * Writes happenings down, and counts them in every dimension, on their campaigns and as visitors, in one statement: a figure and
 * the rows that it stands for are never apart.
 */
export function addHappenings(
  transaction: PipelinedTransaction,
  groups: readonly HappeningGroup[],
  visitors: readonly VisitorDigest[],
): void {
  transaction.tell(ADD, [
    ...[groups.map((_, place) => place), groups.map(({ shop }) => shop), groups.map(({ campaignId }) => campaignId)],
    ...[groups.map(({ at }) => at.toISOString()), groups.map(({ at }) => bucketStart(at).toISOString())],
    ...[groups.map(({ kind }) => kind), groups.map(({ count }) => count)],
    ...[groups.map(({ traits }) => traits.isSuspected), groups.map(({ traits }) => traits.source)],
    ...[groups.map(({ traits }) => traits.device), groups.map(({ traits }) => traits.country)],
    ...[groups.map(({ reason }) => reason ?? null), groups.map(({ accessCodeId }) => accessCodeId ?? null)],
    ...[groups.map(({ secretLinkId }) => secretLinkId ?? null), groups.map(({ way }) => way ?? null)],
    groups.map(({ outcome }) => outcome ?? null),
    ...[visitors.map(({ campaignId }) => campaignId), visitors.map(({ day }) => day)],
    ...[visitors.map(({ digest }) => digest), visitors.map(({ group }) => group)],
  ]);
}

const SOURCES: Statement = {
  name: 'sources-of-day',
  text: `
    SELECT DISTINCT value FROM "CampaignCount"
     WHERE shop = $1 AND "campaignId" = $2 AND dimension = 'SOURCE' AND grain = 'DAY'
       AND "bucketStart" = $3::timestamptz`,
};

/** The sources that a campaign was counted by on a day in UTC. */
export async function sourcesOfDay(
  transaction: PipelinedTransaction,
  { shop, campaignId }: Pick<Happening, 'shop' | 'campaignId'>,
  day: string,
): Promise<string[]> {
  const rows = await transaction.ask<{ value: string }>(SOURCES, [shop, campaignId, `${day}T00:00:00Z`]);
  return rows.map(({ value }) => value);
}
