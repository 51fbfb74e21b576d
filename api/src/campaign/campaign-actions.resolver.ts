import { Arg, Authorized, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Page } from '../platform/graphql/connection.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { CampaignService } from './campaign.service.ts';
import { EarlyAccessCampaign } from './campaign.type.ts';
import { type CampaignAction, CampaignActionConnection } from './campaign-action.type.ts';

/** From a campaign to what was done to it. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignActionsResolver {
  readonly #campaigns: CampaignService;

  constructor(campaigns: CampaignService) {
    this.#campaigns = campaigns;
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @FieldResolver(() => CampaignActionConnection, { description: 'What was done to it and by whom, newest first.' })
  actions(
    @Root() { id }: EarlyAccessCampaign,
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Page<CampaignAction>> {
    return this.#campaigns.listActions(principal.shop, id, { first, after });
  }
}
