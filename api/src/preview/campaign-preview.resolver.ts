import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { CampaignUpdateInput } from '../campaign/campaign.input.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { AccessProduct } from '../catalog/access-product.type.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { CampaignPreview } from './campaign-preview.type.ts';
import type { CampaignPreviews } from './campaign-previews.ts';

/** The products that a campaign would open, with links that carry no pass. */
export type PreviewProducts = (draft: GuardedCampaign) => Promise<AccessProduct[]>;

@Resolver(() => CampaignPreview)
export class CampaignPreviewResolver {
  readonly #previews: CampaignPreviews;
  readonly #productsOf: PreviewProducts;

  constructor(previews: CampaignPreviews, productsOf: PreviewProducts) {
    this.#previews = previews;
    this.#productsOf = productsOf;
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @Query(() => CampaignPreview, {
    nullable: true,
    description:
      'What visitors would see of a campaign at an instant, with changes that are not saved. Nothing is written, counted or checked: what could not be saved is shown as well. Null for an unknown id.',
  })
  campaignPreview(
    @Ctx() { principal }: AdminContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => CampaignUpdateInput, { description: 'What is not saved; what it leaves out is as saved.' })
    input: CampaignUpdateInput,
    @Arg('at', () => Date) at: Date,
    @Arg('placesTaken', () => Int, {
      nullable: true,
      description: 'As if so many places were taken; null: as many as are.',
    })
    placesTaken?: number | null,
  ): Promise<CampaignPreview | null> {
    return this.#previews.preview(principal.shop, id, { input, at, placesTaken: placesTaken ?? null });
  }

  @FieldResolver(() => [AccessProduct], {
    complexity: ({ childComplexity }) => 10 + 10 * childComplexity,
    description: 'The products behind the gate, in the merchant’s order; at most 250. Their links carry no pass.',
  })
  products(@Root() { draft }: CampaignPreview): Promise<AccessProduct[]> {
    return this.#productsOf(draft);
  }
}
