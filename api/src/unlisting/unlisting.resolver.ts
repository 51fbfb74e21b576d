import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import type { CatalogService } from '../catalog/catalog.service.ts';
import { Product } from '../catalog/product.type.ts';
import type { Page } from '../platform/graphql/connection.ts';
import { createLoaders } from '../platform/graphql/loaders.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { Shop } from '../shop/shop.type.ts';
import type { CampaignCounts } from './unlisting.reader.ts';
import type { UnlistingService } from './unlisting.service.ts';
import {
  CampaignUnlisting,
  ShopUnlisting,
  UnlistingEntry,
  UnlistingEntryConnection,
  UnlistingFailure,
  UnlistingUndoAllPayload,
  UnlistingUndoPayload,
} from './unlisting.type.ts';
import { unlistingState } from './unlisting-state.ts';

/** From a campaign to what it has hidden: three statements for all campaigns of a page. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignUnlistingResolver {
  readonly #counts: (context: AdminContext) => { load(campaignId: string): Promise<CampaignCounts | null> };

  constructor(unlisting: UnlistingService) {
    this.#counts = createLoaders(({ principal }: AdminContext, ids) => unlisting.ofCampaigns(principal.shop, ids));
  }

  @FieldResolver(() => CampaignUnlisting, {
    nullable: true,
    complexity: ({ childComplexity }) => 10 + childComplexity,
    description: 'What is hidden in the Shopify shop on its behalf; null without Shopify.',
  })
  async unlisting(
    @Root() campaign: EarlyAccessCampaign,
    @Ctx() context: AdminContext,
  ): Promise<CampaignUnlisting | null> {
    const counts = await this.#counts(context).load(campaign.id);
    return counts && { ...counts, campaignId: campaign.id, state: unlistingState(campaign, counts, new Date()) };
  }
}

/** The journal of what was changed. */
@Resolver(() => CampaignUnlisting)
export class UnlistingJournalResolver {
  readonly #unlisting: UnlistingService;

  constructor(unlisting: UnlistingService) {
    this.#unlisting = unlisting;
  }

  @FieldResolver(() => UnlistingEntryConnection, {
    description: 'What was changed in Shopify on the campaign’s behalf, newest first, with the values before.',
  })
  journal(
    @Root() { campaignId }: CampaignUnlisting,
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Page<UnlistingEntry>> {
    return this.#unlisting.journal(principal.shop, campaignId, { first, after });
  }
}

/** What the whole shop has hidden, and the ways to undo it. */
@Resolver(() => Shop)
export class UnlistingResolver {
  readonly #unlisting: UnlistingService;

  constructor(unlisting: UnlistingService) {
    this.#unlisting = unlisting;
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @FieldResolver(() => ShopUnlisting, {
    nullable: true,
    complexity: ({ childComplexity }) => 10 + childComplexity,
    description: 'What all campaigns together have hidden in the Shopify shop; null without Shopify.',
  })
  unlisting(@Ctx() { principal }: AdminContext): Promise<ShopUnlisting | null> {
    return this.#unlisting.ofShop(principal.shop);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => UnlistingUndoPayload, {
    description:
      'Sets `hidesProducts` of a campaign to false. Within seconds its products have again the status that they had, except for those that another campaign wants hidden and those that the merchant changed by hand.',
  })
  unlistingUndo(
    @Ctx() { principal }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
  ): Promise<UnlistingUndoPayload> {
    return this.#unlisting.undo(principal.shop, campaignId);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => UnlistingUndoAllPayload, {
    description:
      'The same for all campaigns of the shop: everything that was hidden is put back. To be done, and waited for, before the app is uninstalled.',
  })
  unlistingUndoAll(@Ctx() { principal }: AdminContext): Promise<UnlistingUndoAllPayload> {
    return this.#unlisting.undoAll(principal.shop);
  }
}

/** From a line of the journal to its product: one statement for all lines of a page. */
@Resolver(() => UnlistingEntry)
export class UnlistingEntryResolver {
  readonly #products: ProductLoaders;

  constructor(catalog: CatalogService) {
    this.#products = productLoaders(catalog);
  }

  @FieldResolver(() => Product, { nullable: true, description: 'Null where the catalog does not have it any more.' })
  product(@Root() { productId }: UnlistingEntry, @Ctx() context: AdminContext): Promise<Product | null> {
    return this.#products(context).load(productId);
  }
}

/** From a failure to its product. */
@Resolver(() => UnlistingFailure)
export class UnlistingFailureResolver {
  readonly #products: ProductLoaders;

  constructor(catalog: CatalogService) {
    this.#products = productLoaders(catalog);
  }

  @FieldResolver(() => Product, { nullable: true, description: 'Null where the catalog does not have it any more.' })
  product(@Root() { productId }: UnlistingFailure, @Ctx() context: AdminContext): Promise<Product | null> {
    return this.#products(context).load(productId);
  }
}

type ProductLoaders = (context: AdminContext) => { load(productId: string): Promise<Product | null> };

function productLoaders(catalog: CatalogService): ProductLoaders {
  return createLoaders(async ({ principal }: AdminContext, ids) => {
    const found = new Map((await catalog.productsByIds(principal.shop, ids)).map((product) => [product.id, product]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
