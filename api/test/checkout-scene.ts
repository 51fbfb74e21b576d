import 'reflect-metadata';
import { aShopifyStandIn, type TestShopify } from '../src/shopify-stand-in/shopify-stand-in.fixture.ts';
import { gid } from '../src/shopify-stand-in/world/gid.ts';
import type { ShopPlanName } from '../src/shopify-stand-in/world/shop-plan.ts';
import type { StandInApp } from '../src/shopify-stand-in/world/stand-in-app.ts';
import { type TestApp, testApp } from './app.ts';
import { aCampaign, type MadeCampaign } from './builders.ts';

/** What the metafield of a validation says. */
export interface ToldConfig {
  readonly now: number;
  readonly campaigns: readonly {
    readonly id: string;
    readonly keyId: string;
    readonly key: string;
    readonly message?: string;
  }[];
  readonly revoked: readonly string[];
}

/** A process of ours and Shopify's stand-in, with what tests of checkout look at. */
export class CheckoutScene {
  private constructor(
    readonly app: TestApp,
    readonly shopify: TestShopify,
  ) {}

  /** Call it in `beforeAll`. */
  static async start(standIn: Partial<StandInApp> = {}): Promise<CheckoutScene> {
    const shopify = await aShopifyStandIn({ app: standIn });
    const { apiKey: SHOPIFY_API_KEY, apiSecret: SHOPIFY_API_SECRET, standInUrl } = shopify.config;
    const own = { SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_STAND_IN_URL: standInUrl };
    const APP_KEY = Buffer.alloc(32, 11).toString('base64');
    return new CheckoutScene(await testApp({ ...own, APP_KEY }), shopify);
  }

  /** A look of the round at all shops. */
  async look(): Promise<void> {
    for (const round of this.app.services.checkout.rounds) await round.run(new AbortController().signal);
  }

  /** A shop that installed the app; gives its domain. */
  async shop(
    domain: string,
    { plan = 'PLUS', scopes }: { plan?: ShopPlanName; scopes?: readonly string[] } = {},
  ): Promise<string> {
    this.shopify.addShop({ domain, plan });
    await this.install(domain, scopes);
    return domain;
  }

  /** The merchant installs the app, and opens it. */
  async install(shop: string, scopes?: readonly string[]): Promise<void> {
    this.shopify.install(shop, scopes);
    await this.app.services.shopify?.merchants.merchantOf(this.shopify.idToken(shop));
  }

  /** The merchant uninstalls it, and we hear of it, more than once. */
  async uninstall(shop: string): Promise<() => Promise<void>> {
    this.shopify.world.uninstall(shop);
    const triggeredAt = new Date();
    const hear = async () => {
      const { shopify, checkout } = this.app.services;
      await shopify?.installation.uninstall(shop, triggeredAt);
      const event = { shop, topic: 'app/uninstalled', eventId: 'one', triggeredAt, payload: {} } as const;
      for (const handle of checkout.webhookHandlers['app/uninstalled'] ?? []) await handle(event);
    };
    await hear();
    return hear;
  }

  /** A product at Shopify and in our catalog; gives its gid. */
  async product(shop: string, title: string): Promise<string> {
    const made = this.shopify.world.shop(shop).catalog.addProduct({ title, variants: [{ price: '34.00' }] });
    const id = gid('Product', made.id);
    const variant = { id: gid('ProductVariant', made.id), position: 1, title: 'Default Title', price: '34.00' };
    const handle = title.toLowerCase().replaceAll(' ', '-');
    await this.app.database.prisma.product.create({ data: { shop, id, handle, title, variants: { create: variant } } });
    return id;
  }

  /** A running campaign that checkout enforces. */
  campaign(shop: string, productIds: string[], fields: object = {}): Promise<MadeCampaign> {
    return aCampaign(this.app, shop, { productIds, enforcesAtCheckout: true, ...fields });
  }

  async update(shop: string, id: string, input: object): Promise<void> {
    const ask = await this.app.asTool(shop);
    const { data, errors } = await ask(
      'mutation ($id: ID!, $input: CampaignUpdateInput!) { campaignUpdate(id: $id, input: $input) { userErrors { message } } }',
      { id, input },
    );
    if (errors || data.campaignUpdate.userErrors.length > 0) throw new Error(JSON.stringify(errors ?? data));
  }

  /** The validations that the shop has at Shopify. */
  validations(shop: string) {
    return [...this.shopify.world.shop(shop).validations.values()];
  }

  /** What the function of the shop's only validation has been told. */
  told(shop: string): ToldConfig | null {
    const [validation] = this.validations(shop);
    const found = validation && this.#metafield(shop, gid('Validation', validation.id));
    return found ? JSON.parse(found) : null;
  }

  /** The mark of a product at Shopify. */
  mark(shop: string, productId: string): string | null {
    return this.#metafield(shop, productId);
  }

  /** What the merchant is told of a campaign. */
  // biome-ignore lint/suspicious/noExplicitAny: the test says what the answer looks like.
  async enforcement(shop: string, id: string): Promise<any> {
    const campaign = await this.app.services.campaigns.find(shop, id);
    if (!campaign) throw new Error('There is no such campaign.');
    return this.app.services.checkout.enforcement.of(campaign);
  }

  #metafield(shop: string, ownerId: string): string | null {
    const [found] = this.shopify.world.shop(shop).metafields.of(ownerId);
    return found?.value ?? null;
  }
}
