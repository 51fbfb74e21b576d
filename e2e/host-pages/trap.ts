import type { Page } from 'playwright-core';

/** What a hostile text achieved on a page. */
export interface Trap {
  /** Everything that happened and should not have; empty when the texts stayed texts. */
  caught(): Promise<string[]>;
}

/** Lies in wait on a page, before it goes anywhere: for scripts that ran, requests to strangers and navigations. */
export async function setTrap(page: Page): Promise<Trap> {
  const caught: string[] = [];
  await page.addInitScript(() => {
    for (const name of ['alert', 'prompt', 'confirm', 'print'])
      Reflect.set(window, name, () => Reflect.set(window, 'pwned', 1));
  });
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => caught.push('a dialog')));
  page.on('popup', () => caught.push('a window'));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const isOurs = hostname === '127.0.0.1' || hostname === 'localhost' || protocol === 'data:';
    if (!isOurs) caught.push(`a request: ${request.url()}`);
    if (request.isNavigationRequest() && request.frame() !== page.mainFrame()) caught.push(`a frame: ${request.url()}`);
  });
  let pages = 0;
  page.on('framenavigated', () => {
    pages += 1;
    if (pages > 1) caught.push(`a navigation: ${page.url()}`);
  });
  return {
    caught: async () => {
      for (const frame of page.frames()) if (await frame.evaluate(() => 'pwned' in window)) caught.push('a script ran');
      return caught;
    },
  };
}
