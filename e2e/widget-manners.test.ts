import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { gateOn } from './gate.ts';
import { hostJourneys, PASSWORD } from './host-journeys.ts';
import { type HostPage, ordinaryPage, type Place, scriptTag } from './host-pages/host-page.ts';
import { readPageState, watchListeners } from './host-pages/page-state.ts';

const site = hostJourneys();

const withScript: HostPage = { name: 'with the script', html: (place) => ordinaryPage(place) };
const withoutScript: HostPage = {
  name: 'without the script',
  html: (place) => ordinaryPage(place, { head: '<meta name="instead-of-the-script">' }),
};

/** The words that nobody may read before the gate. */
let secrets: string[];

beforeAll(async () => {
  interface Behind {
    campaign: { secretLink: string; products: { id: string; title: string; handle: string }[] };
  }
  const { campaign } = await site.merchant.ask<Behind>(
    'query ($id: ID!) { campaign(id: $id) { secretLink products { id title handle } } }',
    { id: site.campaign.id },
  );
  const goods = campaign.products.flatMap(({ id, title, handle }) => [id, title, handle]);
  secrets = [PASSWORD, campaign.secretLink, ...goods];
});

/** Everything that the page holds, shadow roots included. */
const wholePage = (page: Page) =>
  page.evaluate(() => {
    const deep = (node: Element | ShadowRoot): string =>
      [...node.querySelectorAll('*')].map((one) => (one.shadowRoot ? deep(one.shadowRoot) : '')).join('') +
      node.innerHTML;
    return deep(document.documentElement);
  });

const found = (text: string) => secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

test('a page keeps nothing of the script but the element, and one name in storage once it is open', async () => {
  const prepare = (page: Page) => page.addInitScript(watchListeners);
  const bare = await (await site.visit(withoutScript, { prepare })).evaluate(readPageState);
  const page = await site.visit(withScript, { prepare });
  await page.getByRole('textbox', { name: 'Password' }).waitFor();
  const locked = await page.evaluate(readPageState);
  await gateOn(page).enterPassword(PASSWORD);
  await gateOn(page).products();
  const open = await page.evaluate(readPageState);

  expect(locked).toEqual(bare);
  // The test's own mouse listens too, once it has clicked.
  const own = open.names.filter((name) => !name.startsWith('listener'));
  expect({ ...open, names: own }).toEqual({ ...bare, stored: ['vip-gate.passes'] });
});

test('before the gate, neither page nor script nor network holds what is behind it', async () => {
  const traffic: Promise<string>[] = [];
  const prepare = async (page: Page) =>
    page.on('response', (response) => {
      traffic.push(
        response.text().then(
          (body) => `${response.url()}\n${body}`,
          () => response.url(),
        ),
      );
    });
  const page = await site.visit(withScript, { prepare });
  await gateOn(page).enterPassword('wrong');
  await gateOn(page).says("That didn't open it.");
  const before = `${(await Promise.all(traffic)).join('\n')}${await wholePage(page)}`;
  await gateOn(page).enterPassword(PASSWORD);
  await gateOn(page).products();
  const after = `${(await Promise.all(traffic)).join('\n')}${await wholePage(page)}`;

  expect(before.length).toBeGreaterThan(20_000);
  expect(found(before)).toEqual([]);
  expect(found(after).length).toBeGreaterThanOrEqual(secrets.length / 2);
});

test('the secret of a link leaves the address bar, and goes to nobody as a referrer', async () => {
  const { id, secretLink } = await site.merchant.createCampaign({ accessType: 'SECRET_LINK', productIds: [] });
  const told: Promise<string>[] = [];
  const page = await (await site.visitor()).newPage();
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) told.push(request.allHeaders().then(({ referer = '' }) => referer));
  });
  const address = site.addressOf(withScript, { id, secretLink });

  await page.goto(`${address}?utm_source=letter&vip=${secretLink}&size=10#end`);
  await gateOn(page).products();

  expect(page.url()).toBe(`${address}?utm_source=letter&size=10#end`);
  const toTheApi = await Promise.all(told);
  expect(toTheApi.length).toBeGreaterThan(1);
  // The script's own tag is the page's: what it sends along is the page's policy.
  expect(toTheApi.filter((referrer) => referrer.includes(secretLink))).toEqual([]);
});

test('one can type after the script and one more request', async () => {
  const page = await site.visit(withScript, {
    prepare: (fresh) =>
      fresh.addInitScript(() => {
        new MutationObserver((_records, observer) => {
          if (!document.querySelector('vip-gate input')) return;
          observer.disconnect();
          performance.mark('one can type');
        }).observe(document, { childList: true, subtree: true });
      }),
  });
  await page.getByRole('textbox', { name: 'Password' }).waitFor();

  const asked = await page.evaluate(() => {
    const [ready] = performance.getEntriesByName('one can type');
    const all = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('http'));
    return all
      .filter((one) => one instanceof PerformanceResourceTiming && one.responseEnd <= (ready?.startTime ?? 0))
      .map(({ name }) => new URL(name).pathname);
  });

  expect(asked).toEqual(['/widget/v1/vip-gate.js', '/public/graphql']);
});

test.each(['PASSWORD', 'EMAIL_SIGNUP', 'PASSWORD_OR_EMAIL'] as const)(
  'nothing on the page moves when the gate of %s appears, and again when it answers',
  async (accessType) => {
    const campaign = await site.merchant.createCampaign({
      accessType,
      productIds: [],
      ...(accessType.startsWith('PASSWORD') && { password: PASSWORD }),
    });
    const page = await site.visit(
      {
        name: `still ${accessType}`,
        html: (place) =>
          ordinaryPage(place, {
            head: scriptTag(place, ''),
            body: `${announced(place, accessType)}<p>Below the gate</p>`,
          }),
      },
      {
        campaign,
        prepare: async (fresh) => {
          // Long enough that the skeleton is painted before the form.
          await fresh.route('**/public/graphql*', async (route) => {
            await new Promise((resolve) => setTimeout(resolve, 300));
            await route.continue();
          });
          await fresh.addInitScript(watchShifts);
        },
      },
    );
    await page.locator('vip-gate').getByRole('heading', { name: 'Early for you' }).waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));

    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
  },
);

/** The element as an author writes it who knows what the gate will ask for. */
function announced({ campaign }: Place, accessType: string): string {
  return `<vip-gate campaign="${campaign}" access-type="${accessType}"></vip-gate>`;
}

/** Runs in the page: notes every layout shift, and what moved. */
function watchShifts(): void {
  const shifts: string[] = [];
  Object.defineProperty(window, 'shifts', { value: shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry));
  }).observe({ type: 'layout-shift', buffered: true });
}
