import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { journeys } from './journeys.ts';
import { MerchantApi } from './merchant-api.ts';

const house = journeys();

async function merchant(width = 1280): Promise<Page> {
  return (await house.visitor({ viewport: { width, height: 900 }, acceptDownloads: true })).newPage();
}

interface Person {
  readonly email: string;
  readonly firstName?: string;
  readonly acceptsMarketing?: boolean;
}

/** A campaign with people who signed up, through the public API as a page’s gate does it. */
async function campaignWith(name: string, people: readonly Person[]): Promise<string> {
  const { id } = await (await MerchantApi.signIn(house.url)).createCampaign({ name, accessType: 'EMAIL_SIGNUP' });
  for (const person of people) {
    const input = {
      campaignId: id,
      page: `${house.url}/demo/`,
      consentText: 'News, please',
      language: 'en',
      ...person,
    };
    const response = await fetch(`${house.url}/public/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }',
        variables: { input },
      }),
    });
    expect(await response.text()).toContain('GateOpened');
  }
  return id;
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function keeps(page: Page, button: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  return download;
}

/** Nothing of the page stands beyond its right edge. */
async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test('a merchant finds a person, reads what they agreed to, exports whom the list shows, and removes them', async () => {
  const id = await campaignWith('Found again', [
    { email: 'ada@found.example', firstName: '=1+1', acceptsMarketing: true },
    { email: 'grace@found.example' },
  ]);
  const page = await merchant();
  await page.goto(`${house.url}/admin/campaigns/${id}`);
  await page.getByRole('link', { name: 'Search and export' }).click();
  await page.getByRole('link', { name: 'grace@found.example' }).waitFor();

  await page.getByRole('textbox', { name: 'Search by e-mail address' }).fill('ADA@');
  await page.getByText('1 sign-up matches').waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('ADA@');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = await keeps(page, 'Export as CSV');
  await page.getByText('1 person was exported.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  expect(download.suggestedFilename()).toMatch(/^signups-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await contentOf(download)).toString().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^"ada@found\.example","'=1\+1",,"Found again",/);

  await page.getByRole('link', { name: 'ada@found.example' }).click();
  await page.getByText('Agreed to e-mails').waitFor();
  await page.getByText('“News, please”').waitFor();
  await page.getByRole('button', { name: 'Remove ada@found.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Sign-up removed').first().waitFor();
  await page.goto(`${house.url}/admin/signups?campaign=${id}&q=ada`);
  await page.getByText('No sign-up matches').waitFor();
});

test('a link is kept as a QR code and replaced by one that leads on, and a page is tested for its gate', async () => {
  const id = await campaignWith('Printed', []);
  const page = await merchant();
  await page.goto(`${house.url}/admin/campaigns/${id}`);
  const address = await page.getByLabel('Hosted page').first().inputValue();
  await page.getByRole('button', { name: 'QR code: First' }).click();
  const svg = (await contentOf(await keeps(page, 'Download SVG'))).toString();
  const png = await contentOf(await keeps(page, 'Download PNG'));
  await page.keyboard.press('Escape');

  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"/);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([png.toString('latin1', 1, 4), width]).toEqual(['PNG', height]);
  expect(width).toBeGreaterThanOrEqual(1024);

  await page.getByRole('button', { name: 'Replace First' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Replace the link' }).click();
  await page.getByText('The link was replaced.').first().waitFor();
  const next = await page.getByLabel('Hosted page').first().inputValue();
  expect(next).not.toBe(address);
  expect([(await fetch(address)).status, (await fetch(next)).status]).toEqual([404, 200]);

  const field = page.getByLabel('Address of your page');
  const run = page.getByRole('button', { name: 'Test the page' });
  await field.fill(`${house.url}/demo/`);
  await run.click();
  await page.getByText(/belongs to another campaign:/).waitFor();
  await field.fill(`${house.url}/demo/?campaign=${id}`);
  await run.click();
  await page.getByText('The gate is in place').waitFor();
  await field.fill('https://127.0.0.1/');
  await run.click();
  await page.getByText(/There is no public page at this address/).waitFor();
});

test('sign-ups and sharing are usable by everybody, on a desk and on a phone', async () => {
  const email = 'somebody-with-a-rather-long-address@everybody.example';
  const id = await campaignWith('For everybody', [{ email, acceptsMarketing: true }]);
  const page = await merchant();
  const told: string[] = [];
  const overflow: number[] = [];
  const look = async (): Promise<void> => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      told.push(...(await complaintsAbout(page)));
      overflow.push(await overflowOf(page));
    }
  };
  await page.goto(`${house.url}/admin/signups?campaign=${id}`);
  await page.getByRole('link', { name: email }).waitFor();
  await look();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Export as CSV' }).waitFor();
  told.push(...(await complaintsAbout(page, { within: '[role="dialog"]' })));
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('link', { name: email }).click();
  await page.getByText('Agreed to e-mails').waitFor();
  await look();

  await page.goto(`${house.url}/admin/campaigns/${id}`);
  await page.getByText('With a strict Content-Security-Policy').click();
  await page.getByLabel('Address of your page').fill(`${house.url}/demo/?campaign=${id}`);
  await page.getByRole('button', { name: 'Test the page' }).click();
  await page.getByText('The gate is in place').waitFor();
  await look();
  await page.getByRole('button', { name: 'QR code: First' }).click();
  await page.getByRole('img', { name: /^QR code that leads to/ }).waitFor();
  told.push(...(await complaintsAbout(page, { within: '[role="dialog"]' })));

  expect(told).toEqual([]);
  expect(Math.max(...overflow)).toBeLessThanOrEqual(0);
});
