import { html } from '../../platform/http/html.ts';
import type { IdTokens } from '../identity/id-tokens.ts';
import { isShopDomain } from '../shop-domain.ts';
import type { ShopifyAddresses } from './shopify-addresses.ts';

/** What documents within Shopify's admin need. */
export interface EmbeddedAdminParts {
  /** The app's client id. */
  readonly apiKey: string;
  readonly publicUrl: string;
  readonly addresses: ShopifyAddresses;
  readonly idTokens: Pick<IdTokens, 'read'>;
}

/** Where a browser gets a fresh ID token from App Bridge and comes back with it. */
export const BOUNCE_PATH = '/shopify/bounce';

/** App Bridge, once loaded, goes to the address of this parameter with a fresh `id_token` in it. */
const RELOAD = 'shopify-reload';

/** What a browser has to do with a document: to see it within the frame of its shop, or to go elsewhere first. */
type Visit =
  | { readonly kind: 'SHOWN'; readonly ancestors: readonly string[] }
  | { readonly kind: 'ELSEWHERE'; readonly address: string };

/** The documents that Shopify's admin shows in a frame, each for exactly one shop. */
export class EmbeddedAdmin {
  /** App Bridge's tags: they must come first in the head of every document, or Shopify does not know the app as embedded. */
  readonly head: string;
  readonly sources: ShopifyAddresses['sources'];
  /** See `AdminFrame`. */
  readonly ancestors: readonly string[];
  readonly #parts: EmbeddedAdminParts;

  constructor(parts: EmbeddedAdminParts) {
    this.#parts = parts;
    this.sources = parts.addresses.sources;
    this.ancestors = parts.addresses.ancestors;
    this.head = html`<meta name="shopify-api-key" content="${parts.apiKey}">
    <script src="${parts.addresses.appBridge}"></script>`.text;
  }

  /** A document at this path and query: shown with a good `id_token`, bounced without one, nobody's without a shop. */
  async visit(address: string): Promise<Visit> {
    const { addresses, idTokens, publicUrl } = this.#parts;
    const { pathname, searchParams } = new URL(address, publicUrl);
    const idToken = await idTokens.read(searchParams.get('id_token') ?? '');
    if (idToken) return { kind: 'SHOWN', ancestors: addresses.ancestorsOf(idToken.shop) };
    if (!isShopDomain(searchParams.get('shop') ?? '')) return { kind: 'ELSEWHERE', address: '/' };
    searchParams.delete('id_token');
    const bounce = new URLSearchParams(searchParams);
    bounce.set(RELOAD, `${publicUrl}${pathname}?${searchParams}`);
    return { kind: 'ELSEWHERE', address: `${BOUNCE_PATH}?${bounce}` };
  }

  /**
   * The bounce page's shop. Null for no shop, and for a way back that is not into our own admin: App Bridge would take a fresh ID token
   * there.
   */
  bouncingShop(address: string): string | null {
    const { publicUrl } = this.#parts;
    const { searchParams } = new URL(address, publicUrl);
    const shop = searchParams.get('shop') ?? '';
    const back = URL.parse(searchParams.get(RELOAD) ?? '');
    const isOurs = back?.origin === new URL(publicUrl).origin && back.pathname.startsWith('/admin/');
    return isShopDomain(shop) && isOurs ? shop : null;
  }

  /** Origins that may frame a document of the shop. */
  ancestorsOf(shop: string): readonly string[] {
    return this.#parts.addresses.ancestorsOf(shop);
  }
}
