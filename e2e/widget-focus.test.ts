import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { gateOn } from './gate.ts';
import { hostJourneys, PASSWORD } from './host-journeys.ts';
import { type HostPage, ordinaryPage } from './host-pages/host-page.ts';
import { PUBLIC_API } from './host-pages/outages.ts';
import { focusOn, heardOn, listen } from './host-pages/spoken.ts';
import type { CampaignFields } from './merchant-api.ts';

const site = hostJourneys();

const plain: HostPage = { name: 'plain', html: (place) => ordinaryPage(place) };
const MAIL = 'kim@example.com';
const password: CampaignFields = { accessType: 'PASSWORD', password: PASSWORD, name: 'Winter' };
const email: CampaignFields = { accessType: 'EMAIL_SIGNUP', name: 'Winter' };
const confirmLater: CampaignFields = { ...email, trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 60 };

/** Somebody with a screen reader and no mouse, before the gate of such a campaign. */
async function comeTo(fields: CampaignFields, before: (id: string) => Promise<unknown> = async () => undefined) {
  const productIds = await site.merchant.productIds(1);
  const campaign = await site.merchant.createCampaign({ ...fields, productIds });
  await before(campaign.id);
  const expected = (text: string) => text.includes('ERR_FAILED');
  const page = await site.visit(plain, { campaign, prepare: listen, expected });
  return { page, campaign };
}

/** By keyboard alone: who clicks a button has the focus elsewhere. */
async function send(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label });
  await field.fill(text);
  await field.press('Enter');
}

/** Another visitor takes a place. */
const takePlace = (campaignId: string) =>
  fetch(`${site.url}/public/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }',
      variables: { input: { campaignId, email: 'quick@example.com' } },
    }),
  });

test('a wrong password leads back to its field, and each answer is said once', async () => {
  const { page } = await comeTo(password);

  for (const word of ['wrong', 'wrong']) {
    await send(page, 'Password', word);
    await gateOn(page).says("That didn't open it.");
  }

  expect(await focusOn(page)).toBe('password');
  const denied = expect.stringContaining("That didn't open it.");
  await expect.poll(() => heardOn(page)).toEqual(['Loading…', 'One moment…', denied, 'One moment…', denied]);
});

test('what has opened leads to its heading, and is said once', async () => {
  const { page } = await comeTo(password);

  await send(page, 'Password', PASSWORD);
  await gateOn(page).products();

  expect(await focusOn(page)).toBe("You're in.");
  expect(await heardOn(page)).toEqual(['Loading…', 'One moment…', "You're in."]);
});

test('the heading of what has opened keeps no focus for itself', async () => {
  const { page } = await comeTo(confirmLater);
  await send(page, 'E-mail', MAIL);
  await gateOn(page).products();
  await page.keyboard.press('Tab');
  const next = await focusOn(page);

  await page.evaluate(async () => {
    const gate = document.querySelector('vip-gate');
    gate?.setAttribute('text-opened', 'Come in!');
    gate?.setAttribute('access-type', 'EMAIL_SIGNUP');
  });
  await page.getByRole('heading', { name: 'Come in!' }).waitFor();

  expect([next, await focusOn(page)]).toEqual(['code', 'code']);
});

test('the code that is wanted has the focus, and gives it away', async () => {
  const { page } = await comeTo({ ...email, trustLevel: 'CONFIRM_FIRST' });
  await page.clock.install();

  await send(page, 'E-mail', MAIL);
  await page.getByRole('textbox', { name: 'code' }).waitFor();
  const first = await focusOn(page);
  await page.clock.fastForward('02:00');
  const again = page.getByRole('button', { name: 'new code' });
  await again.focus();
  // Drawn anew every second.
  await page.clock.runFor(5_000);

  expect([first, await focusOn(page)]).toEqual(['code', (await again.textContent())?.trim()]);
  expect((await heardOn(page)).filter((text) => text.includes('six-digit'))).toHaveLength(1);
});

test('who has joined the waiting list is led to what stands there now', async () => {
  const { page } = await comeTo({ ...email, capacity: 1, hasWaitingList: true }, takePlace);
  await send(page, 'E-mail', MAIL);
  await gateOn(page).says("You're on the waiting list");

  expect(await focusOn(page)).toBe('Winter');
  expect((await heardOn(page)).filter((text) => text.includes('on the waiting list'))).toHaveLength(1);
});

test('who says to have a place is led to where it is shown', async () => {
  const { page } = await comeTo({ ...email, capacity: 1 }, takePlace);

  await page.getByRole('button', { name: 'have a place' }).press('Enter');
  await page.getByRole('textbox', { name: 'E-mail' }).waitFor();

  expect(await focusOn(page)).toBe('email');
});

test('whose gate has filled up meanwhile is led to its heading and told so once', async () => {
  const { page, campaign } = await comeTo({ ...email, capacity: 1 });
  await page.getByRole('textbox', { name: 'E-mail' }).waitFor();
  await takePlace(campaign.id);

  await send(page, 'E-mail', MAIL);
  await gateOn(page).says('All places are taken');

  expect(await focusOn(page)).toBe('Winter');
  expect((await heardOn(page)).filter((text) => text.includes('places are taken'))).toHaveLength(1);
});

test('who had the shop asked again by hand is led to the form that came', async () => {
  const campaign = await site.merchant.createCampaign(password);
  const cut = (page: Page) => page.route(PUBLIC_API, (route) => route.abort());
  const page = await site.visit(plain, { campaign, prepare: cut, expected: (text) => text.includes('ERR_FAILED') });
  const again = page.getByRole('button', { name: 'Try now' });
  await again.waitFor();
  await page.unroute(PUBLIC_API);

  await again.press('Enter');
  await page.getByRole('textbox', { name: 'Password' }).waitFor();

  expect(await focusOn(page)).toBe('password');
});

test('nobody who is elsewhere on the page is called to the gate', async () => {
  const campaign = await site.merchant.createCampaign({ accessType: 'SECRET_LINK', name: 'Winter' });
  const host: HostPage = {
    name: 'elsewhere',
    html: (place) =>
      ordinaryPage(place, {
        body: `<input name="search" autofocus><vip-gate campaign="${place.campaign}" secret-link="${campaign.secretLink}"></vip-gate>`,
      }),
  };
  const page = await site.visit(host, { campaign });

  await gateOn(page).products();

  expect(await focusOn(page)).toBe('search');
});
