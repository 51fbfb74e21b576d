/** Where a shop's storefront has things. */
export interface Storefront {
  /** Absolute address of a product's page. */
  productUrl(shop: string, handle: string): string;
  /** Address that puts one of a variant into the cart, with the access pass beside it; null for a variant that no storefront knows. */
  cartUrl(shop: string, variantId: string, pass: string): string | null;
}

/** The name under which a cart and its line carry the access pass. Shopify hides line properties that begin with `_`. */
export const PASS_IN_CART = '_vip_pass';

const SHOPIFY_VARIANT = /^gid:\/\/shopify\/ProductVariant\/(\d+)$/;

/** The storefronts of Shopify shops. */
export function createShopifyStorefront(): Storefront {
  return {
    productUrl: (shop, handle) => `https://${shop}/products/${encodeURIComponent(handle)}`,
    cartUrl(shop, variantId, pass) {
      const number = SHOPIFY_VARIANT.exec(variantId)?.[1];
      return number === undefined ? null : `https://${shop}/cart/${number}:1?${cartQuery(pass)}`;
    },
  };
}

/** The demo shop's storefront, at this server. */
export function createDemoStorefront(publicUrl: string): Storefront {
  return {
    productUrl: (_shop, handle) => `${publicUrl}/demo/products/${encodeURIComponent(handle)}`,
    cartUrl: (_shop, variantId, pass) => `${publicUrl}/demo/cart/${encodeURIComponent(variantId)}:1?${cartQuery(pass)}`,
  };
}

/** Shopify's cart permalink: `attributes[…]` for the cart, `properties` (JSON in base64url) for its one line. */
function cartQuery(pass: string): string {
  const properties = Buffer.from(JSON.stringify({ [PASS_IN_CART]: pass })).toString('base64url');
  return new URLSearchParams({ [`attributes[${PASS_IN_CART}]`]: pass, properties }).toString();
}
