import { Arg, Authorized, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import type { Page } from '../platform/graphql/connection.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { type CampaignOrder, CampaignOrderConnection } from './campaign-order.type.ts';
import type { CampaignOrdersReader } from './campaign-orders.reader.ts';

/** From a campaign to the orders that its revenue is the sum of. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignOrdersResolver {
  readonly #reader: CampaignOrdersReader;

  constructor(reader: CampaignOrdersReader) {
    this.#reader = reader;
  }

  @Authorized(ApiTokenScope.read_analytics)
  @FieldResolver(() => CampaignOrderConnection, {
    nullable: true,
    description: 'What `revenue` is the sum of, newest first; null where `revenue` is.',
  })
  orders(
    @Root() { id }: EarlyAccessCampaign,
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Page<CampaignOrder> | null> {
    return this.#reader.list(principal.shop, id, { first, after });
  }
}
