/** What goes into the cart with a product from behind a gate. */
export interface CarriedPass {
  /** The access pass, which anybody can verify. */
  readonly pass: string;
  /** What checkout verifies, for this product alone; null where the campaign does not ask checkout to. */
  readonly proof: string | null;
}

/** Where a shop's storefront has things. */
export interface Storefront {
  /** Absolute address of a product's page. */
  productUrl(shop: string, handle: string): string;
  /** The ways into the cart of the shop that carry this pass. */
  cartUrls(shop: string, carried: CarriedPass): CartUrl;
}

/** Address that puts one of a variant into the cart, with the access pass beside it; null for a variant that no storefront knows. */
export type CartUrl = (variantId: string) => string | null;

/** The name under which a cart and its line carry the access pass. Shopify hides line properties that begin with `_`. */
export const PASS_IN_CART = '_vip_pass';

const ATTRIBUTE = encodeURIComponent(`attributes[${PASS_IN_CART}]`);

/** The line property in which Shopify's checkout finds the proof that the line may be bought. */
export const PROOF_IN_CART = '_vip_proof';

const SHOPIFY_VARIANT = /^gid:\/\/shopify\/ProductVariant\/(\d+)$/;

/** The storefronts of Shopify shops. */
export function createShopifyStorefront(): Storefront {
  return {
    productUrl: (shop, handle) => `https://${shop}/products/${encodeURIComponent(handle)}`,
    cartUrls(shop, carried) {
      const query = cartQuery(carried);
      return (variantId) => {
        const number = SHOPIFY_VARIANT.exec(variantId)?.[1];
        return number === undefined ? null : `https://${shop}/cart/${number}:1?${query}`;
      };
    },
  };
}

/** The demo shop's storefront, at this server. */
export function createDemoStorefront(publicUrl: string): Storefront {
  return {
    productUrl: (_shop, handle) => `${publicUrl}/demo/products/${encodeURIComponent(handle)}`,
    cartUrls(_shop, carried) {
      const query = cartQuery(carried);
      return (variantId) => `${publicUrl}/demo/cart/${encodeURIComponent(variantId)}:1?${query}`;
    },
  };
}

/** Shopify's cart permalink: `attributes[…]` for the cart, `properties` (JSON in base64url) for its one line. */
function cartQuery({ pass, proof }: CarriedPass): string {
  const ofLine = { [PASS_IN_CART]: pass, ...(proof === null ? {} : { [PROOF_IN_CART]: proof }) };
  const properties = Buffer.from(JSON.stringify(ofLine)).toString('base64url');
  return `${ATTRIBUTE}=${encodeURIComponent(pass)}&properties=${properties}`;
}
