import DataLoader from 'dataloader';
import { Arg, Authorized, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { CampaignService } from '../campaign/campaign.service.ts';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import type { Page } from '../platform/graphql/connection.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { SignupReader } from './signup.reader.ts';
import { Signup, SignupConnection } from './signup.type.ts';

/** From a campaign to its sign-ups. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignSignupsResolver {
  readonly #signups: SignupReader;

  constructor(signups: SignupReader) {
    this.#signups = signups;
  }

  @Authorized(ApiTokenScope.read_signups)
  @FieldResolver(() => SignupConnection, { description: 'Its sign-ups, newest first.' })
  signups(
    @Root() campaign: EarlyAccessCampaign,
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Page<Signup>> {
    return this.#signups.list(principal.shop, { first, after }, { campaignId: campaign.id });
  }
}

/** From a sign-up to its campaign: one statement for all sign-ups of a page. */
@Resolver(() => Signup)
export class SignupCampaignResolver {
  readonly #campaigns: CampaignService;
  readonly #loaders = new WeakMap<AdminContext, DataLoader<string, EarlyAccessCampaign | null>>();

  constructor(campaigns: CampaignService) {
    this.#campaigns = campaigns;
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @FieldResolver(() => EarlyAccessCampaign, { nullable: true, description: 'Null when it was deleted just now.' })
  campaign(@Root() { campaignId }: Signup, @Ctx() context: AdminContext): Promise<EarlyAccessCampaign | null> {
    return this.#loaderOf(context).load(campaignId);
  }

  #loaderOf(context: AdminContext): DataLoader<string, EarlyAccessCampaign | null> {
    const known = this.#loaders.get(context);
    if (known) return known;
    const loader = new DataLoader<string, EarlyAccessCampaign | null>(async (ids) => {
      const campaigns = await this.#campaigns.findMany(context.principal.shop, ids);
      return ids.map((id) => campaigns.find((campaign) => campaign.id === id) ?? null);
    });
    this.#loaders.set(context, loader);
    return loader;
  }
}
