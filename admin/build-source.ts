import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Loader, Plugin } from 'esbuild';
import { graphql } from './src/gql/gql.ts';

const componentImport = /import \{([^}]+)\} from '(?:@shopify\/polaris|(?:\.{1,2}\/)+(?:ui\/)?polaris\.ts)';/g;
const documentImport = /import \{ graphql \} from '(?:\.{1,2}\/)+gql\/gql\.ts';/g;
const documentCall = /\bgraphql\(\/\* GraphQL \*\/ `([^`]*)`,?\s*\)/g;

/** The file of a Polaris component; each is named after what it exports. Hooks live elsewhere and keep the front door. */
function importOne(binding: string): string {
  const [name = ''] = binding.split(' as ');
  const isComponent = /^[A-Z]/.test(name);
  const file = isComponent
    ? `@shopify/polaris/build/esm/components/${name}/${name}.js`
    : '@shopify/polaris/build/esm/utilities/breakpoints.js';
  return `import { ${binding} } from '${file}';`;
}

/**
 * Imports each Polaris component from its own file. esbuild decides file by file what a section needs, so that one
 * import through the front door would bring every component of every section into the first page's script.
 */
function polarisByComponent(source: string): string {
  return source.replace(componentImport, (_whole, names: string) => {
    return names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map(importOne)
      .join(' ');
  });
}

/** Puts each document where it is used: through the generated map of all of them every section would load those of all others. */
function documentsInPlace(source: string): string {
  return source
    .replace(documentCall, (_whole, text: string) => `/* @__PURE__ */ JSON.parse(${JSON.stringify(documentOf(text))})`)
    .replace(documentImport, '');
}

function documentOf(text: string): string {
  const document: unknown = graphql(text);
  if (typeof document === 'object' && document !== null && 'kind' in document) return JSON.stringify(document);
  throw new Error(`A document is missing among the generated ones, run \`pnpm codegen\`:\n${text}`);
}

/** Brings what stands in the source for people's sake into the shape that is the smallest for browsers. */
export const leanSource: Plugin = {
  name: 'lean-source',
  setup(build) {
    build.onLoad({ filter: /[\\/]admin[\\/]src[\\/].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: documentsInPlace(polarisByComponent(source)), loader: extname(path).slice(1) as Loader };
    });
  },
};
