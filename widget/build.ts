import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { minify } from 'terser';

const here = import.meta.dirname;
const out = join(here, 'dist');
const file = join(out, 'vip-gate.js');
const brotliLimitBytes = 12_000;

/** What Lit would leave on `window`: lists of its versions, and a registry for decorators, of which we have none. */
const leftovers: readonly (readonly [RegExp, string])[] = [
  [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]+"\)/, 'void 0'],
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
  [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{const s=litPropertyMetadata[^}]+\}/, ''],
];

/** A page keeps nothing of ours but the element. */
const leaveNoGlobals: Plugin = {
  name: 'leave-no-globals',
  setup: ({ onLoad }) =>
    onLoad({ filter: /(lit-html|lit-element|reactive-element)\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = leftovers.reduce((text, [found, instead]) => text.replace(found, instead), source);
      if (/Versions\?\?=|litPropertyMetadata/.test(contents)) throw new Error(`${path} leaves a global behind`);
      return { contents };
    }),
};

/** GraphQL needs no indentation on the wire, and a document is a plain text at run time. */
const shortDocuments: Plugin = {
  name: 'short-documents',
  setup: ({ onLoad }) =>
    onLoad({ filter: /gql[\\/]graphql\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const plain = source.replace(/new TypedDocumentString\((`[^`]*`)(?:, \{[^}]*\})?\)/g, '$1');
      const contents = plain.replace(/`[^`]*`/g, (text) => text.replace(/\s*([\s{}():!])\s*/g, '$1'));
      return { contents, loader: 'ts' };
    }),
};

/** Styles lose their indentation; inside a value one space stays. */
const shortStyles: Plugin = {
  name: 'short-styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const shorten = (text: string) => text.replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1');
      return { contents: source.replace(/css`[^`]*`/g, shorten), loader: 'ts' };
    }),
};

/** Markup loses the white space between its tags and lines; none of ours carries meaning. */
const shortMarkup: Plugin = {
  name: 'short-markup',
  setup: ({ onLoad }) =>
    onLoad({ filter: /src[\\/](entry-form|gate-face|product-grid|vip-gate)\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace(/\n\s+(?=[<$])/g, ' ').replace(/> (?=<\/?\w)/g, '>'), loader: 'ts' };
    }),
};

/**
 * Names inside the bundle that no page, browser or API reads: they may be short. `_$…` and the first rows are Lit's, without
 * those that Lit also looks up as texts: `properties`, `elementProperties`, `finalized`.
 */
const ownNames = [
  '_\\$\\w+|render(Options|Root|Before)|creationScope|elementStyles|finalize(Styles)?|createRenderRoot|createProperty',
  'isUpdatePending|hasUpdated|enableUpdating|(perform|schedule|should|will)Update|firstUpdated|updated|getUpdateComplete',
  '(add|remove)Controller|getProperty(Options|Descriptor)|noAccessor|hasChanged|useDefault|addInitializer|shadowRootOptions',
  '(from|to)Attribute|host(Connected|Disconnected|Update|Updated)|wrapped|styles',
  'wording|refusal|isPending|isOneOfTwo|texts|passes|announce|later|recall|remember|forget|recordView|unlockWith\\w+|submit(Password|Email)',
  '(password|email)(Sentence|Label|Button)|link(Needed|Denied)|emptyPassword|invalidEmail|entryKept|tooMany|notOpenYet|openUntil',
  'noProducts|formerPrice|soldOut|consent|opening|working|scriptAddress|notOpen',
];

const { outputFiles } = await build({
  entryPoints: [join(here, 'src/embed.ts')],
  write: false,
  bundle: true,
  minify: true,
  mangleProps: new RegExp(`^(${ownNames.join('|')})$`),
  format: 'iife',
  target: ['es2022'],
  legalComments: 'none',
  // A second copy of the script does not even begin: its Trusted Types policy would be refused as a duplicate.
  banner: {
    js: '/*! vip-gate: MIT. With Lit, (c) Google LLC: BSD-3-Clause, https://lit.dev */if(!customElements.get("vip-gate")){',
  },
  footer: { js: '}' },
  plugins: [leaveNoGlobals, shortDocuments, shortStyles, shortMarkup],
});

// terser finds another three in a hundred after esbuild.
const { code } = await minify(outputFiles.map(({ text }) => text).join(''), {
  ecma: 2020,
  compress: { passes: 3, unsafe_arrows: true },
  format: { comments: 'some' },
});
const script = Buffer.from(code ?? '');
const brotli = brotliCompressSync(script, {
  params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
});
const gzip = gzipSync(script, { level: constants.Z_BEST_COMPRESSION });
const { version }: { version: string } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));
const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
const bytes = { plain: script.length, gzip: gzip.length, brotli: brotli.length };

await mkdir(out, { recursive: true });
await writeFile(file, script);
await writeFile(`${file}.br`, brotli);
await writeFile(`${file}.gz`, gzip);
await writeFile(`${file}on`, `${JSON.stringify({ version, integrity, bytes }, null, 2)}\n`);
process.stdout.write(`vip-gate ${version}: ${bytes.plain} bytes, gzip ${bytes.gzip}, brotli ${bytes.brotli}\n`);
if (bytes.brotli > brotliLimitBytes) throw new Error(`The widget is larger than ${brotliLimitBytes} bytes in brotli`);
