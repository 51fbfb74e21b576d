import type { ShopifyCredentials } from '../../platform/config.ts';
import { storeHandleOf } from '../shop-domain.ts';

/** Where Shopify's own pages and scripts are; with a stand-in, at the stand-in. */
export interface ShopifyAddresses {
  /** App Bridge's script. */
  readonly appBridge: string;
  /** Origins that a document with App Bridge loads scripts from, and asks. */
  readonly sources: { readonly script: readonly string[]; readonly connect: readonly string[] };
  /** Origin of Shopify's admin. */
  readonly admin: string;
  /** Origins of the pages that may frame what holds nothing of any shop: Shopify's admin, and that of every shop. */
  readonly ancestors: readonly string[];
  /** Origins of the pages that may frame a document of this shop, and no others. */
  ancestorsOf(shop: string): readonly string[];
  /** Where a merchant installs the app (managed install). */
  installOf(shop: string): string;
  /** The app, within the shop's admin. */
  appOf(shop: string): string;
}

const ADMIN = 'https://admin.shopify.com';
const CDN = 'https://cdn.shopify.com';

/** App Bridge is on Shopify's CDN alone and may ask any host of Shopify's, of which there is no list. */
const CONNECT = [CDN, 'https://*.shopify.com', 'https://*.shopifysvc.com'];

/** The addresses for the app with this client id. */
export function shopifyAddresses({ apiKey, standInUrl }: Pick<ShopifyCredentials, 'apiKey' | 'standInUrl'>) {
  const standIn = standInUrl === null ? [] : [new URL(standInUrl).origin];
  const admin = standInUrl ?? ADMIN;
  const addresses: ShopifyAddresses = {
    appBridge: standInUrl === null ? `${CDN}/shopifycloud/app-bridge.js` : `${standInUrl}/app-bridge.js`,
    sources: standInUrl === null ? { script: [CDN], connect: CONNECT } : { script: standIn, connect: standIn },
    admin,
    ancestors: ['https://*.myshopify.com', ADMIN, ...standIn],
    ancestorsOf: (shop) => [`https://${shop}`, ADMIN, ...standIn],
    installOf: (shop) => {
      const query = new URLSearchParams({ client_id: apiKey });
      return `${admin}/store/${storeHandleOf(shop)}/oauth/install?${query}`;
    },
    appOf: (shop) => `${admin}/store/${storeHandleOf(shop)}/apps/${encodeURIComponent(apiKey)}`,
  };
  return addresses;
}
