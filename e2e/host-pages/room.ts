import type { Page } from 'playwright-core';

/** What a reader may set who needs more room: WCAG 1.4.12. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

/** Gives text that room, inside the gate too, as a reader's own tools do. */
export const spaceOut = (page: Page): Promise<unknown> =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
    document.querySelector('vip-gate')?.shadowRoot?.adoptedStyleSheets.push(sheet);
  }, SPACING);

/** Has the page speak another language, and its gate draw itself anew in it. */
export async function speak(page: Page, language: 'ar' | 'de'): Promise<void> {
  await page.evaluate((code) => {
    document.documentElement.lang = code;
    document.documentElement.dir = code === 'ar' ? 'rtl' : 'ltr';
    document.querySelector('vip-gate')?.setAttribute('access-type', code);
  }, language);
  await page.locator(`vip-gate .gate[lang="${language}"]`).waitFor();
}

/** What of the gate reaches out of the window, is cut off, or lies over what follows it; empty where all has its place. */
export const crampedOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const gate = document.querySelector('vip-gate');
    const shown = [...(gate?.shadowRoot?.querySelectorAll('*') ?? []), ...(gate?.querySelectorAll('*') ?? [])].filter(
      (one) => !one.closest('.unseen') && !one.matches('slot, textarea') && one.getBoundingClientRect().height > 1,
    );
    const width = document.documentElement.clientWidth;
    const name = (fault: string, one: Element) => `${fault}: ${one.outerHTML.slice(0, 90)}`;
    const outside = shown.filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < -0.5 || right > width + 0.5;
    });
    const cut = shown.filter(
      (one) =>
        one.matches('button, a, p, h2, h3, label, span') &&
        one.scrollWidth > Math.max(one.clientWidth, 1) + 1 &&
        getComputedStyle(one).display !== 'inline',
    );
    const below = [...(gate?.shadowRoot?.querySelectorAll('.gate > *, .form > *, li > *') ?? [])].filter((one) => {
      const next = one.nextElementSibling;
      const isRow = one.matches('.unseen') || next?.matches('.unseen');
      return (
        next &&
        !isRow &&
        one.getBoundingClientRect().bottom > next.getBoundingClientRect().top + 1 &&
        next.getBoundingClientRect().height > 0
      );
    });
    return [
      ...outside.map((one) => name('outside', one)),
      ...cut.map((one) => name('cut off', one)),
      ...below.map((one) => name('overlaps', one)),
      ...(document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []),
    ];
  });
