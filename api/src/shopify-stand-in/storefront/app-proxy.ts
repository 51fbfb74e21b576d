import { createHmac } from 'node:crypto';
import type { ShopifyWorld } from '../world/shopify-world.ts';

/** Where the app proxy stands in a shop. */
export const PROXY_PREFIX = '/apps/vip';

/** The query that Shopify forwards: the buyer's own, with its own parameters and its signature over all of them. */
export function signedQuery(
  { app, clock }: ShopifyWorld,
  { shop, query, customerId = '' }: { shop: string; query: URLSearchParams; customerId?: string },
): URLSearchParams {
  const whole = new URLSearchParams(query);
  const own = { shop, path_prefix: PROXY_PREFIX, timestamp: String(Math.floor(clock.now() / 1000)) };
  for (const [name, value] of Object.entries({ ...own, logged_in_customer_id: customerId })) whole.set(name, value);
  whole.delete('signature');
  whole.set('signature', proxySignature(whole, app.apiSecret));
  return whole;
}

/** Sorted `name=value`, repeated names joined by a comma, without anything between them: HMAC-SHA256 in hex. */
export function proxySignature(query: URLSearchParams, secret: string): string {
  const pairs = [...new Set(query.keys())].map((name) => `${name}=${query.getAll(name).join(',')}`).sort();
  return createHmac('sha256', secret).update(pairs.join('')).digest('hex');
}

/** Asks the app for a page below `/proxy`, as Shopify does for whoever opens `/apps/vip/…` in the shop: without their cookies. */
export async function askThroughProxy(
  world: ShopifyWorld,
  { shop, path, query }: { shop: string; path: string; query: URLSearchParams },
): Promise<{ status: number; type: string; content: string }> {
  const signed = signedQuery(world, { shop, query });
  const answer = await fetch(`${world.app.url}/proxy/${path}?${signed}`, { redirect: 'manual' });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'text/plain',
    content: await answer.text(),
  };
}
