import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { createLoaders } from '../../platform/graphql/loaders.ts';
import type { AdminContext } from '../../shop/principal.ts';
import { EarlyAccessCampaign } from '../campaign.type.ts';
import type { AccessCodeService } from './access-code.service.ts';
import { AccessCode } from './access-code.type.ts';
import { MOST_CREDENTIALS } from './credential-terms.ts';
import type { SecretLinkService } from './secret-link.service.ts';
import { SecretLink } from './secret-link.type.ts';

const complexity = ({ childComplexity }: { childComplexity: number }) => 5 + 5 * childComplexity;

/** From a campaign to its access codes and secret links: one statement for all campaigns of a page. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignCredentialsResolver {
  readonly #codes: (context: AdminContext) => { load(campaignId: string): Promise<AccessCode[]> };
  readonly #links: (context: AdminContext) => { load(campaignId: string): Promise<SecretLink[]> };

  constructor(codes: AccessCodeService, links: SecretLinkService) {
    this.#codes = createLoaders(async ({ principal }: AdminContext, ids) =>
      byCampaign(ids, await codes.listByCampaigns(principal.shop, ids)),
    );
    this.#links = createLoaders(async ({ principal }: AdminContext, ids) =>
      byCampaign(ids, await links.listByCampaigns(principal.shop, ids)),
    );
  }

  @FieldResolver(() => [AccessCode], {
    complexity,
    description: 'Its access codes, at most 100: oldest first, revoked ones last.',
  })
  accessCodes(@Root() { id }: EarlyAccessCampaign, @Ctx() context: AdminContext): Promise<AccessCode[]> {
    return this.#codes(context).load(id);
  }

  @FieldResolver(() => [SecretLink], {
    complexity,
    description: 'Its secret links, at most 100: oldest first, revoked ones last.',
  })
  secretLinks(@Root() { id }: EarlyAccessCampaign, @Ctx() context: AdminContext): Promise<SecretLink[]> {
    return this.#links(context).load(id);
  }
}

function byCampaign<Item extends { readonly campaignId: string }>(ids: readonly string[], items: readonly Item[]) {
  const kept = Map.groupBy(items, ({ campaignId }) => campaignId);
  return ids.map((id) => kept.get(id)?.slice(0, MOST_CREDENTIALS) ?? []);
}
