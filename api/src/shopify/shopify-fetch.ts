import { isShopDomain } from './shop-domain.ts';

/** `fetch` to a shop and to nowhere else. */
export type ShopifyFetch = typeof globalThis.fetch;

/** Tells our stand-in which shop is meant, since all of them have its one address. */
const STAND_IN_SHOP_HEADER = 'X-Shopify-Stand-In-Shop';

/** After so many milliseconds an attempt ends, whatever it is doing. */
const ATTEMPT_MS = 10_000;

/**
 * Reaches shops at `https://{shop}.myshopify.com` alone, never follows an answer elsewhere, and waits ten seconds at most.
 * With `standInUrl` the same path is asked of our stand-in, with the shop's domain in a header.
 */
export function createShopifyFetch(standInUrl: string | null): ShopifyFetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'https:' || !isShopDomain(url.host)) throw new TypeError('This is no address of a shop.');
    const bounds = { redirect: 'error', signal: AbortSignal.timeout(ATTEMPT_MS) } as const;
    if (standInUrl === null) return fetch(url, { ...init, ...bounds });
    const headers = new Headers(init?.headers);
    headers.set(STAND_IN_SHOP_HEADER, url.host);
    return fetch(standInUrl + url.pathname + url.search, { ...init, ...bounds, headers });
  };
}
