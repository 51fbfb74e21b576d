/**
 * Shopify's stand-in for a test file.
 *
 * ```ts
 * const shopify = await aShopifyStandIn();             // in a test or in beforeAll; it ends with the test or the file
 * shopify.config                                       // what `Config['shopify']` must be to meet it
 * const shop = shopify.addShop({ domain: 'first-light.myshopify.com', plan: 'PLUS' });
 * shopify.install(shop.domain);                        // managed install: scopes granted, no call to the app
 * shopify.idToken(shop.domain);                        // as App Bridge gives it; { claims, secret, alg } make it a wrong one
 * shopify.offlineToken(shop.domain);                   // an access token without asking the token endpoint
 *
 * const product = shop.catalog.addProduct({ title: 'Harbour Mug', variants: [{ price: '34.00' }] });
 * shop.catalog.changeProduct(product.id, { status: 'DRAFT' });   // ids are digits; `gid('Product', product.id)` is the global one
 * shop.catalog.addCollection('Winter Firing', [product.id]);
 *
 * shopify.world.app.url = app.url;                     // from now on changes are told to `/webhooks/shopify`
 * await shopify.world.courier.settle();                // until everything due was answered; retries are due by the clock
 * await shopify.deliver(shop.domain, 'products/update', body, { webhookId, eventId, triggeredAt, secret, headers });
 * shopify.world.courier.isPaused = true;               // events wait: send `courier.deliveries[n].event` in any order by `courier.send`
 *
 * shopify.world.clock.advance(3_600_000);              // tokens expire, the budget fills, retries become due
 * shopify.world.tokens.counts.refreshes;               // how often a token was refreshed
 * shopify.world.tokens.revoke(shop.domain, { alsoRefreshTokens: false });
 * shopify.world.faults.add({ kind: 'STATUS', status: 503, door: 'ADMIN', times: 1 });   // see `shopify-faults.ts`
 * shopify.calls({ door: 'ADMIN', operation: 'products' });
 * shop.bucket.drain();                                 // THROTTLED until it has filled again
 * ```
 *
 * A field that the stand-in has no answer for, and an operation that Shopify's schema refuses, fail the file when it ends; a test that
 * means them calls `shopify.world.seen.forget()`.
 */
import { afterAll, expect } from 'vitest';
import { type RunningShopify, startShopifyStandIn } from './shopify-stand-in-server.ts';
import { claimsFor, type IdTokenClaims, signIdToken } from './token/id-token.ts';
import type { SendOptions, WebhookAnswer } from './webhook/send-webhook.ts';
import { newEvent } from './webhook/webhook-events.ts';
import type { ShopifyCall } from './world/shopify-calls.ts';
import type { FaultDoor } from './world/shopify-faults.ts';
import { ShopifyWorld, type WorldSettings } from './world/shopify-world.ts';
import type { ShopWish, StandInShop } from './world/stand-in-shop.ts';

/** How an ID token differs from a right one. */
export interface IdTokenWish {
  readonly claims?: Partial<IdTokenClaims>;
  /** The secret that signs; absent: the app's. */
  readonly secret?: string;
  /** What its header says, such as `none`, which leaves the signature out. */
  readonly alg?: string;
}

/** How a delivery differs from a right one. */
export interface DeliveryWish extends SendOptions {
  readonly eventId?: string;
  /** Milliseconds since 1970; absent: now. */
  readonly triggeredAt?: number;
}

/** A stand-in for a test file. */
export interface TestShopify extends RunningShopify {
  readonly world: ShopifyWorld;
  readonly config: { apiKey: string; apiSecret: string; previousApiSecret: string | null; standInUrl: string };
  addShop(wish: ShopWish): StandInShop;
  install(shop: string, scopes?: readonly string[]): void;
  idToken(shop: string, wish?: IdTokenWish): string;
  offlineToken(shop: string): string;
  /** Sends a body, as it is, with Shopify's headers. */
  deliver(shop: string, topic: string, body: string, wish?: DeliveryWish): Promise<WebhookAnswer>;
  calls(which?: { door?: FaultDoor; operation?: string; shop?: string }): readonly ShopifyCall[];
}

/** Starts one; it closes with the file, and says then what was asked wrongly. */
export async function aShopifyStandIn(settings: WorldSettings = {}): Promise<TestShopify> {
  const world = new ShopifyWorld(settings);
  const running = await startShopifyStandIn(world);
  afterAll(async () => {
    await running.close();
    expect({ gaps: [...world.seen.gaps], violations: world.seen.violations }).toEqual({ gaps: [], violations: [] });
  });
  const { apiKey, apiSecret } = world.app;
  return {
    ...{ ...running, world },
    config: { apiKey, apiSecret, previousApiSecret: null, standInUrl: running.url },
    addShop: (wish) => world.addShop(wish),
    install: (shop, scopes) => world.install(shop, scopes),
    idToken: (shop, wish = {}) => idTokenOf(world, shop, wish),
    offlineToken: (shop) => {
      const scopes = world.shop(shop).installation?.scopes ?? [];
      return world.tokens.giveExpiring({ shop, scopes }).access_token;
    },
    deliver: (shop, topic, body, { eventId, triggeredAt, ...options } = {}) => {
      const event = newEvent(shop, topic, { body, now: triggeredAt ?? world.clock.now() });
      return world.courier.send(eventId === undefined ? event : { ...event, eventId }, options);
    },
    calls: (which) => world.seen.list(which),
  };
}

function idTokenOf({ app, clock }: ShopifyWorld, shop: string, { claims, secret, alg }: IdTokenWish): string {
  const right = claimsFor({ shop, apiKey: app.apiKey, now: clock.now() });
  return signIdToken({ ...right, ...claims }, secret ?? app.apiSecret, alg);
}
