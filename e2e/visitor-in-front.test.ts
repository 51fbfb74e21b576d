import { expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { gateOn } from './gate.ts';
import { journeys } from './journeys.ts';

const house = journeys();

test('the start page leads to the admin, the demo page, every demo campaign and both GraphiQL addresses', async () => {
  const visitor = await house.visitor();
  const page = await visitor.newPage();
  await page.goto(house.url);

  const links = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.pathname : '')));

  expect(links).toEqual(
    expect.arrayContaining(['/admin/', '/demo/', '/admin/graphql', '/public/graphql', '/.well-known/jwks.json']),
  );
  expect(links.filter((path) => path.startsWith('/c/'))).toHaveLength(4);
  for (const path of new Set(links)) {
    const answer = await visitor.context.request.get(`${house.url}${path}`, { headers: { accept: 'text/html,*/*' } });
    expect([path, answer.status()]).toEqual([path, 200]);
  }
});

test('a link that leads nowhere is met with a calm page', async () => {
  const notFound = (text: string) => text.includes('404');
  const page = await (await house.visitor({}, notFound)).newPage();

  const answer = await page.goto(`${house.url}/c/${'x'.repeat(24)}`);

  expect(answer?.status()).toBe(404);
  expect(await page.getByRole('heading').allInnerTexts()).toEqual(['This link leads nowhere']);
});

test('whoever is in stays in: the pass is remembered for the next visit', async () => {
  const visitor = await house.visitor();
  const first = await visitor.newPage();
  await first.goto(`${house.url}/demo/`);
  await gateOn(first).enterEmail('lin@example.com');
  const seen = await gateOn(first).products();

  const later = await visitor.newPage();
  await later.goto(`${house.url}/demo/`);

  expect(seen.length).toBeGreaterThan(0);
  expect(await gateOn(later).products()).toEqual(seen);
});

test('a product behind the gate leads to a page where it can be seen', async () => {
  const page = await (await house.visitor()).newPage();
  await page.goto(`${house.url}/demo/`);
  await gateOn(page).enterEmail('kay@example.com');
  const [title = ''] = await gateOn(page).products();

  await page.locator('vip-gate').getByRole('link').first().click();

  await page.waitForURL(/\/demo\/products\//);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
});

test.each([
  ['the start page', '/', 1280, 'light'],
  ['the start page', '/', 390, 'dark'],
  ['the demo page', '/demo/', 1280, 'light'],
  ['the demo page', '/demo/', 390, 'light'],
  ['a hosted page', '/c/', 1280, 'dark'],
  ['a hosted page', '/c/', 390, 'light'],
] as const)('%s (%s, %i pixels, %s) is usable by everybody and never scrolls sideways', async (...place) => {
  const [, path, width, colorScheme] = place;
  const page = await (await house.visitor({ viewport: { width, height: 844 }, colorScheme })).newPage();
  await page.goto(`${house.url}${path === '/c/' ? '/' : path}`);
  if (path === '/c/') await page.getByRole('link', { name: 'Hosted page' }).first().click();
  if (path !== '/') await page.locator('vip-gate').getByRole('button').first().waitFor();

  const complaints = await complaintsAbout(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  expect(complaints).toEqual([]);
  expect(overflow).toBeLessThanOrEqual(0);
});
