import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { minify } from 'terser';
import {
  leaveNoGlobals,
  modernStyles,
  noSecondLit,
  shortDocuments,
  shortMarkup,
  shortStyles,
} from './build-plugins.ts';
import { languages } from './src/later-screens.ts';

const here = import.meta.dirname;
const out = join(here, 'dist');
/** What the first screen may cost in brotli; and each file that is fetched later. */
const limitBytes = { script: 12_000, part: 8_000 };

const { version }: { version: string } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));

/**
 * Names that no page, browser or API reads: they may be short. Not those that Lit also looks up as texts
 * (`properties`, `elementProperties`, `finalized`), nor `_$litType$`, by which files that come later name a template.
 */
const ownNames = [
  '_\\$[\\w$]+|render(Options|Root|Before)|creationScope|elementStyles|finalize(Styles)?|createRenderRoot|createProperty',
  'isUpdatePending|hasUpdated|enableUpdating|(perform|schedule|should|will)Update|firstUpdated|updated|getUpdateComplete',
  '(add|remove)Controller|getProperty(Options|Descriptor)|noAccessor|hasChanged|useDefault|addInitializer|shadowRootOptions',
  '(from|to)Attribute|host(Connected|Disconnected|Update|Updated)|wrapped|styles',
  // And ours that never leave the script.
  'passes|announce|recall|remember|forget|recordView|wantScreens|submit(Password|Email|Code|Waiting)|isOneOfTwo|isPending|shelves',
];

const everywhere: BuildOptions = {
  bundle: true,
  minify: true,
  target: ['es2022'],
  legalComments: 'none',
  define: { VERSION: JSON.stringify(version) },
};

interface Size {
  plain: number;
  gzip: number;
  brotli: number;
}

async function bundle(entry: string, options: BuildOptions): Promise<Buffer> {
  const { outputFiles } = await build({
    ...everywhere,
    ...options,
    entryPoints: [join(here, 'src', entry)],
    write: false,
  });
  // terser finds another three in a hundred after esbuild.
  const { code } = await minify(outputFiles?.map(({ text }) => text).join('') ?? '', {
    ecma: 2020,
    module: options.format === 'esm',
    compress: { passes: 3, unsafe_arrows: true },
    format: { comments: 'some' },
  });
  return Buffer.from(code ?? '');
}

/** Writes the file with its compressed copies; throws where the smaller one is larger than it may be. */
async function put(name: string, content: Buffer, limit: number): Promise<Size> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const brotli = brotliCompressSync(content, { params });
  const gzip = gzipSync(content, { level: constants.Z_BEST_COMPRESSION });
  const file = join(out, name);
  await writeFile(file, content);
  await writeFile(`${file}.br`, brotli);
  await writeFile(`${file}.gz`, gzip);
  const size = { plain: content.length, gzip: gzip.length, brotli: brotli.length };
  process.stdout.write(`${name} ${version}: ${size.plain} bytes, gzip ${size.gzip}, brotli ${size.brotli}\n`);
  if (size.brotli > limit) throw new Error(`${name} is larger than ${limit} bytes in brotli`);
  return size;
}

await mkdir(out, { recursive: true });

const script = await bundle('embed.ts', {
  format: 'iife',
  mangleProps: new RegExp(`^(${ownNames.join('|')})$`),
  reserveProps: /^_\$litType\$$/,
  // A second copy of the script does not even begin: its Trusted Types policy would be refused as a duplicate.
  banner: {
    js: '/*! vip-gate: MIT. With Lit, (c) Google LLC: BSD-3-Clause, https://lit.dev */if(!customElements.get("vip-gate")){',
  },
  footer: { js: '}' },
  plugins: [leaveNoGlobals, modernStyles, shortDocuments, shortStyles, shortMarkup],
});
const bytes = await put('vip-gate.js', script, limitBytes.script);

/** What is fetched when it is wanted: the later screens, and each language. */
const parts: Record<string, Size> = {};
for (const name of ['later', ...languages]) {
  const entry = name === 'later' ? 'later.ts' : `languages/${name}.ts`;
  const part = await bundle(entry, {
    format: 'esm',
    charset: 'utf8',
    plugins: [noSecondLit, shortDocuments, shortStyles, shortMarkup],
  });
  parts[`${name}.js`] = await put(`${name}.js`, part, limitBytes.part);
}

const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
await writeFile(join(out, 'vip-gate.json'), `${JSON.stringify({ version, integrity, bytes, parts }, null, 2)}\n`);
