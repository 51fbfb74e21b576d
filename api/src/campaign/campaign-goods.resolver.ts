import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CatalogService } from '../catalog/catalog.service.ts';
import { Collection } from '../catalog/collection.type.ts';
import { Product } from '../catalog/product.type.ts';
import type { AdminContext } from '../shop/principal.ts';
import { EarlyAccessCampaign } from './campaign.type.ts';

/** What stands behind a campaign's gate. One statement a request for all campaigns on a page, not one for each. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignGoodsResolver {
  readonly #products: (context: AdminContext) => DataLoader<string, Product | null>;
  readonly #collections: (context: AdminContext) => DataLoader<string, Collection | null>;

  constructor(catalog: CatalogService) {
    this.#products = perRequest((shop, ids) => catalog.productsByIds(shop, ids));
    this.#collections = perRequest((shop, ids) => catalog.collectionsByIds(shop, ids));
  }

  @FieldResolver(() => [Product], {
    complexity: ({ childComplexity }) => 10 + 10 * childComplexity,
    description: 'The products of `productIds` that are still in the catalog.',
  })
  async products(@Root() { productIds }: EarlyAccessCampaign, @Ctx() context: AdminContext): Promise<Product[]> {
    return found(await this.#products(context).loadMany(productIds));
  }

  @FieldResolver(() => [Collection], {
    complexity: ({ childComplexity }) => 5 + 5 * childComplexity,
    description: 'The collections of `collectionIds` that are still in the catalog.',
  })
  async collections(
    @Root() { collectionIds }: EarlyAccessCampaign,
    @Ctx() context: AdminContext,
  ): Promise<Collection[]> {
    return found(await this.#collections(context).loadMany(collectionIds));
  }
}

type ReadByIds<Item> = (shop: string, ids: readonly string[]) => Promise<Item[]>;

function perRequest<Item extends { id: string }>(read: ReadByIds<Item>) {
  const loaders = new WeakMap<AdminContext, DataLoader<string, Item | null>>();
  return (context: AdminContext): DataLoader<string, Item | null> => {
    const known = loaders.get(context);
    if (known) return known;
    const loader = new DataLoader<string, Item | null>(async (ids) => {
      const items = new Map((await read(context.principal.shop, ids)).map((item) => [item.id, item]));
      return ids.map((id) => items.get(id) ?? null);
    });
    loaders.set(context, loader);
    return loader;
  };
}

function found<Item>(items: (Item | Error | null)[]): Item[] {
  return items.filter((item) => {
    if (item instanceof Error) throw item;
    return item !== null;
  }) as Item[];
}
