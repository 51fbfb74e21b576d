import { SEED_GOODS } from './seed-goods.ts';
import type { ShopifyWorld } from './shopify-world.ts';
import type { ShopWish } from './stand-in-shop.ts';

/** Two shops to try with: they differ in plan, currency and time zone. */
export const SEED_SHOPS = [
  {
    domain: 'first-light.myshopify.com',
    name: 'First Light',
    plan: 'BASIC',
    currencyCode: 'EUR',
    ianaTimezone: 'Europe/Dublin',
  },
  {
    domain: 'second-wind.myshopify.com',
    name: 'Second Wind',
    plan: 'PLUS',
    currencyCode: 'USD',
    ianaTimezone: 'America/New_York',
  },
] as const satisfies readonly ShopWish[];

/** Makes the seed shops with their goods. Ids are the same every time. To be called once the stand-in has its address. */
export function seedShops(world: ShopifyWorld): void {
  for (const wish of SEED_SHOPS) {
    const { catalog } = world.addShop(wish);
    const members = new Map<string, string[]>();
    for (const { collections, ...goods } of SEED_GOODS) {
      const pictures = (goods.pictures ?? []).map((picture) => ({ ...picture, url: world.address + picture.url }));
      const { id } = catalog.stockProduct({ ...goods, pictures });
      for (const title of collections) members.set(title, [...(members.get(title) ?? []), id]);
    }
    for (const [title, productIds] of members) catalog.addCollection(title, productIds);
  }
}
