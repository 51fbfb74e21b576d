import type { PrismaClient } from '../../../prisma/client/client.ts';
import { type Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import {
  type UnlistingCounts,
  type UnlistingEntry,
  type UnlistingFailure,
  UnlistingProblem,
} from './unlisting.type.ts';
import { wantedProducts } from './unlisting-wish.ts';

/** What is known of a campaign's products. */
export interface CampaignCounts extends UnlistingCounts {
  readonly sharedCount: number;
}

type Counts = Omit<CampaignCounts, 'failures' | 'problem' | 'problemDetail'>;

const NONE: Counts = { hiddenCount: 0, waitingCount: 0, leftAloneCount: 0, sharedCount: 0 };
const MOST_FAILURES = 50;
/** Without it nothing can be hidden or put back. */
const NEEDED_SCOPE = 'write_products';

/** What is hidden in a shop, on whose behalf, and how it came to that. */
export class UnlistingReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** For each of the campaigns, in their order; three statements however many. */
  async ofCampaigns(shop: string, ids: readonly string[]): Promise<CampaignCounts[]> {
    const [counts, failures, obstacle] = await Promise.all([
      this.#countByCampaign(shop, ids),
      this.#failuresByCampaign(shop, ids),
      this.#obstacle(shop),
    ]);
    return ids.map((id) => ({ ...NONE, ...counts.get(id), failures: failures.get(id) ?? [], ...obstacle }));
  }

  /** For all campaigns of the shop together, also those that were deleted. */
  async ofShop(shop: string): Promise<UnlistingCounts> {
    const [[counts = NONE], failures, obstacle] = await Promise.all([
      this.#prisma.$queryRaw<Counts[]>`
        SELECT count(*) FILTER (WHERE u.phase IN ('HIDDEN', 'SHOWING'))::int AS "hiddenCount",
               count(*) FILTER (WHERE u.phase = 'LEFT_ALONE')::int AS "leftAloneCount",
               count(*) FILTER (WHERE CASE WHEN w."productId" IS NULL THEN u.phase IN ('HIDING', 'HIDDEN', 'SHOWING')
                 ELSE u.phase IS NULL OR u.phase IN ('PLANNED', 'HIDING', 'SHOWING') END)::int AS "waitingCount"
          FROM (SELECT DISTINCT "productId" FROM (${wantedProducts(shop)}) every_wish) w
          FULL JOIN (SELECT "productId", phase FROM "Unlisting" WHERE shop = ${shop}) u ON u."productId" = w."productId"`,
      this.#prisma.unlisting.findMany({
        where: { shop, failures: { gt: 0 } },
        ...{ orderBy: { productId: 'asc' }, take: MOST_FAILURES },
      }),
      this.#obstacle(shop),
    ]);
    return { ...counts, failures: failures.map(failureOf), ...obstacle };
  }

  /** What was done on a campaign's behalf, newest first. */
  journal(shop: string, campaignId: string, request: PageRequest): Promise<Page<UnlistingEntry>> {
    const found = { shop, campaignIds: { has: campaignId } };
    return readPage(
      request,
      { column: 'at', direction: 'desc' },
      async ({ where, ...page }) => {
        const rows = await this.#prisma.unlistingEntry.findMany({ where: { AND: [found, where] }, ...page });
        return rows as UnlistingEntry[];
      },
      () => this.#prisma.unlistingEntry.count({ where: found }),
    );
  }

  /** A product counts for a campaign that wants it now, and for one on whose behalf it was hidden. */
  async #countByCampaign(shop: string, ids: readonly string[]): Promise<Map<string, Counts>> {
    const rows = await this.#prisma.$queryRaw<(Counts & { id: string })[]>`
      WITH wanted AS (${wantedProducts(shop)}),
      concerned AS (
        SELECT "campaignId" AS id, "productId" FROM wanted WHERE "campaignId" = ANY (${ids}::uuid[])
        UNION
        SELECT c.id, u."productId" FROM unnest(${ids}::uuid[]) AS c(id)
          JOIN "Unlisting" u ON u.shop = ${shop} AND c.id = ANY (u."campaignIds")
      ),
      standing AS (
        SELECT c.id, u.phase,
               EXISTS (SELECT 1 FROM wanted w WHERE w."productId" = c."productId" AND w."campaignId" = c.id) AS here,
               EXISTS (SELECT 1 FROM wanted w WHERE w."productId" = c."productId" AND w."campaignId" <> c.id) AS elsewhere
          FROM concerned c LEFT JOIN "Unlisting" u ON u.shop = ${shop} AND u."productId" = c."productId"
      )
      SELECT id,
             count(*) FILTER (WHERE phase IN ('HIDDEN', 'SHOWING') AND (here OR NOT elsewhere))::int AS "hiddenCount",
             count(*) FILTER (WHERE phase = 'LEFT_ALONE' AND here)::int AS "leftAloneCount",
             count(*) FILTER (WHERE phase = 'HIDDEN' AND elsewhere)::int AS "sharedCount",
             count(*) FILTER (WHERE CASE WHEN here THEN phase IS NULL OR phase IN ('PLANNED', 'HIDING', 'SHOWING')
               ELSE NOT elsewhere AND phase IN ('HIDING', 'HIDDEN', 'SHOWING') END)::int AS "waitingCount"
        FROM standing GROUP BY id`;
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }

  async #failuresByCampaign(shop: string, ids: readonly string[]): Promise<Map<string, UnlistingFailure[]>> {
    const rows = await this.#prisma.$queryRaw<(FailingRow & { id: string })[]>`
      SELECT c.id, f.* FROM unnest(${ids}::uuid[]) AS c(id)
       CROSS JOIN LATERAL (
         SELECT u."productId", u.failures, u.detail FROM "Unlisting" u
          WHERE u.shop = ${shop} AND u.failures > 0 AND c.id = ANY (u."campaignIds")
          ORDER BY u."productId" LIMIT ${MOST_FAILURES}::int) f`;
    const byCampaign = Map.groupBy(rows, ({ id }) => id);
    return new Map([...byCampaign].map(([id, failing]) => [id, failing.map(failureOf)]));
  }

  /** What the merchant took away is told at once, not when something comes to be changed. */
  async #obstacle(shop: string): Promise<Pick<UnlistingCounts, 'problem' | 'problemDetail'>> {
    const [turn, owner] = await Promise.all([
      this.#prisma.unlistingTurn.findUnique({ where: { shop } }),
      this.#prisma.shop.findUnique({ where: { domain: shop }, select: { grantedScopes: true } }),
    ]);
    if (turn?.problem) return { problem: UnlistingProblem[turn.problem], problemDetail: turn.detail };
    if (owner?.grantedScopes.includes(NEEDED_SCOPE)) return { problem: null, problemDetail: null };
    return { problem: UnlistingProblem.SCOPE_MISSING, problemDetail: `The shop has not granted ${NEEDED_SCOPE}.` };
  }
}

interface FailingRow {
  readonly productId: string;
  readonly failures: number;
  readonly detail: string | null;
}

function failureOf({ productId, failures, detail }: FailingRow): UnlistingFailure {
  return { productId, attempts: failures, detail: detail ?? '' };
}
