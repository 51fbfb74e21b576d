import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bundlesOf, everyWord } from './host-pages/hostile-bundles.ts';
import { setTrap, type Trap } from './host-pages/trap.ts';
import { journeys } from './journeys.ts';
import { type ApiCampaign, type CampaignFields, MerchantApi } from './merchant-api.ts';

const house = journeys();

const PASSWORD = 'Open Sesame';
/** What the schema allows of each. */
const longest = { name: 200, description: 2_000, consentText: 1_000, text: 500, credential: 100 };
const TEXTS = ['passwordIntro', 'passwordLabel', 'passwordButton', 'emailIntro', 'emailLabel', 'emailButton', 'opened'];
/** So that every text meets every page: the shortest texts decide how many campaigns there are. */
const MOST_CAMPAIGNS = 12;
const MOST_CREDENTIALS = 40;

const names = bundlesOf(longest.name);
const texts = bundlesOf(longest.text);
const descriptions = bundlesOf(longest.description);
const consents = bundlesOf(longest.consentText);
const turn = (all: readonly string[], at: number) => all[at % all.length] ?? '';

async function hostileCampaign(at: number, fields: CampaignFields): Promise<ApiCampaign> {
  const merchant = await MerchantApi.signIn(house.url);
  return merchant.createCampaign({
    ...{ ...fields, name: turn(names, at), description: turn(descriptions, at), consentText: turn(consents, at) },
    texts: TEXTS.map((name, place) => ({ name, text: turn(texts, at * TEXTS.length + place) })),
  });
}

/** A page in front of which somebody lies in wait, with the script of the widget kept away. */
async function trapped(withScripts: boolean): Promise<{ page: Page; trap: Trap }> {
  const expected = (text: string) => text.includes('ERR_FAILED');
  const page = await (await house.visitor({ javaScriptEnabled: withScripts }, expected)).newPage();
  await page.route('**/widget/**', (route) => route.abort());
  return { page, trap: await setTrap(page) };
}

const wordsOf = async (page: Page) => everyWord((await page.locator('body').textContent()) ?? '');

/** Where the page went by the visitor's own doing, and the frame in which the admin itself shows the gate. */
const ours = () => [`a navigation: ${house.url}`, `a frame: ${house.url}/admin/gate-preview`];
const own = (caught: readonly string[]) => caught.filter((one) => !ours().some((start) => one.startsWith(start)));

test.each([true, false])('on the hosted page and behind it, with scripts %s, hostile texts stay texts', async (on) => {
  for (let at = 0; at < MOST_CAMPAIGNS; at += 1) {
    const campaign = await hostileCampaign(at, { accessType: 'PASSWORD_OR_EMAIL', password: PASSWORD, productIds: [] });
    const { page, trap } = await trapped(on);
    await page.goto(`${house.url}/c/${campaign.secretLink}`);
    const field = page.locator('input[type=password]');
    await field.waitFor({ state: 'attached' });
    const before = await wordsOf(page);
    await field.evaluate((input, password) => {
      if (!(input instanceof HTMLInputElement)) return;
      input.value = password;
      input.form?.requestSubmit();
    }, PASSWORD);
    await page.waitForURL(/\/pass$/);
    const behind = await wordsOf(page);

    const [name, description, consent] = [names, descriptions, consents].map((all) => everyWord(turn(all, at)));
    expect(before).toContain(name);
    expect(before).toContain(description);
    expect(before).toContain(consent);
    expect(behind).toContain(description);
    expect(behind).toContain(everyWord(turn(texts, at * TEXTS.length + TEXTS.indexOf('opened'))));
    if (on) expect(own(await trap.caught())).toEqual([]);
    await page.close();
  }
});

test('in the mailbox hostile names of a campaign stay text, and its links lead to us alone', async () => {
  for (const at of names.keys()) {
    const { id } = await hostileCampaign(at, {
      accessType: 'EMAIL_SIGNUP',
      trustLevel: 'CONFIRM_FIRST',
      productIds: [],
    });
    await fetch(`${house.url}/public/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }',
        variables: { input: { campaignId: id, email: `guest-${at}@example.com` } },
      }),
    });
  }
  const { page, trap } = await trapped(true);

  await page.goto(`${house.url}/demo/mailbox`);

  const shown = await wordsOf(page);
  expect(names.map(everyWord).filter((name) => !shown.includes(name))).toEqual([]);
  const links = await page
    .locator('a')
    .evaluateAll((all) => all.map((one) => new URL(one.getAttribute('href') ?? '', location.href).origin));
  expect(new Set(links)).toEqual(new Set([house.url]));
  expect(own(await trap.caught())).toEqual([]);
});

test('in the admin hostile names of campaigns, codes and links stay text', async () => {
  const merchant = await MerchantApi.signIn(house.url);
  const campaign = await hostileCampaign(0, { accessType: 'PASSWORD', password: PASSWORD, productIds: [] });
  const credentials = bundlesOf(longest.credential).slice(0, MOST_CREDENTIALS);
  for (const name of credentials) {
    await merchant.ask(
      `mutation ($id: ID!, $input: AccessCodeInput!, $link: SecretLinkInput!) {
        accessCodeCreate(campaignId: $id, input: $input) { userErrors { message } }
        secretLinkCreate(campaignId: $id, input: $link) { userErrors { message } }
      }`,
      { id: campaign.id, input: { name }, link: { name } },
    );
  }
  const { page, trap } = await trapped(true);

  await page.goto(`${house.url}/admin/campaigns/${campaign.id}`);
  await page
    .getByRole('row')
    .filter({ hasText: credentials[0] ?? '' })
    .first()
    .waitFor();
  const rows = (await page.getByRole('row').allTextContents()).map(everyWord);
  const caught = await trap.caught();
  await page.goto(`${house.url}/admin/campaigns`);
  await page.getByRole('row').nth(1).waitFor();

  const shown = (name: string) => rows.filter((row) => row.includes(everyWord(name))).length;
  expect(credentials.map(shown).filter((times) => times < 2)).toEqual([]);
  expect([...own(caught), ...own(await trap.caught())]).toEqual([]);
});
