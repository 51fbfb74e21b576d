import { Arg, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { Shop } from '../shop/shop.type.ts';
import type { AnalyticsReader } from './analytics.reader.ts';
import { Analytics, AnalyticsInterval } from './analytics.type.ts';

const FROM = 'From when; without it from the campaign’s beginning, or as far back as the interval allows.';
const TO = 'Until when, exclusive; without it until now.';

/** Four statements at most over at most 731 days. */
const COST = 40;
const cost = { complexity: ({ childComplexity }: { childComplexity: number }) => COST + childComplexity };

/** From a campaign to its numbers. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignAnalyticsResolver {
  readonly #reader: AnalyticsReader;

  constructor(reader: AnalyticsReader) {
    this.#reader = reader;
  }

  @Authorized(ApiTokenScope.read_analytics)
  @FieldResolver(() => Analytics, { ...cost, description: 'What happened at its gate in a range of time.' })
  analytics(
    @Root() { id, createdAt }: EarlyAccessCampaign,
    @Ctx() { principal }: AdminContext,
    @Arg('interval', () => AnalyticsInterval, { defaultValue: AnalyticsInterval.DAY }) interval: AnalyticsInterval,
    @Arg('from', () => Date, { nullable: true, description: FROM }) from?: Date,
    @Arg('to', () => Date, { nullable: true, description: TO }) to?: Date,
  ): Promise<Analytics> {
    return this.#reader.read({ shop: principal.shop, campaignId: id, since: createdAt }, { from, to, interval });
  }
}

/** From a shop to the numbers of all its campaigns. */
@Resolver(() => Shop)
export class ShopAnalyticsResolver {
  readonly #reader: AnalyticsReader;

  constructor(reader: AnalyticsReader) {
    this.#reader = reader;
  }

  @Authorized(ApiTokenScope.read_analytics)
  @FieldResolver(() => Analytics, { ...cost, description: 'What happened at the gates of all its campaigns together.' })
  analytics(
    @Ctx() { principal }: AdminContext,
    @Arg('interval', () => AnalyticsInterval, { defaultValue: AnalyticsInterval.DAY }) interval: AnalyticsInterval,
    @Arg('from', () => Date, { nullable: true, description: FROM }) from?: Date,
    @Arg('to', () => Date, { nullable: true, description: TO }) to?: Date,
  ): Promise<Analytics> {
    const subject = { shop: principal.shop, campaignId: null, since: new Date(0) };
    return this.#reader.read(subject, { from, to, interval });
  }
}
