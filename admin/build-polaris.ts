import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const themesInTokens = /var themes = (\{[\s\S]*?\n\});/;
const descriptionsInTokens = /^export \{ metaThemeDefault, metaThemes \}.*$/m;

/** Groups of tokens that Polaris' scripts reckon with; all the others are of use to style sheets alone. */
const reckonedWith = ['breakpoints', 'motion', 'space', 'zIndex'];

/** Leaves of Polaris' tokens what its scripts read of the theme that it has: they come with each theme whole, twice, and described. */
function leanTokens(source: string): string {
  const themes = themesInTokens.exec(source)?.[1];
  if (themes === undefined || !descriptionsInTokens.test(source)) {
    throw new Error('Polaris’ tokens have another shape than build-polaris.ts knows');
  }
  const { light } = JSON.parse(themes) as { light: Record<string, unknown> };
  const lean = Object.fromEntries(reckonedWith.map((group) => [group, light[group]]));
  return source
    .replace(descriptionsInTokens, '')
    .replace(themesInTokens, () => `var themes = ${JSON.stringify({ light: lean })};`);
}

/** Polaris' scripts without what nobody reads. */
export const leanPolaris: Plugin = {
  name: 'lean-polaris',
  setup(build) {
    build.onLoad({ filter: /polaris-tokens[\\/]dist[\\/]esm[\\/]build[\\/]index\.mjs$/ }, async ({ path }) => ({
      contents: leanTokens(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
