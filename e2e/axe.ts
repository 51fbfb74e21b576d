import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Where to look, and what of axe's rules that it leaves out by itself. */
export interface AxeWish {
  /** A selector; otherwise the whole page. */
  readonly within?: string;
  readonly rules?: readonly string[];
}

/** Not by `import.meta.resolve`, which vitest does not have. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Longer than a page takes to notice that its window has another size. */
const STILL_MS = 150;

/** In the page: waits until nothing has changed for so long; what never rests is looked at after some seconds all the same. */
function untilStill(stillMs: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      watching.disconnect();
      resolve();
    };
    let timer = setTimeout(end, stillMs);
    setTimeout(end, 20 * stillMs);
    const watching = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, stillMs);
    });
    watching.observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/**
 * What axe finds that keeps people from using the page, each with where it stands; empty where it finds nothing. Axe is brought to a page
 * once, not for each look, and looks from within: the pages here have no frames of strangers.
 */
export async function complaintsAbout(page: Page, { within, rules = [] }: AxeWish = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  await page.evaluate(untilStill, STILL_MS);
  const options: axe.RunOptions = {
    ...{ resultTypes: ['violations'], preload: false },
    rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
  };
  const { violations } = await page.evaluate(
    ([context, wish]) => (Reflect.get(window, 'axe') as typeof axe).run(context ?? document, wish),
    [within, options] as const,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, target }) => `${html} at ${target}`).join(', ')}`,
  );
}
