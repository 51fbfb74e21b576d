import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

const componentImport = /import \{([^}]+)\} from '(?:@shopify\/polaris|(?:\.{1,2}\/)+(?:ui\/)?polaris\.ts)';/g;

/** The file of a Polaris component; each is named after what it exports. Hooks live elsewhere and keep the front door. */
function importOne(name: string): string {
  const isComponent = /^[A-Z]/.test(name);
  const file = isComponent
    ? `@shopify/polaris/build/esm/components/${name}/${name}.js`
    : '@shopify/polaris/build/esm/utilities/breakpoints.js';
  return `import { ${name} } from '${file}';`;
}

/**
 * Imports each Polaris component from its own file. esbuild decides file by file what a section needs, so that one
 * import through the front door would bring every component of every section into the first page's script.
 */
export const polarisByComponent: Plugin = {
  name: 'polaris-by-component',
  setup(build) {
    build.onLoad({ filter: /[\\/]admin[\\/]src[\\/].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(componentImport, (_whole, names: string) => {
        return names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '')
          .map(importOne)
          .join(' ');
      });
      return { contents, loader: extname(path).slice(1) as Loader };
    });
  },
};
