import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { AdminContext } from './principal.ts';
import type { ShopService } from './shop.service.ts';
import { Shop } from './shop.type.ts';

@Resolver()
export class ShopResolver {
  readonly #shops: ShopService;

  constructor(shops: ShopService) {
    this.#shops = shops;
  }

  @Authorized()
  @Query(() => Shop, { description: 'The shop whose token is used; needs no scope.' })
  shop(@Ctx() { principal }: AdminContext): Promise<Shop> {
    return this.#shops.get(principal.shop);
  }
}
