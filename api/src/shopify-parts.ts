import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import type { Seal } from './platform/seal.ts';
import type { ShopService } from './shop/shop.service.ts';
import { ShopAdminApi } from './shopify/admin/shop-admin-api.ts';
import { EmbeddedAdmin } from './shopify/embedded/embedded-admin.ts';
import { shopifyAddresses } from './shopify/embedded/shopify-addresses.ts';
import { IdTokens } from './shopify/identity/id-tokens.ts';
import { Installation } from './shopify/identity/installation.ts';
import { ShopifyMerchants } from './shopify/identity/shopify-merchants.ts';
import { createShopify } from './shopify/shopify-library.ts';
import { AdminTokens } from './shopify/token/admin-tokens.ts';
import { SessionStore } from './shopify/token/session.store.ts';
import { TokenEndpoint } from './shopify/token/token-endpoint.ts';

/** What the room `shopify` is made from. */
export interface ShopifyRoomsParts {
  readonly config: Pick<Config, 'shopify' | 'publicUrl'>;
  readonly database: Pick<Database, 'prisma'>;
  readonly seal: Seal;
  readonly shops: ShopService;
}

/** The room `shopify`, built. */
export type ShopifyRooms = NonNullable<ReturnType<typeof createShopifyRooms>>;

/** The part of `app.ts` that builds the room `shopify`; null in standalone mode. */
export function createShopifyRooms({ config, database: { prisma }, seal, shops }: ShopifyRoomsParts) {
  if (config.shopify === null) return null;
  const shopify = createShopify(config.shopify, config.publicUrl);
  const tokens = new AdminTokens({ prisma, seal, endpoint: new TokenEndpoint(shopify) });
  const api = new ShopAdminApi({ tokens, fetch: shopify.fetch });
  const idTokens = new IdTokens(shopify);
  const installation = new Installation({ shops, tokens, adminApi: api });
  const addresses = shopifyAddresses(config.shopify);
  const { apiKey } = config.shopify;
  return {
    /** For what somebody waits for. */
    adminApi: api,
    /** For work that nobody waits for: leaves half of a shop's budget to the other one. */
    bulkAdminApi: api.bulk,
    ...{ idTokens, installation },
    /** Notes that a shop left at this time and forgets its tokens, unless it installed the app since. */
    uninstall: (shop: string, at: Date) => installation.uninstall(shop, at),
    /** With which of them Shopify signs what it sends. */
    secrets: { current: config.shopify.apiSecret, previous: config.shopify.previousApiSecret },
    merchants: new ShopifyMerchants(idTokens, installation),
    sessions: new SessionStore(prisma, seal),
    addresses,
    embeddedAdmin: new EmbeddedAdmin({ apiKey, publicUrl: config.publicUrl, addresses, idTokens }),
  };
}
