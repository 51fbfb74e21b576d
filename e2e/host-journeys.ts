import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { HostPage, Place } from './host-pages/host-page.ts';
import { PageHost } from './host-pages/page-host.ts';
import { type Journeys, journeys } from './journeys.ts';
import { type ApiCampaign, MerchantApi } from './merchant-api.ts';

/** What the widget's build says about itself. */
const RELEASE = join(import.meta.dirname, '..', 'widget', 'dist', 'vip-gate.json');

/** The password of every campaign that `password` makes. */
export const PASSWORD = 'Open Sesame';

/** What the tests of one file share besides product and browser: somebody's site, and the merchant's hand. */
export interface HostJourneys extends Journeys {
  readonly merchant: MerchantApi;
  /** A live campaign with both forms and two products. */
  readonly campaign: ApiCampaign;
  /** Puts the page up with the gate of `campaign` in it, or another's, and answers its address. */
  addressOf(page: HostPage, campaign?: ApiCampaign): string;
  /** A new visitor in front of that page; `expected` recognises page errors that belong to the test. */
  visit(page: HostPage, options?: VisitOptions): Promise<Page>;
}

/** How a visit differs from the ordinary one. */
export interface VisitOptions {
  campaign?: ApiCampaign;
  browser?: BrowserContextOptions;
  expected?: (text: string) => boolean;
  /** Done with the page before it goes anywhere. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** Starts product, browser and somebody's site for the tests of this file; `env` sets the product up otherwise. */
export function hostJourneys(env: Record<string, string> = {}): HostJourneys {
  // All visitors of this machine share one address, and each errs once on purpose.
  const house = journeys({ env: { WRONG_GUESSES: '1000', ...env } });
  const host = new PageHost();
  let merchant: MerchantApi;
  let campaign: ApiCampaign;
  let release: Pick<Place, 'integrity' | 'version'>;

  beforeAll(async () => {
    await host.open();
    merchant = await MerchantApi.signIn(house.url);
    const productIds = await merchant.productIds(2);
    campaign = await merchant.createCampaign({ accessType: 'PASSWORD_OR_EMAIL', password: PASSWORD, productIds });
    release = JSON.parse(await readFile(RELEASE, 'utf8'));
  });
  afterAll(() => host.close());

  const addressOf = (page: HostPage, at = campaign) =>
    host.serve(page, { ...release, product: house.url, campaign: at.id });
  return {
    get url() {
      return house.url;
    },
    get merchant() {
      return merchant;
    },
    get campaign() {
      return campaign;
    },
    visitor: house.visitor,
    addressOf,
    visit: async (hostPage, options = {}) => {
      const page = await (await house.visitor(options.browser, options.expected)).newPage();
      await options.prepare?.(page);
      await page.goto(addressOf(hostPage, options.campaign));
      return page;
    },
  };
}
