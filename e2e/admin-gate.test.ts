import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { gateOn } from './gate.ts';
import { journeys } from './journeys.ts';
import { campaignAt, type MadeCampaign } from './merchant.ts';
import type { CampaignFields } from './merchant-api.ts';

const house = journeys();

const GUESTS = join(import.meta.dirname, 'fixtures', 'guest-list.csv');
const DENIED = "That didn't open it. Check the spelling and try again.";

async function merchantWith(fields: CampaignFields, width = 1280) {
  const page = await (await house.visitor({ viewport: { width, height: 900 } })).newPage();
  return { page, campaign: await campaignAt(page, house.url, fields) };
}

async function visit({ hostedPageUrl }: MadeCampaign) {
  const page = await (await house.visitor()).newPage();
  await page.goto(hostedPageUrl);
  return gateOn(page);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Campaign saved').first().waitFor();
}

async function ask<Answer>(query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${house.url}/public/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: { answer: Answer } }).data.answer;
}

test('with one place, the second visitor is told that all are taken, and the merchant that it is full', async () => {
  const { page, campaign } = await merchantWith({ name: 'One place', accessType: 'PASSWORD', password: 'only one' });
  await page.getByLabel('How many people may get in').fill('1');
  await save(page);

  const first = await visit(campaign);
  await first.enterPassword('only one');
  expect(await first.products()).toEqual(['Storm Jug']);
  const second = await ask<{ __typename: string }>(
    'mutation ($input: GatePasswordInput!) { answer: gateUnlockWithPassword(input: $input) { __typename } }',
    { input: { campaignId: campaign.id, password: 'only one' } },
  );

  expect(second).toEqual({ __typename: 'CampaignFull' });
  await page.reload();
  await page.getByText('1 of 1 places are taken').waitFor();
  await page.getByText('Full', { exact: true }).first().waitFor();
});

test('a code for one person opens once, is shown as used up, and its revocation is announced', async () => {
  const { page, campaign } = await merchantWith({ name: 'By codes', accessType: 'PASSWORD', password: 'everybody in' });
  await page.getByRole('button', { name: 'Add access code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add access code' });
  await dialog.getByLabel('Name').first().fill('Press');
  await dialog.getByLabel('Code').first().fill('Night Train');
  await dialog.getByLabel('How many people it lets in').fill('1');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Press' }).first();
  await row.getByText('0 of 1').waitFor();

  const first = await visit(campaign);
  await first.enterPassword('night  train');
  expect(await first.products()).toEqual(['Storm Jug']);
  const second = await visit(campaign);
  await second.enterPassword('night train');
  await second.says(DENIED);
  await page.reload();
  await row.getByText('1 of 1').waitFor();
  await row.getByText('Used up').waitFor();
  await page.getByText('With the code “Press”').waitFor();
  await row.getByRole('button', { name: 'Revoke Press' }).click();
  await page.getByText(/1 person who came in with it loses access/).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();

  await row.getByText('Revoked').waitFor();
});

test('an uploaded guest list names its bad line, lets guests in and nobody else', async () => {
  const { page, campaign } = await merchantWith({ name: 'Guests alone', accessType: 'EMAIL_SIGNUP' });
  await page.getByLabel('Only people on the guest list').check();
  await save(page);
  await page.locator('input[type="file"]').setInputFiles(GUESTS);
  await page.getByText('2 new on the list').waitFor();
  const left = await page.getByRole('row').filter({ hasText: 'E-mail' }).filter({ hasText: '3' }).first().textContent();
  await page.getByRole('button', { name: 'Show the list' }).click();
  await page.getByText('grace@guests.example').first().waitFor();

  const guest = await visit(campaign);
  await guest.enterEmail('GRACE@guests.example');
  expect(await guest.products()).toEqual(['Storm Jug']);
  const stranger = await visit(campaign);
  await stranger.enterEmail('mallory@guests.example');
  await stranger.says("That didn't open it.");

  expect(left).toMatch(/^3/);
  expect(await stranger.isOpen()).toBe(false);
});

test('somebody on the waiting list is admitted to the guest list, and then gets in', async () => {
  const { page, campaign } = await merchantWith({ name: 'Waiting', accessType: 'EMAIL_SIGNUP' });
  await page.getByLabel('Only people on the guest list').check();
  await page.getByLabel('Offer a waiting list').check();
  await save(page);
  const input = { campaignId: campaign.id, email: 'Noor@waiting.example' };
  const unlock = 'mutation ($input: GateEmailInput!) { answer: gateUnlockWithEmail(input: $input) { __typename } }';
  const join = 'mutation ($input: WaitingListJoinInput!) { answer: waitingListJoin(input: $input) { __typename } }';
  const before = await ask<{ __typename: string }>(unlock, { input });
  await ask(join, { input });

  await page.reload();
  await page.getByRole('button', { name: 'Admit Noor@waiting.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Admit', exact: true }).click();
  await page.getByText('Nobody is waiting.').waitFor();
  await page.getByText('1 person on the list').waitFor();

  expect(before).toEqual({ __typename: 'GateDenied' });
  expect(await ask(unlock, { input })).toEqual({ __typename: 'GateOpened' });
});

test('a copy has the same codes and guests and a link of its own, and opens once it is activated', async () => {
  const wish = { name: 'Spring', accessType: 'PASSWORD_OR_EMAIL', password: 'pale green' } as const;
  const { page, campaign } = await merchantWith(wish);
  await page.getByLabel('Only people on the guest list').check();
  await save(page);
  await page.locator('input[type="file"]').setInputFiles(GUESTS);
  await page.getByText('2 new on the list').waitFor();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await page.getByLabel('Put the 2 people of the guest list on it too').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
  await page.getByRole('heading', { name: 'Copy of Spring' }).waitFor();
  await page.getByText('2 people on the list').waitFor();
  const copy = { ...campaign, hostedPageUrl: await page.getByLabel('Hosted page').first().inputValue() };

  await page.getByRole('button', { name: 'Activate' }).click();
  await page.getByText('Campaign activated').first().waitFor();
  const visitor = await visit(copy);
  await visitor.enterPassword('Pale Green');

  expect(copy.hostedPageUrl).not.toBe(campaign.hostedPageUrl);
  expect(await visitor.products()).toEqual(['Storm Jug']);
});

test('where an address must be confirmed first, the mailed code opens, and the merchant can take access away', async () => {
  const { page, campaign } = await merchantWith({ name: 'Proved first', accessType: 'EMAIL_SIGNUP' });
  await page.getByText('Confirm first', { exact: true }).click();
  await save(page);

  const asked = await ask<{ confirmation: string }>(
    `mutation ($input: GateEmailInput!) { answer: gateUnlockWithEmail(input: $input) {
      ... on ConfirmationRequired { confirmation } } }`,
    { input: { campaignId: campaign.id, email: 'lin@proved.example' } },
  );
  const mailbox = await (await fetch(`${house.url}/demo/mailbox`)).text();
  const code = /\b\d{6}\b/.exec(mailbox.slice(mailbox.indexOf('lin@proved.example')))?.[0];
  const opened = await ask<{ access: { products: object[] } }>(
    `mutation ($input: GateConfirmCodeInput!) { answer: gateConfirmWithCode(input: $input) {
      ... on GateOpened { access { products { title } } } } }`,
    { input: { confirmation: asked.confirmation, code } },
  );

  expect(opened.access.products).toEqual([{ title: 'Storm Jug' }]);
  await page.reload();
  await page.getByRole('button', { name: 'Revoke the access of lin@proved.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: 'lin@proved.example' }).filter({ hasText: 'Revoked' });
  await row.waitFor();
});

test('a campaign with everything set is usable by everybody, on a desk and on a phone', async () => {
  const wish = { name: 'Everything set', accessType: 'PASSWORD_OR_EMAIL', password: 'all of it' } as const;
  const { page } = await merchantWith(wish);
  await page.getByLabel('How many people may get in').fill('1');
  await page.getByText('In at once, confirm later').click();
  await page.getByLabel('Only people on the guest list').check();
  await page.getByRole('button', { name: 'Change the gate’s texts' }).click();
  await page.getByLabel('When it has opened').waitFor();

  const onPage = await complaintsAbout(page);
  await page.setViewportSize({ width: 390, height: 900 });
  onPage.push(...(await complaintsAbout(page)));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.getByRole('button', { name: 'Add secret link' }).click();
  // On a phone the dialog's own box is empty: what is in it is fixed to the window.
  await page.getByRole('dialog', { name: 'Add secret link' }).getByLabel('Works until').waitFor();
  const inDialog = await complaintsAbout(page, { within: '[role="dialog"]' });

  expect([...onPage, ...inDialog]).toEqual([]);
  expect(overflow).toBeLessThanOrEqual(0);
});
