import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StandInClock } from '../../stand-in/stand-in-clock.ts';
import { TokenOffice } from '../token/token-office.ts';
import type { StandInEvent } from '../webhook/stand-in-event.ts';
import { WebhookCourier } from '../webhook/webhook-courier.ts';
import { eventOf, scopesUpdated, shopUpdated, uninstalled } from '../webhook/webhook-events.ts';
import { DEFAULT_APP } from './default-app.ts';
import { IdSequence } from './id-sequence.ts';
import { ShopifyCalls } from './shopify-calls.ts';
import { ShopifyFaults } from './shopify-faults.ts';
import type { StandInApp } from './stand-in-app.ts';
import { type ShopWish, StandInShop } from './stand-in-shop.ts';

/** How a world begins. */
export interface WorldSettings {
  readonly app?: Partial<StandInApp>;
  readonly clock?: StandInClock;
}

const PRIVACY_TOPICS = ['customers/data_request', 'customers/redact', 'shop/redact'];

/** There is no such shop. */
export class UnknownShop extends Error {}

/** Everything that Shopify's stand-in knows: the app, the shops, tokens, events on their way, faults, and what came in. */
export class ShopifyWorld {
  readonly clock: StandInClock;
  readonly app: StandInApp;
  readonly shops = new Map<string, StandInShop>();
  readonly tokens: TokenOffice;
  readonly courier: WebhookCourier;
  readonly faults = new ShopifyFaults();
  readonly seen = new ShopifyCalls();
  readonly ids = new IdSequence();
  /** Where it is reached, such as `http://127.0.0.1:4500`: results of bulk operations have addresses below it. */
  address = '';
  private folderMade: string | null = null;

  constructor({ app = {}, clock = new StandInClock() }: WorldSettings = {}) {
    this.clock = clock;
    this.app = { ...DEFAULT_APP, ...app };
    this.tokens = new TokenOffice(() => this.clock.now());
    this.courier = new WebhookCourier({ app: this.app, clock: this.clock });
  }

  addShop(wish: ShopWish): StandInShop {
    const shop: StandInShop = new StandInShop(wish, {
      ...{ ids: this.ids, now: () => this.clock.now() },
      happened: (event) => this.tell(eventOf(shop, event, this.clock.now())),
    });
    this.shops.set(shop.domain, shop);
    return shop;
  }

  shop(domain: string): StandInShop {
    const shop = this.shops.get(domain);
    if (shop === undefined) throw new UnknownShop(`There is no shop ${domain}.`);
    return shop;
  }

  /** The shop that a call of the app's is meant for: its requests go to Shopify's addresses, and are redirected here with this header. */
  shopOf(headers: Readonly<Record<string, unknown>>): StandInShop {
    return this.shop(String(headers['x-shopify-stand-in-shop'] ?? ''));
  }

  /** The merchant installs the app, which grants its scopes. Shopify does not tell the app; it hears when the merchant opens it. */
  install(domain: string, scopes: readonly string[] = this.app.scopes): void {
    const [id, installedAt] = [this.ids.next(), this.clock.now()];
    this.shop(domain).installation = { id, scopes: [...scopes], installedAt };
  }

  /** The merchant uninstalls it: tokens, validations and the app's own metafields end at once, and `app/uninstalled` is told. */
  uninstall(domain: string): void {
    const shop = this.shop(domain);
    this.tell(uninstalled(shop, this.clock.now()));
    shop.installation = null;
    shop.validations.clear();
    shop.metafields.deleteOf(this.app.id);
    this.tokens.revoke(domain, { alsoRefreshTokens: true });
  }

  /** The merchant grants more scopes, or takes some back. Told as `app/scopes_update`. */
  updateScopes(domain: string, scopes: readonly string[]): void {
    const shop = this.shop(domain);
    if (shop.installation === null) throw new Error(`${domain} has not installed the app.`);
    const previous = shop.installation.scopes;
    shop.installation.scopes = [...scopes];
    this.tell(scopesUpdated(shop, { previous, current: scopes, now: this.clock.now() }));
  }

  /** The shop's name, plan, currency or time zone changes. Told as `shop/update`. */
  changeShop(
    domain: string,
    change: Partial<Pick<StandInShop, 'name' | 'plan' | 'currencyCode' | 'ianaTimezone'>>,
  ): void {
    const shop = Object.assign(this.shop(domain), change);
    this.tell(shopUpdated(shop, this.clock.now()));
  }

  /** Hands an event to the courier, if the app is told of such events there. */
  tell(event: StandInEvent): void {
    if (this.app.topics.includes(event.topic) && mayHear(this.shop(event.shop), event.topic)) this.courier.take(event);
  }

  /** A folder for results of bulk operations, which goes with the world. */
  get folder(): string {
    this.folderMade ??= mkdtempSync(join(tmpdir(), 'shopify-stand-in-'));
    return this.folderMade;
  }

  /** Ends what is on its way, and takes the folder away. */
  async close(): Promise<void> {
    await this.courier.close();
    if (this.folderMade !== null) rmSync(this.folderMade, { recursive: true, force: true });
  }
}

/** Privacy topics come after an uninstall, too; orders only with their scope. */
function mayHear({ installation }: StandInShop, topic: string): boolean {
  if (PRIVACY_TOPICS.includes(topic)) return true;
  return installation !== null && (!topic.startsWith('orders/') || installation.scopes.includes('read_orders'));
}
