import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { journeys } from './journeys.ts';
import { MerchantApi } from './merchant-api.ts';

const house = journeys();

/** More than one page of the list. */
const DRAFTS = 30;
const nameOf = (number: number) => `Early drop ${number}`;

beforeAll(async () => {
  const api = await MerchantApi.signIn(house.url);
  const fields = { accessType: 'SECRET_LINK', isActive: false } as const;
  for (let number = 1; number <= DRAFTS; number += 1) await api.createCampaign({ ...fields, name: nameOf(number) });
  await api.createCampaign({ accessType: 'EMAIL_SIGNUP', name: 'Without products', productIds: [] });
});

async function merchantAt(address: string, width = 1280): Promise<Page> {
  const page = await (await house.visitor({ viewport: { width, height: 900 } })).newPage();
  await page.goto(`${house.url}/admin${address}`);
  return page;
}

const linkTo = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** Counts what a merchant presses with the mouse from here on; to choose in a menu of the browser's takes two. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const count = (presses: number) =>
      Reflect.set(window, 'presses', Number(Reflect.get(window, 'presses') ?? 0) + presses);
    addEventListener('pointerdown', () => count(1), true);
    addEventListener('change', ({ target }) => target instanceof HTMLSelectElement && count(2), true);
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'presses')));
}

test('from the home a campaign is made, looked at, opened and shared with twelve presses at most', async () => {
  const page = await merchantAt('/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const presses = await countPresses(page);
  await page.getByText('“Without products” shows no products').waitFor();
  await page.getByText(/of 6 done/).waitFor();

  await page.getByRole('button', { name: 'Create campaign' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create campaign' });
  await dialog.getByRole('button', { name: 'Save draft' }).click();
  await dialog.getByText('Give the campaign a name.').waitFor();
  await dialog.getByLabel(/^Name/).fill('Friday for friends');
  await dialog.getByText('E-mail sign-up', { exact: true }).click();
  await dialog.getByLabel('Search products').fill('Storm Jug');
  await dialog.getByRole('list', { name: 'Products found' }).getByText('Storm Jug').first().click();
  await dialog.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Friday for friends', level: 1 }).waitFor();
  await page.getByText('Draft', { exact: true }).first().waitFor();
  await page.getByLabel('What to show').selectOption({ label: 'In, with the products' });
  await page.frameLocator('iframe[title^="The gate"]').getByRole('heading', { name: 'Storm Jug' }).waitFor();
  await page.getByRole('button', { name: 'Activate', exact: true }).first().click();
  await page.getByText('Campaign activated').first().waitFor();
  await page.getByRole('button', { name: 'Copy Hosted page' }).click();

  expect(await presses()).toBeLessThanOrEqual(12);
  const shared = await page.evaluate(() => navigator.clipboard.readText());
  expect(await (await fetch(shared)).text()).toContain('Friday for friends');
  await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click();
  await page
    .getByRole('list', { name: 'Live now' })
    .getByRole('link', { name: 'Friday for friends', exact: true })
    .waitFor();
  expect(await page.title()).toBe('Home · VIP Early Access Pass');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('page-focus');
});

test('the list keeps its place in the address: over a reload, and on the way back from a campaign', async () => {
  const page = await merchantAt('/campaigns?status=draft');
  await page.getByLabel('Sort by').selectOption({ label: 'Name, A to Z' });
  await linkTo(page, nameOf(1)).waitFor();
  expect(await linkTo(page, nameOf(DRAFTS)).count()).toBe(0);
  await linkTo(page, nameOf(25)).click();
  await page.getByRole('heading', { name: nameOf(25), level: 1 }).waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await linkTo(page, nameOf(25)).waitFor();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);

  await page.getByRole('button', { name: 'Next page' }).click();
  await linkTo(page, nameOf(DRAFTS)).waitFor();
  await page.reload();
  await linkTo(page, nameOf(DRAFTS)).click();
  await page.getByRole('heading', { name: nameOf(DRAFTS), level: 1 }).waitFor();
  await page.goBack();
  await linkTo(page, nameOf(DRAFTS)).waitFor();
  expect(await page.title()).toContain('Campaigns, Draft, page 2');
  await page.goBack();
  await linkTo(page, nameOf(1)).waitFor();
  await page.getByRole('link', { name: 'Live', exact: true }).click();
  await linkTo(page, 'Without products').waitFor();
  expect(await linkTo(page, nameOf(1)).count()).toBe(0);
});

test('two campaigns are activated and set back together, and deleted after a question', async () => {
  const page = await merchantAt('/campaigns?q=Early+drop+2');
  const select = async () => {
    for (const number of [21, 22])
      await page.getByRole('checkbox', { name: `Select ${nameOf(number)}`, exact: true }).check();
  };
  const statusOf = (number: number, status: string) =>
    page
      .getByRole('row')
      .filter({ has: linkTo(page, nameOf(number)) })
      .getByText(status, { exact: true })
      .waitFor();
  await select();
  await page.getByRole('button', { name: 'Activate', exact: true }).first().click();
  await page.getByText('2 campaigns activated').first().waitFor();
  await statusOf(21, 'Live');
  await page.getByRole('button', { name: 'Undo' }).click();
  await statusOf(22, 'Paused');

  await select();
  await page.getByRole('button', { name: 'Delete', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Delete 2 campaigns?' });
  await dialog.getByText(`${nameOf(22)}, ${nameOf(21)}.`).waitFor();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('2 campaigns deleted').first().waitFor();
  await linkTo(page, nameOf(21)).waitFor({ state: 'detached' });
  await linkTo(page, nameOf(25)).waitFor();
});

test('home, list and modal are usable by everybody, on a desk and on a phone', async () => {
  const told: string[] = [];
  for (const width of [1280, 390]) {
    const page = await merchantAt('/', width);
    await page.getByText(/of 6 done/).waitFor();
    told.push(...(await complaintsAbout(page)), ...(await sidewaysOn(page)));
    await page.goto(`${house.url}/admin/campaigns?status=draft&q=drop+3`);
    await page.getByRole('checkbox', { name: `Select ${nameOf(DRAFTS)}`, exact: true }).check();
    told.push(...(await complaintsAbout(page)), ...(await sidewaysOn(page)));
    await page.getByRole('button', { name: 'Access type' }).click();
    await page.getByRole('checkbox', { name: 'Password or e-mail' }).waitFor();
    told.push(...(await complaintsAbout(page)));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Create campaign' }).first().click();
    await page.getByRole('dialog').getByText('Everybody who knows the password gets in.').waitFor();
    told.push(...(await complaintsAbout(page, { within: '[role="dialog"]' })));
  }
  expect(told).toEqual([]);
});

/** Says so where a page is wider than the screen. */
async function sidewaysOn(page: Page): Promise<string[]> {
  const [wide, seen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  return wide > seen ? [`${page.url()} is ${wide} wide on a screen of ${seen}`] : [];
}
