import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Page } from '../platform/graphql/connection.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { CatalogService } from './catalog.service.ts';
import { type Collection, CollectionConnection } from './collection.type.ts';
import { type Product, ProductConnection } from './product.type.ts';

@Resolver()
export class CatalogResolver {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @Query(() => ProductConnection, {
    description:
      'Products of the catalog by title. `query`: words that title, handle, vendor or tags hold, in any case.',
  })
  products(
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('query', () => String, { nullable: true }) query?: string,
  ): Promise<Page<Product>> {
    return this.#catalog.products(principal.shop, { first, after, query });
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @Query(() => CollectionConnection, {
    description: 'Collections of the catalog by title. `query`: words that title or handle hold, in any case.',
  })
  collections(
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('query', () => String, { nullable: true }) query?: string,
  ): Promise<Page<Collection>> {
    return this.#catalog.collections(principal.shop, { first, after, query });
  }
}
