import { Prisma, type PrismaClient } from '../../../prisma/client/client.ts';
import { type Page, readPageFrom } from '../platform/graphql/connection.ts';
import { badArgument } from '../platform/graphql/cursor.ts';
import { badInput } from './analytics-refusal.ts';
import type { HappeningShareInput, HappeningsArgs } from './happening.input.ts';
import type { Happening } from './happening.type.ts';
import { HappeningDimension } from './happening-kind.ts';

/** At whose gates: one campaign's, or at all of the shop's. */
export interface HappeningsSubject {
  readonly shop: string;
  readonly campaignId: string | null;
}

const NEWEST_FIRST = { column: 'at', direction: 'desc' } as const;

/** Reads what happened one by one, as long as it is kept: the rows that the numbers of a range are the sums of. */
export class HappeningsReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** One statement for a page, and one more for how many there are. Throws BAD_USER_INPUT for a range that is none. */
  async list(subject: HappeningsSubject, { first, after, ...asked }: HappeningsArgs): Promise<Page<Happening>> {
    if (asked.from && asked.to && asked.from >= asked.to) throw badInput('`from` must be before `to`.');
    return readPageFrom(
      { first, after },
      NEWEST_FIRST,
      (page) => this.#page(subject, asked, { take: page.take, beyond: rowsBeyond(page.after) }),
      () => this.#count(subject, asked),
    );
  }

  /**
   * Prisma has no word for the newest of each campaign: a campaign's key has what is of one kind in the order of time, so that of a
   * shop's campaigns each is asked for no more rows than the page may hold.
   */
  #page(subject: HappeningsSubject, asked: Asked, { take, beyond }: PagePart): Promise<Happening[]> {
    return this.#prisma.$queryRaw<Happening[]>`
      SELECT h.id::text AS id, h.at, h.count, h."campaignId", c.name AS "campaignName", h.source, h.device, h.country, h.way, h.outcome,
             h.reason, coalesce(code.name, link.name) AS "credentialName"
        FROM "EarlyAccessCampaign" c
        CROSS JOIN LATERAL (
          SELECT * FROM "Happening" h WHERE h.shop = c.shop AND h."campaignId" = c.id AND ${those(asked)} AND ${beyond}
           ORDER BY at DESC, id DESC LIMIT ${take}
        ) h
        LEFT JOIN "AccessCode" code ON code.shop = h.shop AND code.id = h."accessCodeId"
        LEFT JOIN "SecretLink" link ON link.shop = h.shop AND link.id = h."secretLinkId"
       WHERE ${campaignsOf(subject)}
       ORDER BY h.at DESC, h.id DESC LIMIT ${take}`;
  }

  /** By the same conditions as the page. */
  async #count(subject: HappeningsSubject, asked: Asked): Promise<number> {
    const [counted] = await this.#prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count
        FROM "EarlyAccessCampaign" c JOIN "Happening" h ON h.shop = c.shop AND h."campaignId" = c.id
       WHERE ${campaignsOf(subject)} AND ${those(asked)}`;
    return counted?.count ?? 0;
  }
}

type Asked = Omit<HappeningsArgs, 'first' | 'after'>;

interface PagePart {
  readonly take: number;
  /** Rows after the cursor. */
  readonly beyond: Prisma.Sql;
}

function campaignsOf({ shop, campaignId }: HappeningsSubject): Prisma.Sql {
  const one = campaignId === null ? Prisma.empty : Prisma.sql`AND c.id = ${campaignId}::uuid`;
  return Prisma.sql`c.shop = ${shop} ${one}`;
}

function those({ kind, from, to, share, isSuspected }: Asked): Prisma.Sql {
  const conditions = [
    Prisma.sql`h.kind = ${kind}::"HappeningKind"`,
    Prisma.sql`h."isSuspected" = ${isSuspected}`,
    ...(from ? [Prisma.sql`h.at >= ${from}`] : []),
    ...(to ? [Prisma.sql`h.at < ${to}`] : []),
    ...(share ? [inShare(share)] : []),
  ];
  return Prisma.join(conditions, ' AND ');
}

/** An id is compared as text: what is none finds nothing, and is no fault. */
function inShare({ dimension, value }: HappeningShareInput): Prisma.Sql {
  switch (dimension) {
    case HappeningDimension.SOURCE:
      return Prisma.sql`h.source = ${value}`;
    case HappeningDimension.CODE:
      return Prisma.sql`h."accessCodeId"::text = ${value}`;
    case HappeningDimension.LINK:
      return Prisma.sql`h."secretLinkId"::text = ${value}`;
    case HappeningDimension.DEVICE:
      return Prisma.sql`h.device = ${value}`;
    case HappeningDimension.COUNTRY:
      return Prisma.sql`h.country = ${value}`;
    case HappeningDimension.REASON:
      return Prisma.sql`h.reason = ${value}`;
  }
}

/** A cursor has the time and the number of a row; any other was not given out by this list. */
function rowsBeyond(place: readonly [unknown, string] | null): Prisma.Sql {
  if (place === null) return Prisma.sql`true`;
  const [at, id] = place;
  if (!(at instanceof Date) || !/^\d{1,18}$/.test(id)) throw badArgument('after', 'is not a cursor of this list');
  return Prisma.sql`(h.at, h.id) < (${at}, ${id}::bigint)`;
}
