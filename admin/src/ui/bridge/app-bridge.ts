import type { ShopifyGlobal } from '@shopify/app-bridge-types';

/** What we use of App Bridge. */
export type AppBridge = Pick<ShopifyGlobal, 'idToken' | 'toast' | 'saveBar' | 'resourcePicker' | 'scopes'>;

/**
 * Shopify's App Bridge, or null in standalone mode. Its script stands first in the page's head where the server is set up with
 * Shopify and nowhere else, so that within one page the answer never changes.
 */
export function appBridge(): AppBridge | null {
  return window.shopify ?? null;
}

/** Whether this admin stands inside Shopify's. */
export function isEmbedded(): boolean {
  return appBridge() !== null;
}
