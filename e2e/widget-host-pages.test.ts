import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { gateAt } from './gate.ts';
import { hostJourneys, PASSWORD } from './host-journeys.ts';
import { gateTag, type HostPage, ordinaryPage, scriptTag } from './host-pages/host-page.ts';
import { placements } from './host-pages/placements.ts';
import { policies, withoutConnections } from './host-pages/policies.ts';
import { surroundings } from './host-pages/surroundings.ts';

const site = hostJourneys();

const plain: HostPage = { name: 'plain', html: (place) => ordinaryPage(place) };

/** The first gate of the page, in whichever frame it stands. */
const firstGate = (page: Page, { frame }: HostPage) =>
  (frame ? page.frameLocator(frame) : page).locator('vip-gate').first();

async function opensWithPassword(page: Page, hostPage: HostPage): Promise<string[]> {
  const gate = gateAt(firstGate(page, hostPage));
  await gate.enterPassword('wrong');
  await gate.says("That didn't open it.");
  await gate.enterPassword(PASSWORD);
  return gate.products();
}

test.each(placements)('the script may come $name', async (hostPage) => {
  const page = await site.visit(hostPage);

  expect(await opensWithPassword(page, hostPage)).toHaveLength(2);
});

test.each(surroundings)('the gate holds on a page with $name', async (hostPage) => {
  const page = await site.visit(hostPage);
  const field = firstGate(page, hostPage).getByRole('textbox', { name: 'Password' });
  await field.waitFor();
  const room = await field.boundingBox();

  expect(room?.height).toBeGreaterThanOrEqual(40);
  expect(await opensWithPassword(page, hostPage)).toHaveLength(2);
  expect(page.url()).toBe(site.addressOf(hostPage));
});

test.each(policies)('the gate works under the policy: $name', async (hostPage) => {
  const page = await site.visit(hostPage);

  expect(await opensWithPassword(page, hostPage)).toHaveLength(2);
  const pictures = firstGate(page, hostPage).locator('img');
  await expect
    .poll(() => pictures.evaluateAll((all) => all.map((one) => one.clientHeight > 100)))
    .toEqual([true, true]);
});

test('a policy that forgot the API is told the visitor kindly and the author once', async () => {
  const warnings: string[] = [];
  const page = await site.visit(withoutConnections, {
    expected: (text) => text.includes('Content Security Policy'),
    prepare: async (fresh) =>
      fresh.on('console', (message) => message.type() === 'warning' && warnings.push(message.text())),
  });

  await page.locator('vip-gate').getByText("We couldn't reach the shop").first().waitFor();

  expect(warnings).toEqual([expect.stringContaining('connect-src')]);
});

test('a script that is not the one its hash names does not run', async () => {
  const page = await site.visit(
    {
      name: 'another hash',
      html: (place) =>
        ordinaryPage(place, {
          head: scriptTag(place, `async crossorigin integrity="sha384-${'A'.repeat(64)}"`),
          body: `<vip-gate campaign="${place.campaign}">Come back later</vip-gate>`,
        }),
    },
    { expected: (text) => text.includes('integrity') },
  );

  await page.waitForLoadState('networkidle');

  expect(await page.evaluate(() => customElements.get('vip-gate') === undefined)).toBe(true);
  expect(await page.locator('vip-gate').textContent()).toBe('Come back later');
});

test('with scripts off, the page shows what its author put into the element', async () => {
  const page = await site.visit(
    {
      name: 'scripts off',
      html: (place) => ordinaryPage(place, { body: `<vip-gate campaign="${place.campaign}">Write to us</vip-gate>` }),
    },
    { browser: { javaScriptEnabled: false } },
  );

  expect(await page.locator('vip-gate').textContent()).toBe('Write to us');
});

test('a gate that was taken out and put back, moved or replaced goes on', async () => {
  const page = await site.visit(plain);
  await page.getByRole('textbox', { name: 'Password' }).fill('half a pass');

  await page.evaluate(() => {
    history.pushState({}, '', '/elsewhere');
    const main = document.querySelector('main');
    const gate = document.querySelector('vip-gate');
    const section = document.createElement('section');
    main?.append(section);
    if (gate) section.append(gate);
  });
  expect(await page.getByRole('textbox', { name: 'Password' }).inputValue()).toBe('half a pass');
  await page.evaluate(() => {
    const gate = document.querySelector('vip-gate');
    gate?.remove();
    return new Promise((resolve) => setTimeout(() => resolve(document.querySelector('main')?.append(gate ?? '')), 50));
  });
  expect(await opensWithPassword(page, plain)).toHaveLength(2);
});

test('a page that comes back from the cache of the browser stands as it was left', async () => {
  const page = await site.visit(plain);
  await page.getByRole('textbox', { name: 'Password' }).waitFor();
  await page.goto(`${site.url}/livez`);

  await page.goBack();

  expect(await opensWithPassword(page, plain)).toHaveLength(2);
});

test('two campaigns on one page open one by one', async () => {
  const other = await site.merchant.createCampaign({ accessType: 'PASSWORD', password: 'another', productIds: [] });
  const page = await site.visit({
    name: 'two campaigns',
    html: (place) => ordinaryPage(place, { body: gateTag(place) + gateTag({ ...place, campaign: other.id }) }),
  });

  const [first, second] = [0, 1].map((at) => gateAt(page.locator('vip-gate').nth(at)));
  await second?.enterPassword('another');
  await second?.products();

  expect(await first?.isOpen()).toBe(false);
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
