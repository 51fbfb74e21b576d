/**
 * `pnpm screenshots:states [SUBJECT]`: pictures of everything that a visitor can stand before, into `e2e/states/`, and a contact sheet for each
 * group. `SUBJECT` (such as `element-de` or `plain`) takes only the groups whose names begin so.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { arrive, openBrowser } from './browser.ts';
import { layOut } from './contact-sheet.ts';
import { campaignIn, type GateState, gateStates } from './host-pages/gate-states.ts';
import { ordinaryPage, scriptTag } from './host-pages/host-page.ts';
import { PageHost } from './host-pages/page-host.ts';
import { type ApiCampaign, MerchantApi } from './merchant-api.ts';
import { startProduct } from './product.ts';
import { lookAt, looks } from './state-looks.ts';

const FOLDER = join(import.meta.dirname, 'states');
const SHELF = join(import.meta.dirname, 'fixtures', 'difficult-shelf.csv');
const HANDLES = ['plain-jug', 'steamship-cap', 'bare-lamp', 'gone-bowl', 'sized-coat'];
const SETTLE_MS = 300;
const WIDE = 1000;

/** Page errors that belong to the states: the network is cut, and refused forms are answered with their status. */
const isExpected = (text: string) => /ERR_FAILED|status of [45]\d\d/.test(text);

/** A theme that says its colours itself and knows nothing of `color-scheme`. */
const THEME = `body { margin: 0; padding: 24px; font: 16px/1.5 sans-serif; color: #23211d; background: #fff }
@media (prefers-color-scheme: dark) { body { color: #f1ede4; background: #191713 } } html[style*='%'] body { font-size: 1rem }`;

const names: Record<string, string> = {
  en: 'Winter sale, early',
  de: 'Frühjahrskollektionsvorabverkaufsveranstaltung für Freundinnen und Freunde',
  ar: 'عروض الشتاء قبل الجميع',
};
const descriptions: Record<string, string> = {
  en: 'Our warmest things, three days before everybody else.',
  de: 'Unsere wärmsten Stücke, drei Tage vor allen anderen.',
  ar: 'أدفأ ما لدينا، قبل الجميع بثلاثة أيام.',
};
const locales: Record<string, string> = { en: 'en-GB', de: 'de-DE', ar: 'ar-EG' };

/** Where a state is looked at: in the element on somebody's page, or on the campaign's own page with scripts or without. */
type Surface = 'element' | 'scripted' | 'plain';

const wanted = process.argv[2] ?? '';
if (wanted === '') await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const host = new PageHost();
// One wrong guess is enough to meet the answer to too many.
const [product, browser] = await Promise.all([
  startProduct({ env: { WRONG_GUESSES: '1' } }),
  openBrowser(),
  host.open(),
]);
try {
  const merchant = await MerchantApi.signIn(product.url);
  await merchant.importCatalog(await readFile(SHELF, 'utf8'));
  const productIds = [...(await merchant.productIdsOf(HANDLES)), ...(await merchant.productIds(3))];
  for (const surface of ['element', 'scripted', 'plain'] as const) {
    for (const language of Object.keys(names)) {
      if (!`${surface}-${language}`.startsWith(wanted)) continue;
      await takeGroup(surface, language, { merchant, productIds });
    }
  }
} finally {
  await browser.close();
  await host.close();
  await product.stop();
  await rm(product.dataDir, { recursive: true, force: true });
}

async function takeGroup(
  surface: Surface,
  language: string,
  { merchant, productIds }: { merchant: MerchantApi; productIds: string[] },
): Promise<void> {
  const taken = new Map(looks.map(({ name }) => [name, [] as { file: string; title: string }[]]));
  for (const state of gateStates) {
    if (surface !== 'element' && state.isOfElement) continue;
    const more = { name: names[language], description: descriptions[language], productIds };
    const campaign = await campaignIn(state, { merchant, url: product.url, more });
    const subject = `${surface} ${language} ${state.name}`;
    const files = await visit({ state, surface, language, campaign }, (page) => lookAt(page, FOLDER, subject));
    for (const [look, file] of files) taken.get(look)?.push({ file, title: state.name });
  }
  for (const { name, width } of looks) {
    const sheet = `sheet-${surface}-${language}-${name.replaceAll(' ', '-')}`;
    await layOut(browser, FOLDER, { name: sheet, pictures: taken.get(name) ?? [], width: width > WIDE ? 540 : 320 });
  }
}

interface Visit {
  state: GateState;
  surface: Surface;
  language: string;
  campaign: ApiCampaign;
}

async function visit<Taken>(
  { state, surface, language, campaign }: Visit,
  take: (page: Page) => Promise<Taken>,
): Promise<Taken> {
  const options: BrowserContextOptions = {
    ...{ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', javaScriptEnabled: surface !== 'plain' },
    ...(locales[language] !== undefined && { locale: locales[language] }),
  };
  const visitor = await arrive(browser, options, isExpected);
  const page = await visitor.newPage();
  await state.prepare?.(page);
  await page.goto(
    surface === 'element' ? somebodysPage({ state, language, campaign }) : `${product.url}/c/${campaign.secretLink}`,
  );
  await settle(page, state);
  await state.act?.(page);
  await settle(page, state);
  const taken = await take(page);
  await visitor.leave();
  return taken;
}

async function settle(page: Page, { isEndless }: GateState): Promise<void> {
  if (!isEndless) await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLE_MS);
}

function somebodysPage({ state, language, campaign }: Omit<Visit, 'surface'>): string {
  const root = `lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`;
  const attributes = state.attributes ?? `campaign="${campaign.id}"`;
  const body = `<vip-gate ${attributes}></vip-gate>`;
  return host.serve(
    {
      name: state.name,
      html: (place) => ordinaryPage(place, { root, head: `<style>${THEME}</style>${scriptTag(place)}`, body }),
    },
    { product: product.url, campaign: campaign.id, integrity: '', version: '' },
  );
}
