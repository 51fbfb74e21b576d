import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { gateOn } from './gate.ts';
import { hostJourneys, PASSWORD } from './host-journeys.ts';
import { campaignIn, type GateState, gateStates } from './host-pages/gate-states.ts';
import { type HostPage, ordinaryPage, scriptTag } from './host-pages/host-page.ts';
import { crampedOn, spaceOut, speak } from './host-pages/room.ts';

// One wrong guess is enough to meet the answer to too many.
const site = hostJourneys({ WRONG_GUESSES: '1' });

/** A window of 1280 by 1024 pixels at 400 %. */
const ZOOMED = { width: 320, height: 256 };
const WIDE = { width: 1280, height: 1024 };

const hostOf = ({ name, attributes }: GateState): HostPage => ({
  name,
  html: (place) =>
    ordinaryPage(place, {
      head: `<style>:root { color-scheme: light dark }</style>${scriptTag(place)}`,
      body: `<vip-gate ${attributes ?? `campaign="${place.campaign}"`}></vip-gate>`,
    }),
});

async function reach(state: GateState): Promise<Page> {
  const more = { name: 'Kraftfahrzeughaftpflichtversicherung', description: 'Early for you. '.repeat(5) };
  const campaign = await campaignIn(state, { merchant: site.merchant, url: site.url, more });
  const page = await site.visit(hostOf(state), {
    campaign,
    expected: (text) => text.includes('ERR_FAILED'),
    browser: { viewport: WIDE, reducedMotion: 'reduce' },
    ...(state.prepare && { prepare: state.prepare }),
  });
  await state.act?.(page);
  await page.locator('vip-gate').getByText(state.says).first().waitFor({ state: 'attached' });
  return page;
}

const faultsOf = (page: Page) => complaintsAbout(page, { within: 'vip-gate', rules: ['target-size'] });

function stateOf(wanted: string): GateState {
  const state = gateStates.find(({ name }) => name === wanted);
  if (!state) throw new Error(`There is no state "${wanted}".`);
  return state;
}

test.each(gateStates)('light and dark, at 400 %, in Arabic, in German and in few colours: $name', async (state) => {
  const page = await reach(state);

  const light = [...(await faultsOf(page)), ...(await crampedOn(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(ZOOMED);
  const dark = [...(await faultsOf(page)), ...(await crampedOn(page))];
  await speak(page, 'ar');
  const arabic = [...(await faultsOf(page)), ...(await crampedOn(page))];
  await speak(page, 'de');
  await page.emulateMedia({ forcedColors: 'active' });
  const german = [...(await faultsOf(page)), ...(await crampedOn(page))];
  await spaceOut(page);
  const spaced = await crampedOn(page);
  await page.setViewportSize(WIDE);

  expect({ light, dark, arabic, german, spaced, wide: await crampedOn(page) }).toEqual({
    light: [],
    dark: [],
    arabic: [],
    german: [],
    spaced: [],
    wide: [],
  });
});

test.each([
  ['nobody asked otherwise', 'no-preference', true],
  ['less motion is wanted', 'reduce', false],
] as const)('where %s, what opens does so accordingly', async (_name, reducedMotion, moves) => {
  const page = await site.visit(
    { name: `motion ${reducedMotion}`, html: (place) => ordinaryPage(place) },
    { browser: { reducedMotion } },
  );
  await page.evaluate(() => {
    const gate = document.querySelector('vip-gate');
    // The open gate is drawn in parts while it is hidden: what moves, moves once all of it is there.
    const watch = () => {
      const targets = (gate?.shadowRoot?.getAnimations() ?? []).map(({ effect }) =>
        Reflect.get(effect ?? {}, 'target'),
      );
      const moving = targets.filter((target) => target instanceof Element && target.matches('.fade')).length;
      Reflect.set(window, 'moved', Math.max(moving, Reflect.get(window, 'moved') ?? 0));
      requestAnimationFrame(watch);
    };
    watch();
  });

  await gateOn(page).enterPassword(PASSWORD);
  await gateOn(page).products();

  expect(await page.evaluate(() => Reflect.get(window, 'moved') > 0)).toBe(moves);
});

test('with the keyboard alone one gets in, and the focus is led', async () => {
  const page = await reach(stateOf('password'));

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('vip-gate').getByText('Please enter the password').first().waitFor();
  const refused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
  await page.keyboard.type('warm bread');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByRole('heading', { name: "You're in." }).waitFor();
  const led = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim());
  await page.keyboard.press('Tab');
  const next = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName);

  expect([refused, led, next]).toEqual(['password', "You're in.", 'a']);
});

test('password managers find what they look for, in the page itself and in the order of the eye', async () => {
  const page = await reach(stateOf('password or e-mail'));

  const fields = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('vip-gate > input:not([name=website])')].map(
      ({ name, type, autocomplete, inputMode, enterKeyHint, labels, form }) =>
        [name, type, autocomplete, inputMode, enterKeyHint, labels?.length, form?.localName].join(' '),
    ),
  );

  expect(fields).toEqual([
    'password password current-password text go 1 form',
    'email email email email go 1 form',
    'acceptsMarketing checkbox    1 form',
  ]);
});
