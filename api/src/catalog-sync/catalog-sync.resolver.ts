import { Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { CatalogSyncService } from './catalog-sync.service.ts';
import { CatalogRefreshPayload, CatalogSync } from './catalog-sync.type.ts';

@Resolver()
export class CatalogSyncResolver {
  readonly #sync: CatalogSyncService;

  constructor(sync: CatalogSyncService) {
    this.#sync = sync;
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @Query(() => CatalogSync, {
    nullable: true,
    description: "The copy of the shop's catalog; null where it does not come from Shopify, as in standalone mode.",
  })
  catalogSync(@Ctx() { principal }: AdminContext): Promise<CatalogSync | null> {
    return this.#sync.find(principal.shop);
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => CatalogRefreshPayload, {
    description: 'Reads the whole catalog from Shopify again. While that is under way, asking again changes nothing.',
  })
  catalogRefresh(@Ctx() { principal }: AdminContext): Promise<CatalogRefreshPayload> {
    return this.#sync.refresh(principal.shop);
  }
}
