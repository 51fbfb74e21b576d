import { Prisma, type PrismaClient } from '../../../prisma/client/client.ts';
import { type Attention, AttentionKind } from './attention.type.ts';

/** A merchant who reads more than this needs no longer list. */
const MOST = 50;
/** From which part of its uses on a code or link is nearly used up. */
const NEARLY = 0.8;

const URGENCY = Object.values(AttentionKind);

/** The access codes, or the secret links, that open the campaign `c`, but for those that were revoked. */
const KEYS = Prisma.sql`(
  SELECT k.name, k."maxUses", k."totalUses", k."expiresAt" FROM "AccessCode" k
   WHERE k.shop = c.shop AND k."campaignId" = c.id AND k."revokedAt" IS NULL
     AND c."accessType" IN ('PASSWORD', 'PASSWORD_OR_EMAIL')
  UNION ALL
  SELECT k.name, k."maxUses", k."totalUses", k."expiresAt" FROM "SecretLink" k
   WHERE k.shop = c.shop AND k."campaignId" = c.id AND k."revokedAt" IS NULL AND c."accessType" = 'SECRET_LINK')`;

const IS_NOT_OVER = Prisma.sql`(c."endsAt" IS NULL OR c."endsAt" > statement_timestamp())`;

/** Active and open, or to be opened within a day; or a draft that should have been activated by then. */
const IS_NEAR = Prisma.sql`(
  c."isActive" AND (c."startsAt" IS NULL OR c."startsAt" < statement_timestamp() + interval '1 day')
  OR NOT c."isActive" AND c."activatedAt" IS NULL
     AND c."startsAt" BETWEEN statement_timestamp() - interval '1 day' AND statement_timestamp() + interval '1 day')`;

/** Whether somebody could get into the campaign `c` when it opens. */
const HAS_WAY_IN = Prisma.sql`(
  EXISTS (
    SELECT 1 FROM ${KEYS} key
     WHERE c."isOpenToAll" OR (key."expiresAt" IS NULL OR key."expiresAt" > greatest(c."startsAt", statement_timestamp()))
                          AND (key."maxUses" IS NULL OR key."totalUses" < key."maxUses"))
  OR c."accessType" IN ('EMAIL_SIGNUP', 'PASSWORD_OR_EMAIL') AND (
    c."isOpenToAll" OR NOT c."isGuestListOnly"
    OR EXISTS (SELECT 1 FROM "Guest" g WHERE g.shop = c.shop AND g."campaignId" = c.id)))`;

/** Whether visitors of the campaign `c` would see a product. Two questions, each of which an index answers. */
const SHOWS_PRODUCTS = Prisma.sql`(
  EXISTS (
    SELECT 1 FROM "Product" p
     WHERE p.shop = c.shop AND p.id = ANY(c."productIds") AND p."isPublished" AND p.status IN ('ACTIVE', 'UNLISTED'))
  OR EXISTS (
    SELECT 1 FROM "CollectionMembership" m JOIN "Product" p ON p.shop = m.shop AND p.id = m."productId"
     WHERE m.shop = c.shop AND m."collectionId" = ANY(c."collectionIds")
       AND p."isPublished" AND p.status IN ('ACTIVE', 'UNLISTED')))`;

/** Finds what a shop's merchant should look at. */
export class AttentionReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** The most urgent first, fifty at most, by the database's clock. Two statements, however many campaigns, codes and links there are. */
  async list(shop: string): Promise<Attention[]> {
    const [campaigns, keys] = await Promise.all([this.#campaigns(shop), this.#keys(shop)]);
    return [...campaigns, ...keys].toSorted(byUrgency).slice(0, MOST);
  }

  #campaigns(shop: string): Promise<Attention[]> {
    return this.#prisma.$queryRaw`
      SELECT reason.kind, c.id AS "campaignId", c.name AS "campaignName", c."accessType", c."startsAt",
             0 AS count, '{}'::text[] AS names, NULL AS "totalUses", NULL AS "maxUses"
        FROM "EarlyAccessCampaign" c
        CROSS JOIN LATERAL (SELECT c."isActive" AND c."totalPasses" >= c.capacity AS "isFull") place
        CROSS JOIN LATERAL (VALUES
          (${AttentionKind.NOT_ACTIVATED}, NOT c."isActive"),
          (${AttentionKind.FULL}, place."isFull"),
          (${AttentionKind.NO_PRODUCTS}, NOT ${SHOWS_PRODUCTS}),
          (${AttentionKind.NO_WAY_IN}, place."isFull" IS NOT TRUE AND NOT ${HAS_WAY_IN})
        ) reason (kind, holds)
       WHERE c.shop = ${shop} AND ${IS_NOT_OVER} AND ${IS_NEAR} AND reason.holds
       ORDER BY c."startsAt" NULLS LAST, c.id LIMIT ${MOST}`;
  }

  #keys(shop: string): Promise<Attention[]> {
    return this.#prisma.$queryRaw`
      SELECT standing.kind, c.id AS "campaignId", c.name AS "campaignName", c."accessType", c."startsAt",
             count(*)::int AS count, (array_agg(key.name ORDER BY key."totalUses" DESC, key.name))[1:3] AS names,
             (array_agg(key."totalUses" ORDER BY key."totalUses" DESC, key.name))[1] AS "totalUses",
             (array_agg(key."maxUses" ORDER BY key."totalUses" DESC, key.name))[1] AS "maxUses"
        FROM "EarlyAccessCampaign" c CROSS JOIN LATERAL ${KEYS} key
        CROSS JOIN LATERAL (SELECT CASE
          WHEN key."expiresAt" <= statement_timestamp() THEN ${AttentionKind.EXPIRED}
          WHEN key."maxUses" = 1 THEN NULL
          WHEN key."totalUses" >= key."maxUses" THEN ${AttentionKind.USED_UP}
          WHEN key."totalUses" >= ${NEARLY}::float8 * key."maxUses" THEN ${AttentionKind.NEARLY_USED_UP}
        END AS kind) standing
       WHERE c.shop = ${shop} AND c."isActive" AND ${IS_NOT_OVER} AND standing.kind IS NOT NULL
       GROUP BY standing.kind, c.shop, c.id
       ORDER BY c."createdAt" DESC, c.id LIMIT ${MOST}`;
  }
}

function byUrgency(one: Attention, other: Attention): number {
  return URGENCY.indexOf(one.kind) - URGENCY.indexOf(other.kind);
}
