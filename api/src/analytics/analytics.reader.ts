import { Prisma, type PrismaClient } from '../../../prisma/client/client.ts';
import type { Analytics, AnalyticsDenial, AnalyticsPoint, AnalyticsShare } from './analytics.type.ts';
import { type AskedRange, boundariesOf, boundRange } from './analytics-range.ts';
import { endsOf, ofDays, ofPoints } from './count-pieces.ts';
import { type CountRow, totalsOf } from './count-sums.ts';
import type { DenialReason } from './denial-reason.ts';

/** Whose numbers: one campaign's, or all of the shop's together. */
export interface AnalyticsSubject {
  readonly shop: string;
  readonly campaignId: string | null;
  /** Before it nothing can have happened. */
  readonly since: Date;
}

interface PointRow extends CountRow {
  readonly point: number;
}

interface ValueRow extends CountRow {
  readonly value: string;
  readonly name: string | null;
  readonly campaignName: string | null;
}

interface ShareRow extends ValueRow {
  readonly dimension: 'SOURCE' | 'CODE' | 'LINK' | 'DEVICE' | 'COUNTRY' | 'REASON';
}

/** The most shares that are told by each dimension. */
const MOST_SHARES = 100;

/** Reads what was counted. What it costs depends on the range and on how many sources there are, never on how often anything happened. */
export class AnalyticsReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Throws BAD_USER_INPUT for a range that is none, or too long for its interval. */
  async read(subject: AnalyticsSubject, asked: AskedRange): Promise<Analytics> {
    const { interval } = asked;
    const { timeZone } = await this.#prisma.shop.findUniqueOrThrow({ where: { domain: subject.shop } });
    const boundaries = await boundariesOf(this.#prisma, boundRange(asked, subject.since), { interval, timeZone });
    const [points, shares, campaigns] = await Promise.all([
      this.#points(subject, boundaries),
      this.#shares(subject, boundaries),
      subject.campaignId === null ? this.#campaigns(subject, boundaries) : [],
    ]);
    const byDimension = Map.groupBy(shares, ({ dimension }) => dimension);
    const by = (dimension: ShareRow['dimension'], order: ShareOrder) =>
      sharesOf(byDimension.get(dimension) ?? [], order);
    return {
      ...{ interval, timeZone, ...endsOf(boundaries), totals: totalsOf(points), series: seriesOf(points, boundaries) },
      ...{ sources: by('SOURCE', 'views'), devices: by('DEVICE', 'views'), countries: by('COUNTRY', 'views') },
      ...{ codes: by('CODE', 'passes'), links: by('LINK', 'passes') },
      campaigns: sharesOf(campaigns, 'views'),
      denials: denialsOf(byDimension.get('REASON') ?? []),
    };
  }

  /** Prisma has no word for sums over points in time. `width_bucket` gives the number of the point, from 1. */
  #points(subject: AnalyticsSubject, boundaries: readonly Date[]): Promise<PointRow[]> {
    return this.#prisma.$queryRaw<PointRow[]>`
      SELECT width_bucket("bucketStart", ${boundaries}::timestamptz[]) AS point, kind, "isSuspected", sum(count)::int AS count
        FROM "CampaignCount" WHERE ${of(subject)} AND dimension = 'TOTAL' AND ${ofPoints(boundaries)}
       GROUP BY 1, 2, 3`;
  }

  /** Prisma has no word for a sum beside its campaign's name. By devices, for each thing that happened has one, and days of them are counted. */
  #campaigns(subject: AnalyticsSubject, boundaries: readonly Date[]): Promise<ValueRow[]> {
    return this.#prisma.$queryRaw<ValueRow[]>`
      WITH share AS (
        SELECT "campaignId", kind, "isSuspected", sum(count)::int AS count
          FROM "CampaignCount" WHERE ${of(subject)} AND dimension = 'DEVICE' AND ${ofDays(endsOf(boundaries))}
         GROUP BY 1, 2, 3
      )
      SELECT share."campaignId" AS value, c.name, NULL AS "campaignName", kind, "isSuspected", count
        FROM share JOIN "EarlyAccessCampaign" c ON c.shop = ${subject.shop} AND c.id = share."campaignId"`;
  }

  #shares(subject: AnalyticsSubject, boundaries: readonly Date[]): Promise<ShareRow[]> {
    return this.#prisma.$queryRaw<ShareRow[]>`
      WITH share AS (
        SELECT dimension, value, kind, "isSuspected", sum(count)::int AS count
          FROM "CampaignCount" WHERE ${of(subject)} AND dimension <> 'TOTAL' AND ${ofDays(endsOf(boundaries))}
         GROUP BY 1, 2, 3, 4
      )
      SELECT share.*, coalesce(c.name, l.name) AS name, e.name AS "campaignName" FROM share
        LEFT JOIN "AccessCode" c ON share.dimension = 'CODE' AND c.shop = ${subject.shop} AND c.id::text = share.value
        LEFT JOIN "SecretLink" l ON share.dimension = 'LINK' AND l.shop = ${subject.shop} AND l.id::text = share.value
        LEFT JOIN "EarlyAccessCampaign" e ON e.shop = ${subject.shop} AND e.id = coalesce(c."campaignId", l."campaignId")`;
  }
}

/** A shop's counts are read campaign by campaign, so that its key finds them. */
function of({ shop, campaignId }: AnalyticsSubject): Prisma.Sql {
  const campaigns =
    campaignId === null
      ? Prisma.sql`"campaignId" IN (SELECT id FROM "EarlyAccessCampaign" WHERE shop = ${shop})`
      : Prisma.sql`"campaignId" = ${campaignId}::uuid`;
  return Prisma.sql`shop = ${shop} AND ${campaigns}`;
}

function seriesOf(rows: readonly PointRow[], boundaries: readonly Date[]): AnalyticsPoint[] {
  const byPoint = Map.groupBy(rows, ({ point }) => point);
  return boundaries.slice(1).flatMap((endsAt, place) => {
    const startsAt = boundaries[place];
    return startsAt ? [{ startsAt, endsAt, ...totalsOf(byPoint.get(place + 1) ?? []) }] : [];
  });
}

type ShareOrder = 'views' | 'passes';

function sharesOf(rows: readonly ValueRow[], order: ShareOrder): AnalyticsShare[] {
  const shares = [...Map.groupBy(rows, ({ value }) => value)].map(([value, some]) => {
    const { name = null, campaignName = null } = some[0] ?? {};
    return { value, name, campaignName, ...totalsOf(some) };
  });
  const rank = (share: AnalyticsShare) => share[order] + share.suspected[order];
  return shares.sort((a, b) => rank(b) - rank(a) || (a.value < b.value ? -1 : 1)).slice(0, MOST_SHARES);
}

function denialsOf(rows: readonly ShareRow[]): AnalyticsDenial[] {
  const denials = [...Map.groupBy(rows, ({ value }) => value)].map(([value, some]) => {
    const { denied: count, suspected } = totalsOf(some);
    return { reason: value as DenialReason, count, suspected: suspected.denied };
  });
  return denials.sort((a, b) => b.count + b.suspected - (a.count + a.suspected));
}
