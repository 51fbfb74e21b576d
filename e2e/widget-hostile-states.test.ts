import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hostJourneys, PASSWORD } from './host-journeys.ts';
import { takePlace } from './host-pages/gate-acts.ts';
import { gateTag, type HostPage, ordinaryPage } from './host-pages/host-page.ts';
import { bundlesOf, everyWord } from './host-pages/hostile-bundles.ts';
import { setTrap, type Trap } from './host-pages/trap.ts';
import type { ApiCampaign, CampaignFields } from './merchant-api.ts';

const site = hostJourneys();

const PATIENT = { timeout: 30_000 };
const LONGEST_TEXT = 500;
const SOON_MS = 6_000;
const inMilliseconds = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

const bundles = bundlesOf(LONGEST_TEXT);

/** One state of a gate whose words the merchant replaced. */
interface HostileState {
  readonly name: string;
  readonly texts: readonly string[];
  fields(): CampaignFields;
  before?(campaign: ApiCampaign): Promise<unknown>;
  /** Sends every gate's form with this in its field. */
  readonly enter?: string;
}

const password: CampaignFields = { accessType: 'PASSWORD', password: PASSWORD };
const full: CampaignFields = { accessType: 'EMAIL_SIGNUP', capacity: 1, hasWaitingList: true };
const take = (campaign: ApiCampaign) => takePlace(campaign, site.url);

const states: readonly HostileState[] = [
  { name: 'early', texts: ['early'], fields: () => ({ ...password, startsAt: inMilliseconds(1e8) }) },
  { name: 'paused', texts: ['paused'], fields: () => ({ ...password, isActive: false }) },
  {
    name: 'ended',
    texts: ['ended'],
    fields: () => ({ ...password, startsAt: inMilliseconds(-1e6), endsAt: inMilliseconds(SOON_MS) }),
    before: () => new Promise((resolve) => setTimeout(resolve, SOON_MS)),
  },
  { name: 'full', texts: ['full', 'waitingIntro', 'waitingButton'], fields: () => full, before: take },
  {
    name: 'on the waiting list',
    texts: ['full', 'waitingDone'],
    fields: () => full,
    before: take,
    enter: 'a@b.example',
  },
  { name: 'open', texts: ['opened'], fields: () => password, enter: PASSWORD },
];

/** Every word that the first gates show, in the page and in the shadow. */
const shownBy = (page: Page) =>
  page
    .locator('vip-gate')
    .evaluateAll((gates) =>
      gates.map((gate) => `${gate.shadowRoot?.querySelector('.gate')?.textContent} ${gate.textContent}`),
    );

async function openTrapped(
  hostPage: HostPage,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<{ page: Page; trap: Trap }> {
  let trap: Trap | undefined;
  const page = await site.visit(hostPage, {
    prepare: async (fresh) => {
      trap = await setTrap(fresh);
      await prepare?.(fresh);
    },
  });
  if (!trap) throw new Error('The trap was not set.');
  return { page, trap };
}

test.each(states)(
  'hostile words of a gate that is $name stay words',
  async ({ name, texts, fields, before, enter }) => {
    const campaigns = await Promise.all(
      bundles.map(async (text) => {
        const campaign = await site.merchant.createCampaign({
          ...{ ...fields(), productIds: [] },
          texts: texts.map((one) => ({ name: one, text })),
        });
        await before?.(campaign);
        return campaign;
      }),
    );
    const { page, trap } = await openTrapped({
      name: `hostile ${name}`,
      html: (place) =>
        ordinaryPage(place, { body: campaigns.map(({ id }) => gateTag({ ...place, campaign: id })).join('') }),
    });
    if (enter) {
      const fieldsNow = page.locator('vip-gate input[required]');
      await expect.poll(() => fieldsNow.count(), PATIENT).toBe(bundles.length);
      await fieldsNow.evaluateAll((all, text) => {
        for (const field of all) {
          if (!(field instanceof HTMLInputElement)) continue;
          field.value = text;
          field.form?.requestSubmit();
        }
      }, enter);
    }

    const missing = async () => {
      const shown = (await shownBy(page)).map(everyWord);
      return bundles.flatMap((text, at) => {
        const times = (shown[at] ?? '').split(everyWord(text)).length - 1;
        // Where it stands, and what a screen reader hears of it.
        return times >= texts.length ? [] : [`${at}: ${times}`];
      });
    };
    await expect.poll(missing, PATIENT).toEqual([]);
    expect(await trap.caught()).toEqual([]);
  },
);

test('whatever the API says of addresses and colours, the gate takes none that could do harm', async () => {
  const hostile = [
    'javascript:alert(1)',
    ' jAvaScript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:x',
  ];
  const color = '#fff;background:url(https://evil.invalid/x)';
  const { page, trap } = await openTrapped({ name: 'addresses', html: (place) => ordinaryPage(place) }, (fresh) =>
    fresh.route('**/public/graphql*', async (route) => {
      const answer = await route.fetch();
      let turn = 0;
      const body = (await answer.text())
        .replace(
          /"(url|cartUrl)":"[^"]*"/g,
          (_all, key) => `"${key}":${JSON.stringify(hostile[turn++ % hostile.length])}`,
        )
        .replace(/"(accentColor|shopName)":(null|"[^"]*")/g, (_all, key) => `"${key}":${JSON.stringify(color)}`);
      await route.fulfill({ response: answer, body });
    }),
  );

  await page.locator('vip-gate').getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.locator('vip-gate').getByRole('button', { name: 'Unlock' }).click();
  await page.locator('vip-gate').getByRole('heading', { level: 3 }).first().waitFor();

  const addresses = await page.locator('vip-gate').locator('a, img').count();
  const style = await page.locator('vip-gate').getAttribute('style');
  expect([addresses, style?.includes('evil') ?? false, await trap.caught()]).toEqual([0, false, []]);
});
