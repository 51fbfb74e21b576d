import { randomUUID } from 'node:crypto';
import type { DestinationStream } from 'pino';
import { adminEngine } from '../src/shopify-stand-in/admin-graphql/admin-tables.ts';
import {
  aShopifyStandIn,
  type IdTokenWish,
  type TestShopify,
} from '../src/shopify-stand-in/shopify-stand-in.fixture.ts';
import { type Ask, appOver, asker, type TestApp } from './app.ts';
import { testDatabase } from './database.ts';

export { SHOP_PLANS } from '../src/shopify-stand-in/world/shop-plan.ts';
export type { ShopifyFault } from '../src/shopify-stand-in/world/shopify-faults.ts';
export type { IdTokenWish };

/** The app as Shopify's merchants meet it, with Shopify's stand-in behind it. */
export interface ShopifyStage extends TestApp {
  readonly shopify: TestShopify;
  /** The rooms that there are with Shopify only. */
  readonly rooms: NonNullable<TestApp['services']['shopify']>;
  /** A shop at Shopify whose merchant has installed the app, and not opened it yet; returns its domain. */
  installedShop(): string;
  /** The merchant in Shopify's admin: a fresh ID token with each request. */
  asMerchant(shop: string, wish?: IdTokenWish): Ask;
  /** Some time has passed: the shop's access token has so many seconds left, by the database's clock. */
  setExpiry(shop: string, seconds: number): Promise<void>;
}

/** What the app is started with so that it meets this stand-in. */
export function shopifySettings({ config }: TestShopify): Record<string, string> {
  return {
    SHOPIFY_API_KEY: config.apiKey,
    SHOPIFY_API_SECRET: config.apiSecret,
    SHOPIFY_STAND_IN_URL: String(config.standInUrl),
    APP_KEY: Buffer.alloc(32, 11).toString('base64'),
  };
}

/** Call it in `beforeAll`; it closes with the file. `env` overrides settings. */
export async function shopifyStage(
  env: Record<string, string> = {},
  hands: { log?: DestinationStream } = {},
): Promise<ShopifyStage> {
  const shopify = await aShopifyStandIn();
  // Shopify's schema is large: no request of a test shall wait until it is read.
  adminEngine();
  const app = await appOver(await testDatabase(), { ...shopifySettings(shopify), ...env }, hands);
  const rooms = app.services.shopify;
  if (rooms === null) throw new Error('The app is in standalone mode.');
  return {
    ...{ ...app, shopify, rooms },
    installedShop() {
      const { domain } = shopify.addShop({ domain: `shop-${randomUUID().slice(0, 8)}.myshopify.com` });
      shopify.install(domain);
      return domain;
    },
    asMerchant: (shop, wish) => async (query, variables) => {
      const authorization = `Bearer ${shopify.idToken(shop, wish)}`;
      return asker(app.http, '/admin/graphql', { headers: { authorization } })(query, variables);
    },
    async setExpiry(shop, seconds) {
      await app.database.prisma.$executeRaw`
        UPDATE "Session" SET expires = clock_timestamp() + ${seconds}::float8 * interval '1 s' WHERE shop = ${shop}`;
    },
  };
}
