import { escaped, page } from '../frame/html.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';

/** A page in the shop's theme. `content` is HTML, as a theme puts a template of an app's into its layout. */
export function themePage(shop: StandInShop, title: string, content: string): string {
  const base = `/storefront/${shop.domain}`;
  const body = `<div class="storefront"><header><a href="${base}"><strong>${escaped(shop.name)}</strong></a>
<small>online store</small></header><main>${content}</main></div>`;
  return page({ title: `${title} – ${shop.name}`, body });
}

/** The shop's front: what search and lists show, which is neither unlisted nor draft. */
export function frontPage(shop: StandInShop): string {
  const shown = [...shop.catalog.products.values()].filter(({ status }) => status === 'ACTIVE').slice(0, 60);
  const items = shown.map(
    ({ handle, title, variants }) =>
      `<li><a href="/storefront/${shop.domain}/products/${handle}">${escaped(title)}</a> ${variants[0]?.price} ${shop.currencyCode}</li>`,
  );
  return themePage(shop, 'Home', `<h1>${escaped(shop.name)}</h1><ul>${items.join('')}</ul>`);
}
