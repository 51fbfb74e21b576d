import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hostileTexts } from './fixtures/hostile-texts.ts';
import { gateOn } from './gate.ts';
import { hostJourneys, PASSWORD } from './host-journeys.ts';
import { gateTag, type HostPage, ordinaryPage } from './host-pages/host-page.ts';
import { setTrap, type Trap } from './host-pages/trap.ts';
import type { ApiCampaign } from './merchant-api.ts';

const site = hostJourneys();

const PATIENT = { timeout: 15_000 };
const GATES_ON_A_PAGE = 34;
const REPLACED = [
  'passwordIntro',
  'passwordLabel',
  'passwordButton',
  'emailIntro',
  'emailLabel',
  'emailButton',
  'denied',
];

const chunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** A campaign in which every text is this one. */
function campaignSaying(text: string): Promise<ApiCampaign> {
  return site.merchant.createCampaign({
    ...{ accessType: 'PASSWORD_OR_EMAIL', password: PASSWORD, name: text, description: text, consentText: text },
    texts: REPLACED.map((name) => ({ name, text })),
  });
}

async function campaignsSaying(texts: readonly string[]): Promise<ApiCampaign[]> {
  const made: ApiCampaign[] = [];
  for (const some of chunks(texts, 8)) made.push(...(await Promise.all(some.map(campaignSaying))));
  return made;
}

const gatesOf = (name: string, campaigns: readonly ApiCampaign[]): HostPage => ({
  name,
  html: (place) =>
    ordinaryPage(place, { body: campaigns.map(({ id }) => gateTag({ ...place, campaign: id })).join('') }),
});

/** A merchant of such a shop may have strange pictures: that one does not come is no fault of the page. */
const missing = (text: string) => text.includes('404');

async function openTrapped(hostPage: HostPage, campaign?: ApiCampaign): Promise<{ page: Page; trap: Trap }> {
  let trap: Trap | undefined;
  const prepare = async (page: Page) => {
    trap = await setTrap(page);
  };
  const page = await site.visit(hostPage, { prepare, expected: missing, ...(campaign && { campaign }) });
  if (!trap) throw new Error('The trap was not set.');
  return { page, trap };
}

/** Names in braces are what the gate fills in. */
const asShown = (text: string) => everyWord(text.replace(/\{\w+\}/g, ''));

const everyWord = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');

test('the corpus is what it claims to be', () => {
  expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(200);
});

test('a trap catches what it is set for', async () => {
  const { page, trap } = await openTrapped({ name: 'caught', html: (place) => ordinaryPage(place) });

  await page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), '<img src=x onerror="alert(1)">');

  await expect.poll(() => page.evaluate(() => 'pwned' in window), PATIENT).toBe(true);
  expect(await trap.caught()).toContain('a script ran');
});

test('in every text of a campaign, a hostile text is shown as it was written and does nothing', async () => {
  const campaigns = await campaignsSaying(hostileTexts);

  for (const [at, some] of chunks(campaigns, GATES_ON_A_PAGE).entries()) {
    const { page, trap } = await openTrapped(gatesOf(`texts ${at}`, some));
    await expect.poll(() => page.locator('vip-gate input[type=password]').count(), PATIENT).toBe(some.length);
    await page.evaluate(() => {
      for (const field of document.querySelectorAll<HTMLInputElement>('vip-gate input[type=password]')) {
        field.value = 'wrong';
        field.form?.requestSubmit();
      }
    });
    await expect.poll(() => page.locator('vip-gate input[aria-invalid=true]').count(), PATIENT).toBe(some.length);
    const shown = await page
      .locator('vip-gate')
      .evaluateAll((gates) =>
        gates.map((gate) => `${gate.shadowRoot?.querySelector('.gate')?.textContent} ${gate.textContent}`),
      );

    const texts = hostileTexts.slice(at * GATES_ON_A_PAGE, (at + 1) * GATES_ON_A_PAGE).map(asShown);
    const times = shown.map((all, index) => everyWord(all).split(texts[index] ?? '\0').length - 1);
    // Name, description, consent, two sentences, labels and buttons, and the answer, here and for screen readers.
    expect(Math.min(...times)).toBeGreaterThanOrEqual(10);
    expect(await trap.caught()).toEqual([]);
  }
});

test('the hosted page of a hostile campaign has the structure of any other', async () => {
  const [plain, ...hostile] = await campaignsSaying(['Plain words', ...hostileTexts]);
  const page = await (await site.visitor()).newPage();
  const skeleton = async (campaign: ApiCampaign | undefined) => {
    const html = await (await fetch(`${site.url}/c/${campaign?.secretLink}`)).text();
    return page.evaluate((text) => {
      const all = [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('*')];
      // A long name is set smaller, by a class.
      const names = (one: Element) => one.getAttributeNames().filter((name) => name !== 'class');
      return all.map((one) => `${one.localName} ${names(one).join(' ')}`).join('\n');
    }, html);
  };
  const expected = await skeleton(plain);

  const others: string[] = [];
  for (const some of chunks(hostile, 8)) others.push(...(await Promise.all(some.map(skeleton))));

  expect(expected).toContain('h1');
  expect(others.filter((other) => other !== expected)).toEqual([]);
});

test('in every text of a product, a hostile text is shown as it was written and does nothing', async () => {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const header =
    'Handle,Title,Body (HTML),Vendor,Option1 Name,Option1 Value,Variant Price,Image Src,Image Alt Text,Status';
  const rows = hostileTexts.flatMap((text, at) => {
    const picture = at % 3 === 0 ? text : '/demo/pictures/lantern-teapot.svg';
    const first = [`hostile-${at}`, text, text, text, text, text, '10.00', picture, text, 'active'];
    return [first, [`hostile-${at}`, '', '', '', '', `${text} too`, '12.00', '', '', '']].map((row) =>
      row.map(cell).join(','),
    );
  });
  await site.merchant.importCatalog([header, ...rows].join('\n'));
  const productIds = await site.merchant.productIdsOf(hostileTexts.map((_, at) => `hostile-${at}`));
  const campaign = await site.merchant.createCampaign({ accessType: 'PASSWORD', password: PASSWORD, productIds });
  const { page, trap } = await openTrapped({ name: 'products', html: (place) => ordinaryPage(place) }, campaign);

  await gateOn(page).enterPassword(PASSWORD);
  const titles = await gateOn(page).products();

  expect(productIds.length).toBeGreaterThan(190);
  expect(titles).toHaveLength(productIds.length);
  const wanted = new Set(hostileTexts.map(everyWord));
  expect(titles.map(everyWord).filter((title) => !wanted.has(title))).toEqual([]);
  const addresses = await page
    .locator('vip-gate')
    .locator('a, img')
    .evaluateAll((all) =>
      all.map((one) => new URL(one.getAttribute('href') ?? one.getAttribute('src') ?? '').protocol),
    );
  expect(new Set(addresses)).toEqual(new Set(['http:']));
  expect(await trap.caught()).toEqual([]);
});
