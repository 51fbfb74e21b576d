import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import { createLoaders } from '../platform/graphql/loaders.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { Shop } from '../shop/shop.type.ts';
import type { RevenueReader } from './revenue.reader.ts';
import { CampaignRevenue, ShopRevenue } from './revenue.type.ts';

/** From a campaign to what it brought in: two statements for all campaigns of a page. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignRevenueResolver {
  readonly #revenue: (context: AdminContext) => { load(campaignId: string): Promise<CampaignRevenue | null> };

  constructor(reader: RevenueReader) {
    this.#revenue = createLoaders(({ principal }: AdminContext, ids) => reader.ofCampaigns(principal.shop, ids));
  }

  @Authorized(ApiTokenScope.read_analytics)
  @FieldResolver(() => CampaignRevenue, {
    nullable: true,
    complexity: ({ childComplexity }) => 10 + childComplexity,
    description: 'What its visitors bought; null where the shop has not granted `read_orders`, and without Shopify.',
  })
  revenue(@Root() { id }: EarlyAccessCampaign, @Ctx() context: AdminContext): Promise<CampaignRevenue | null> {
    return this.#revenue(context).load(id);
  }
}

/** From a shop to what all its campaigns brought in. */
@Resolver(() => Shop)
export class ShopRevenueResolver {
  readonly #reader: RevenueReader;

  constructor(reader: RevenueReader) {
    this.#reader = reader;
  }

  @Authorized(ApiTokenScope.read_analytics)
  @FieldResolver(() => ShopRevenue, {
    nullable: true,
    complexity: ({ childComplexity }) => 10 + childComplexity,
    description: 'What the visitors of its campaigns bought; null where `revenue` of a campaign is.',
  })
  revenue(@Ctx() { principal }: AdminContext): Promise<ShopRevenue | null> {
    return this.#reader.ofShop(principal.shop);
  }
}
