/** Letters, digits and hyphens, as Shopify makes them; at most 63 of them, as a domain's label has. */
const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/;

/** Whether this is a shop's domain, such as `example.myshopify.com`: safe in an address and in a policy. */
export function isShopDomain(text: string): boolean {
  return SHOP_DOMAIN.test(text);
}

/** The domain that somebody named, by itself, as an address or by the shop's name alone; null when it is none. */
export function shopDomainOf(text: string): string | null {
  const named = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
  const domain = named.includes('.') ? named : `${named}.myshopify.com`;
  return isShopDomain(domain) ? domain : null;
}

/** `example` of `example.myshopify.com`: by which Shopify's admin names the shop. */
export function storeHandleOf(shop: string): string {
  return shop.replace(/\.myshopify\.com$/, '');
}
