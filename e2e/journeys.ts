import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { arrive, openBrowser, type Visitor } from './browser.ts';
import { begunDataDir, type Product, type ProductSettings, startProduct } from './product.ts';

/** What the journeys of one file share: a running product with the demo shop, and a browser. */
export interface Journeys {
  /** Address of the product, without a slash at its end. */
  readonly url: string;
  /** A person who has been nowhere yet; `expected` recognises page errors that belong to the journey. */
  visitor(options?: BrowserContextOptions, expected?: (text: string) => boolean): Promise<Visitor>;
}

/** Starts a product and a browser for the tests of this file; an error on any page fails the test it happened in. */
export function journeys(settings: ProductSettings = {}): Journeys {
  let product: Product | undefined;
  let browser: Browser | undefined;
  const present: Visitor[] = [];

  beforeAll(async () => {
    const dataDir = await begunDataDir();
    [product, browser] = await Promise.all([startProduct({ dataDir, ...settings }), openBrowser()]);
  });
  afterEach(async () => {
    for (const visitor of present.splice(0)) await visitor.leave();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  return {
    get url() {
      return there(product).url;
    },
    visitor: async (options, expected = () => false) => {
      const visitor = await arrive(there(browser), options, (text) => expected(text) || isAskedToWait(text));
      present.push(visitor);
      return visitor;
    },
  };
}

/** Several browsers, servers and databases on two cores: a page that is told to come again later does, and who waits for it sees that it did. */
function isAskedToWait(text: string): boolean {
  return text.includes('the server responded with a status of 503');
}

function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The journey has not begun.');
  return thing;
}
