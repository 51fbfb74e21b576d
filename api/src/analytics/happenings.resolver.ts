import { Args, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import type { Page } from '../platform/graphql/connection.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { Shop } from '../shop/shop.type.ts';
import { HappeningsArgs } from './happening.input.ts';
import { type Happening, HappeningConnection } from './happening.type.ts';
import type { HappeningsReader } from './happenings.reader.ts';

const KEPT =
  'Kept for 35 days. The sum of `count` over a range is what `analytics` tells of it, as long as none of it is older.';

/** From a campaign to what happened at its gate, one by one. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignHappeningsResolver {
  readonly #reader: HappeningsReader;

  constructor(reader: HappeningsReader) {
    this.#reader = reader;
  }

  @Authorized(ApiTokenScope.read_analytics)
  @FieldResolver(() => HappeningConnection, { description: `What happened at its gate, newest first. ${KEPT}` })
  happenings(
    @Root() { id }: EarlyAccessCampaign,
    @Ctx() { principal }: AdminContext,
    @Args(() => HappeningsArgs) args: HappeningsArgs,
  ): Promise<Page<Happening>> {
    return this.#reader.list({ shop: principal.shop, campaignId: id }, args);
  }
}

/** From a shop to what happened at the gates of all its campaigns. */
@Resolver(() => Shop)
export class ShopHappeningsResolver {
  readonly #reader: HappeningsReader;

  constructor(reader: HappeningsReader) {
    this.#reader = reader;
  }

  @Authorized(ApiTokenScope.read_analytics)
  @FieldResolver(() => HappeningConnection, {
    description: `What happened at the gates of all its campaigns, newest first. ${KEPT}`,
  })
  happenings(
    @Ctx() { principal }: AdminContext,
    @Args(() => HappeningsArgs) args: HappeningsArgs,
  ): Promise<Page<Happening>> {
    return this.#reader.list({ shop: principal.shop, campaignId: null }, args);
  }
}
