import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * What Lit would leave on `window`: lists of its versions, and a registry for decorators, of which we have none. And what it
 * would look for there: patches for browsers that cannot read this script.
 */
const leftovers: readonly (readonly [RegExp, string])[] = [
  [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]+"\)/, 'void 0'],
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
  [/(\w+=)\w+\.(lit(Html|Element)|reactiveElement)PolyfillSupport\b/g, '$1void 0'],
  // All attributes of ours are texts: nothing is converted.
  [/(\w+=\{)toAttribute\(t,s\)\{.*?return i\}\}/s, '$1fromAttribute:t=>t}'],
  [/\w+\.litElementHydrateSupport\?\.\(\{[^}]*\}\)/, 'void 0'],
  [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{const s=litPropertyMetadata[^}]+\}/, ''],
];

/** A page keeps nothing of ours but the element. */
export const leaveNoGlobals: Plugin = {
  name: 'leave-no-globals',
  setup: ({ onLoad }) =>
    onLoad({ filter: /(lit-html|lit-element|reactive-element)\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = leftovers.reduce((text, [found, instead]) => text.replace(found, instead), source);
      if (/Versions\?\?=|litPropertyMetadata/.test(contents)) throw new Error(`${path} leaves a global behind`);
      return { contents };
    }),
};

/** Style sheets as every browser has them that reads this script; Lit's own file is for older ones too. */
export const modernStyles: Plugin = {
  name: 'modern-styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /css-tag\.js$/ }, () => ({
      contents: `export const css = ([text]) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          return sheet;
        };
        export const adoptStyles = (root, sheets) => { root.adoptedStyleSheets = sheets; };
        export const getCompatibleStyle = (sheet) => sheet;
        export const supportsAdoptingStyleSheets = true;
        export const [CSSResult, unsafeCSS] = [];`,
    })),
};

/** A document is sent by its identifier: at run time it is that text, and its own text is not there. */
export function documentsAsIds(source: string): string {
  return source
    .replace(/new TypedDocumentString\(`[^`]*`(?:, \{[^}]*\})?\)/g, "''")
    .replace(/\{"__meta__":\{"hash":("[^"]+")\}\}/g, '$1');
}

/** The documents of the bundle; the tests meet the same. */
export const documentIds: Plugin = {
  name: 'document-ids',
  setup: ({ onLoad }) =>
    onLoad({ filter: /gql[\\/]graphql\.ts$/ }, async ({ path }) => ({
      contents: documentsAsIds(await readFile(path, 'utf8')),
      loader: 'ts',
    })),
};

/** Styles lose their indentation; inside a value one space stays. */
export const shortStyles: Plugin = {
  name: 'short-styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const shorten = (text: string) => text.replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1');
      return { contents: source.replace(/(css|css \*\/ )`[^`]*`/g, shorten), loader: 'ts' };
    }),
};

/** Markup loses the white space between its tags and lines; none of ours carries meaning. */
export const shortMarkup: Plugin = {
  name: 'short-markup',
  setup: ({ onLoad }) =>
    onLoad(
      { filter: /src[\\/](calendar-entry|countdown|entry-form|gate-face|gate-text|later|product-grid|vip-gate)\.ts$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return { contents: source.replace(/\n\s+(?=[<$])/g, ' ').replace(/> (?=<\/?\w)/g, '>'), loader: 'ts' };
      },
    ),
};

/** A file that is fetched later brings no second Lit: what its templates make is drawn by the one of the script. */
export const noSecondLit: Plugin = {
  name: 'no-second-lit',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^lit$/ }, () => ({ path: 'lit', namespace: 'template' }));
    onLoad({ filter: /.*/, namespace: 'template' }, () => ({
      contents: `export const html = (strings, ...values) => ({ _$litType$: 1, strings, values });
        export const nothing = Symbol.for('lit-nothing');`,
    }));
  },
};
