import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { arrive, openBrowser } from './browser.ts';

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('what keeps people out is found on each look, also in a shadow, and only where it is looked for', async () => {
  const page = await (await arrive(browser)).newPage();
  await page.setContent(
    '<html lang="en"><title>Fair</title><main><h1>Fair</h1><p id="host"></p><nav></nav></main></html>',
  );
  const before = await complaintsAbout(page);
  await page.evaluate(() => {
    const shadow = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    shadow?.append(document.createElement('input'));
  });

  expect(before).toEqual([]);
  expect(await complaintsAbout(page)).toEqual([expect.stringContaining('label: <input>')]);
  expect(await complaintsAbout(page, { within: 'nav' })).toEqual([]);
});

test('a rule that axe leaves out by itself is asked for', async () => {
  const page = await (await arrive(browser)).newPage();
  const small = '<a href="/x" style="display:inline-block;width:9px;height:9px;overflow:hidden">x</a>';
  await page.setContent(`<html lang="en"><title>Small</title><main><h1>Small</h1>${small}${small}</main></html>`);

  expect(await complaintsAbout(page)).toEqual([]);
  expect(await complaintsAbout(page, { rules: ['target-size'] })).toEqual([expect.stringContaining('target-size')]);
});
