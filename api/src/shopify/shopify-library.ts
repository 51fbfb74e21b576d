// The adapter must be in place before anything of the library is called.
import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import type { ShopifyCredentials } from '../platform/config.ts';
import { createShopifyFetch, type ShopifyFetch } from './shopify-fetch.ts';

/** Shopify's library for one secret of the app. */
export type ShopifyLibrary = ReturnType<typeof createLibrary>;

/** What of Shopify's library the rooms use: nobody else constructs it. */
export interface Shopify {
  /** The app's client id. */
  readonly apiKey: string;
  /** With the app's secret; tokens are asked for with it. */
  readonly current: ShopifyLibrary;
  /** With each secret that Shopify may sign with: the current one, then the previous one where there is one. */
  readonly signers: readonly ShopifyLibrary[];
  /** How the library, and we, reach a shop. */
  readonly fetch: ShopifyFetch;
}

/**
 * Constructs Shopify's library. With `standInUrl` everything that it sends goes to our stand-in. The library has one
 * `fetch` for a whole process, so all of a process's apps must have the same.
 */
export function createShopify(credentials: ShopifyCredentials, publicUrl: string): Shopify {
  const fetch = createShopifyFetch(credentials.standInUrl);
  setAbstractFetchFunc(fetch);
  const { apiKey, apiSecret, previousApiSecret } = credentials;
  const hostName = new URL(publicUrl).host;
  const current = createLibrary({ apiKey, apiSecretKey: apiSecret, hostName });
  const previous =
    previousApiSecret === null ? [] : [createLibrary({ apiKey, apiSecretKey: previousApiSecret, hostName })];
  return { apiKey, current, signers: [current, ...previous], fetch };
}

/** The library writes nothing: its lines could hold tokens, and ours are written by pino. */
function createLibrary(app: { apiKey: string; apiSecretKey: string; hostName: string }) {
  return shopifyApi({
    ...app,
    apiVersion: ApiVersion.October26,
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error, httpRequests: false, log: () => {} },
    _logDisabledFutureFlags: false,
  });
}
