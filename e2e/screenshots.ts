/** `pnpm screenshots`: starts the product with its demo shop and takes the README's pictures anew. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { arrive, openBrowser } from './browser.ts';
import { gateOn } from './gate.ts';
import { type Product, startProduct } from './product.ts';

const FOLDER = join(import.meta.dirname, 'screenshots');
const ADMIN_VIEWPORT = { width: 1280, height: 860 };
/** Small enough that the goods' soft light stays a small file. */
const DEMO_VIEWPORT = { width: 900, height: 880 };

/** People who come before the pictures are taken, so that the numbers say something; the others only look. */
const SIGNING_UP = ['ada@example.com', 'grace@example.com', 'katherine@example.com'];
const LOOKING = 5;

/** Long enough for a cross-fade and for pictures to settle. */
const SETTLE_MS = 800;

await mkdir(FOLDER, { recursive: true });
const [product, browser] = await Promise.all([startProduct(), openBrowser()]);
try {
  await comeToTheGate(product);
  await withPage({ viewport: DEMO_VIEWPORT }, (page) => takeDemoPage(page, product));
  await withPage({ viewport: ADMIN_VIEWPORT }, (page) => takeAdmin(page, product));
} finally {
  await browser.close();
  await product.stop();
  await rm(product.dataDir, { recursive: true, force: true });
}

async function withPage(options: BrowserContextOptions, take: (page: Page) => Promise<void>): Promise<void> {
  const visitor = await arrive(browser, { ...options, reducedMotion: 'reduce' });
  await take(await visitor.newPage());
  await visitor.leave();
}

async function comeToTheGate({ url }: Product): Promise<void> {
  for (const email of [...SIGNING_UP, ...Array<null>(LOOKING).fill(null)]) {
    await withPage({}, async (page) => {
      await page.goto(`${url}/demo/`);
      await page.getByRole('textbox', { name: 'E-mail' }).waitFor();
      await page.waitForLoadState('networkidle');
      if (email === null) return;
      await gateOn(page).enterEmail(email);
      await gateOn(page).products();
    });
  }
}

async function takeDemoPage(page: Page, { url }: Product): Promise<void> {
  await page.goto(`${url}/demo/`);
  await gateOn(page).enterPassword('warm hands');
  await gateOn(page).products();
  await take(page, 'demo-page');
}

async function takeAdmin(page: Page, { url }: Product): Promise<void> {
  await page.goto(`${url}/admin/campaigns`);
  await page.getByRole('link', { name: 'Winter sale, early' }).click();
  await page.getByText('Conversion rate').waitFor();
  await take(page, 'admin-campaign');
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
