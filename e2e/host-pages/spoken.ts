import type { Page } from 'playwright-core';

/** Notes, before the page goes anywhere, everything that its first gate has a screen reader say. */
export const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const heard: string[] = [];
    Object.defineProperty(window, 'heard', { value: heard });
    const note = (status: Element) => {
      const text = status.textContent?.trim() ?? '';
      if (text !== '') heard.push(text);
    };
    const find = () => {
      const status = document.querySelector('vip-gate')?.shadowRoot?.querySelector('[role=status]');
      if (!status) return requestAnimationFrame(find);
      note(status);
      return new MutationObserver(() => note(status)).observe(status, {
        ...{ childList: true, characterData: true, subtree: true },
      });
    };
    find();
  });

/** What was said so far, in its order; every time that a text was put there counts. */
export const heardOn = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'heard'));

/** What has the focus: the name of a field, or the text of anything else; empty where nothing has it. */
export const focusOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    if (!inner || inner === document.body) return '';
    return inner.getAttribute('name') ?? inner.textContent?.trim() ?? '';
  });
