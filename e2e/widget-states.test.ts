import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hostJourneys } from './host-journeys.ts';
import { campaignIn, type GateState, gateStates } from './host-pages/gate-states.ts';
import { type HostPage, ordinaryPage, scriptTag } from './host-pages/host-page.ts';

// One wrong guess is enough to meet the answer to too many.
const site = hostJourneys({ WRONG_GUESSES: '1' });

const eitherScheme = ({ name, attributes }: GateState): HostPage => ({
  name: `light or dark, ${name}`,
  html: (place) =>
    ordinaryPage(place, {
      head: `<style>:root { color-scheme: light dark }</style>${scriptTag(place)}`,
      ...(attributes !== undefined && { body: `<vip-gate ${attributes}></vip-gate>` }),
    }),
});

/** Where the network is cut on purpose, the browser says so. */
const cut = (text: string) => text.includes('ERR_FAILED');

async function reach(state: GateState): Promise<Page> {
  const campaign = await campaignIn(state, site);
  const page = await site.visit(eitherScheme(state), {
    campaign,
    expected: cut,
    browser: { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' },
    ...(state.prepare && { prepare: state.prepare }),
  });
  await state.act?.(page);
  await page.locator('vip-gate').getByText(state.says).first().waitFor({ state: 'attached' });
  return page;
}

async function faultsOf(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include('vip-gate').options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test.each(gateStates)('everybody can use the gate when it is: $name', async (state) => {
  const page = await reach(state);

  const wideAndLight = await faultsOf(page);
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
  // What a window of 1280 pixels is at 400 %.
  await page.setViewportSize({ width: 320, height: 640 });
  const narrowAndDark = await faultsOf(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  expect([...wideAndLight, ...narrowAndDark]).toEqual([]);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('with the keyboard alone one gets in, and the focus is led', async () => {
  const state = gateStates.find(({ name }) => name === 'password');
  if (!state) throw new Error('There is no such state.');
  const page = await reach(state);

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
  const state = gateStates.find(({ name }) => name === 'password or e-mail');
  if (!state) throw new Error('There is no such state.');
  const page = await reach(state);

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
