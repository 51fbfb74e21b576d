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

/**
 * What axe finds that keeps people from using the page, each with where it stands; empty where it finds nothing. Axe is brought to a page
 * once, not for each look, and looks from within: the pages here have no frames of strangers.
 */
export async function complaintsAbout(page: Page, { within, rules = [] }: AxeWish = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const options: axe.RunOptions = {
    ...{ resultTypes: ['violations'], preload: false },
    rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
  };
  const { violations } = await page.evaluate(
    ([context, wish]) => (Reflect.get(window, 'axe') as typeof axe).run(context ?? document, wish),
    [within, options] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
