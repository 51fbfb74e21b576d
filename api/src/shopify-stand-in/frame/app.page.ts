import { claimsFor, signIdToken } from '../token/id-token.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { escaped } from './html.ts';
import { shellPage } from './shell.page.ts';

/** The app embedded in the shop's admin, at a path of its own. */
export function appPage(world: ShopifyWorld, shop: StandInShop, path: string): string {
  const { url, title } = world.app;
  if (url === null) return shellPage(world, shop, { place: 'HOME', content: '<p>The app has no address yet.</p>' });
  const content = `<iframe title="${escaped(title)}" data-src="${escaped(embeddedAddress(world, shop, path))}"></iframe>
<script src="/frame.js"></script>`;
  const attributes = `data-shop="${shop.domain}" data-app-origin="${escaped(new URL(url).origin)}"`;
  return shellPage(world, shop, { place: 'APP', content, attributes });
}

/** Where Shopify's admin sends the frame: with the shop, who is around it, and an ID token for the first document. */
export function embeddedAddress({ app, clock }: ShopifyWorld, { domain }: StandInShop, path: string): string {
  const address = new URL(path, app.url ?? '');
  const host = Buffer.from(`admin.shopify.com/store/${domain.replace('.myshopify.com', '')}`).toString('base64url');
  const token = signIdToken(claimsFor({ shop: domain, apiKey: app.apiKey, now: clock.now() }), app.apiSecret);
  const asked = {
    embedded: '1',
    host,
    id_token: token,
    locale: 'en',
    shop: domain,
    timestamp: String(Math.floor(clock.now() / 1000)),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
}
