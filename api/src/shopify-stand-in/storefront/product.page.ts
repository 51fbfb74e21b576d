import { escaped } from '../frame/html.ts';
import { isAvailable, type StandInProduct, type StandInVariant } from '../world/stand-in-product.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { themePage } from './storefront.page.ts';

/** Whether a product's own page opens for buyers: also an unlisted one's, for whoever has its address. */
export function isSold({ status, publishedAt }: StandInProduct): boolean {
  return publishedAt !== null && (status === 'ACTIVE' || status === 'UNLISTED');
}

/** A product's page, with a cart link for each variant. */
export function productPage(
  shop: StandInShop,
  { title, descriptionHtml, pictures, variants, status }: StandInProduct,
): string {
  const picture = pictures[0] ? `<img src="${escaped(pictures[0].url)}" alt="${escaped(pictures[0].alt ?? '')}">` : '';
  const note = status === 'UNLISTED' ? '<p class="soft">Unlisted: only by this address.</p>' : '';
  const rows = variants.map((variant) => variantRow(shop, variant));
  return themePage(
    shop,
    title,
    `<h1>${escaped(title)}</h1>${note}${picture}${descriptionHtml}<table>${rows.join('')}</table>`,
  );
}

function variantRow({ domain, currencyCode }: StandInShop, variant: StandInVariant): string {
  const { id, title, price } = variant;
  const buy = isAvailable(variant)
    ? `<a class="button" href="/storefront/${domain}/cart/${id}:1">Add to cart</a>`
    : '<span class="soft">Sold out</span>';
  return `<tr><td>${escaped(title)}</td><td>${price} ${currencyCode}</td><td>${buy}</td></tr>`;
}
