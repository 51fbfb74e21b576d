import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { createLoaders } from '../../platform/graphql/loaders.ts';
import type { AdminContext } from '../../shop/principal.ts';
import { EarlyAccessCampaign } from '../campaign.type.ts';
import type { CampaignStatus } from '../campaign-status.ts';
import type { ProductStandingReader, StandingCount } from './product-standing.reader.ts';
import { ProductWarning } from './product-warning.type.ts';
import { ProductWarningKind, warningsOf } from './product-warnings.ts';

/** How many products a warning lists. */
const LISTED = 20;

/** From a campaign to what its merchant should know of its products: one statement for all campaigns of a page. */
@Resolver(() => EarlyAccessCampaign)
export class ProductWarningResolver {
  readonly #standings: (context: AdminContext) => { load(id: string): Promise<StandingCount[]> };

  constructor(reader: ProductStandingReader) {
    this.#standings = createLoaders(async ({ principal }: AdminContext, ids) => {
      const byCampaign = Map.groupBy(await reader.count(principal.shop, ids), ({ campaignId }) => campaignId);
      return ids.map((id) => byCampaign.get(id) ?? []);
    });
  }

  @FieldResolver(() => [ProductWarning], {
    complexity: ({ childComplexity }) => 10 + 3 * childComplexity,
    description: 'What to know of its products, and of those of its collections; empty once it has ended.',
  })
  async productWarnings(
    @Root() { id, status }: EarlyAccessCampaign,
    @Ctx() context: AdminContext,
  ): Promise<ProductWarning[]> {
    return toWarnings(await this.#standings(context).load(id), status);
  }
}

/** Those of one kind together, those that the campaign names first. */
function toWarnings(standings: readonly StandingCount[], status: CampaignStatus): ProductWarning[] {
  const about = standings.flatMap((standing) =>
    warningsOf(standing, status).map(({ kind, says }) => ({
      ...{ kind, count: standing.count },
      products: standing.first.map((product) => ({ ...product, message: says(product.title ?? '') })),
    })),
  );
  return Object.values(ProductWarningKind).flatMap((kind) => {
    const alike = about.filter((one) => one.kind === kind);
    if (alike.length === 0) return [];
    const products = alike.flatMap((one) => one.products).toSorted(namedFirst);
    return { kind, count: alike.reduce((sum, { count }) => sum + count, 0), products: products.slice(0, LISTED) };
  });
}

function namedFirst(one: { isByCollection: boolean }, other: { isByCollection: boolean }): number {
  return Number(one.isByCollection) - Number(other.isByCollection);
}
