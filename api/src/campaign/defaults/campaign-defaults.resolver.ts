import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { ApiTokenScope } from '../../shop/api-token-scope.ts';
import type { AdminContext } from '../../shop/principal.ts';
import { Shop } from '../../shop/shop.type.ts';
import type { CampaignDefaultsService } from './campaign-defaults.service.ts';
import { CampaignDefaults, CampaignDefaultsInput, CampaignDefaultsSavePayload } from './campaign-defaults.type.ts';

/** From a shop to what its new campaigns begin with. */
@Resolver(() => Shop)
export class CampaignDefaultsResolver {
  readonly #defaults: CampaignDefaultsService;

  constructor(defaults: CampaignDefaultsService) {
    this.#defaults = defaults;
  }

  @Authorized(ApiTokenScope.read_settings)
  @FieldResolver(() => CampaignDefaults, { description: 'What `campaignCreate` takes where its input says nothing.' })
  campaignDefaults(@Ctx() { principal }: AdminContext): Promise<CampaignDefaults> {
    return this.#defaults.of(principal.shop);
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => CampaignDefaultsSavePayload, {
    description: 'Changes what new campaigns begin with; those that there are stay as they are.',
  })
  campaignDefaultsSave(
    @Ctx() { principal }: AdminContext,
    @Arg('input', () => CampaignDefaultsInput) input: CampaignDefaultsInput,
  ): Promise<CampaignDefaultsSavePayload> {
    return this.#defaults.save(principal.shop, input);
  }
}
