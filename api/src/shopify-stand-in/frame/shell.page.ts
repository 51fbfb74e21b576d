import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { escaped, page } from './html.ts';

/** Where in a shop's admin one is. */
export type ShellPlace = 'HOME' | 'PRODUCTS' | 'EVENTS' | 'APP';

/** A page of a shop's admin: bar on top, navigation at the side. `content` is HTML. */
export function shellPage(
  world: ShopifyWorld,
  shop: StandInShop,
  { place, content, attributes = '' }: { place: ShellPlace; content: string; attributes?: string },
): string {
  const base = `/store/${shop.domain}`;
  const link = (to: ShellPlace, path: string, label: string) =>
    `<li><a href="${base}${path}"${to === place ? ' aria-current="page"' : ''}>${label}</a></li>`;
  const app = shop.installation === null ? '' : appLinks(world, base, place);
  const body = `<header class="bar"><strong>Shopify, stood in for</strong>${shopLinks(world, shop)}<div id="save-bar" hidden></div></header>
<div id="loading" hidden></div>
<div class="shell"><nav aria-label="${escaped(shop.name)}"><ul>
${link('HOME', '', 'Home')}${link('PRODUCTS', '/products', 'Products and collections')}${link('EVENTS', '/events', 'Webhooks')}
<li><a href="/storefront/${shop.domain}">Online store</a></li></ul>${app}</nav>
${place === 'APP' ? content : `<main class="content">${content}</main>`}</div><div id="toasts"></div>`;
  return page({ title: shop.name, body, attributes });
}

function appLinks({ app }: ShopifyWorld, base: string, place: ShellPlace): string {
  const current = place === 'APP' ? ' aria-current="page"' : '';
  return `<h2>Apps</h2><ul><li><a href="${base}/app"${current}>${escaped(app.title)}</a></li></ul><ul id="app-navigation"></ul>`;
}

function shopLinks({ shops }: ShopifyWorld, { domain }: StandInShop): string {
  const links = [...shops.values()].map((shop) => {
    const current = shop.domain === domain ? ' aria-current="true"' : '';
    return `<a href="/store/${shop.domain}"${current}>${escaped(shop.name)} <small>${shop.plan.publicDisplayName}</small></a>`;
  });
  return `<span class="shops">${links.join('')}</span>`;
}
