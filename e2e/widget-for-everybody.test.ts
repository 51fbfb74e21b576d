import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
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

async function faultsOf(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include('vip-gate').options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test.each(gateStates)('in Arabic, in German, in the dark, in few colours and at 400 %: $name', async (state) => {
  const page = await reach(state);

  await speak(page, 'ar');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(ZOOMED);
  const arabic = [...(await faultsOf(page)), ...(await crampedOn(page))];
  await speak(page, 'de');
  await page.emulateMedia({ forcedColors: 'active' });
  const german = [...(await faultsOf(page)), ...(await crampedOn(page))];
  await spaceOut(page);
  const spaced = await crampedOn(page);
  await page.setViewportSize(WIDE);

  expect({ arabic, german, spaced, wide: await crampedOn(page) }).toEqual({
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
