import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { type Built, publicPath, scriptsOf, writeDocuments } from './build-pages.ts';
import { leanPolaris } from './build-polaris.ts';
import { leanSource } from './build-source.ts';
import { leanStyles } from './build-styles.ts';

const home = dirname(fileURLToPath(import.meta.url));
const out = join(home, 'dist');
const assets = join(out, 'assets');

/** Most bytes of script, brotli, that the first page may load before its own section. */
const initialScriptBudget = 180_000;

const compress = promisify(brotliCompress);

const shared = {
  absWorkingDir: home,
  outdir: assets,
  bundle: true,
  format: 'esm' as const,
  target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
  conditions: ['production', 'module'],
  minify: true,
  sourcemap: true,
  metafile: true as const,
  legalComments: 'linked' as const,
  publicPath,
  loader: { '.svg': 'file' as const },
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  assetNames: '[name]-[hash]',
} satisfies BuildOptions;

const production = { 'process.env.NODE_ENV': '"production"', 'globalThis.__DEV__': 'false' };

/** The admin, in parts that each section shares with others or has for itself. */
async function bundleScripts(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: { admin: 'src/main.tsx' },
    splitting: true,
    plugins: [leanSource, leanPolaris],
    jsx: 'automatic',
    define: production,
  });
  return metafile;
}

/** What documents have beside it: the style sheet for the components that the scripts have, and what runs before them. */
async function bundleOthers(scripts: Metafile): Promise<Metafile> {
  const entryPoints = { early: 'src/early.ts', style: 'src/style.css', icon: 'src/assets/icon.svg' };
  const { metafile } = await build({ ...shared, entryPoints, plugins: [leanStyles(home, scripts)] });
  return metafile;
}

/** The admin as it shows itself where nothing has been answered yet, to be run here. */
async function bundleSnapshots(): Promise<Built['snapshotAt']> {
  const outdir = join(out, 'snapshot');
  await build({
    ...shared,
    ...{ outdir, entryPoints: { snapshot: 'src/snapshot.tsx' }, entryNames: '[name]', outExtension: { '.js': '.cjs' } },
    ...{ platform: 'node', format: 'cjs', jsx: 'automatic', minify: false, sourcemap: false },
    plugins: [leanSource, leanPolaris],
    define: { ...production, 'window.shopify': 'undefined' },
  });
  const { snapshotAt } = createRequire(import.meta.url)(
    join(outdir, 'snapshot.cjs'),
  ) as typeof import('./src/snapshot.tsx');
  await rm(outdir, { recursive: true });
  return snapshotAt;
}

/** Puts a `.br` beside every text file, so that the server need not compress at run time. */
async function writeCompressedCopies(documents: readonly string[]): Promise<void> {
  const names = (await readdir(assets))
    .filter((name) => /\.(js|css|svg)$/.test(name))
    .map((name) => join(assets, name));
  const compressOne = async (path: string): Promise<void> => {
    const content = await readFile(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await writeFile(`${path}.br`, await compress(content, { params }));
  };
  await Promise.all([...names, ...documents].map(compressOne));
}

function compressedSize(outputs: readonly string[]): number {
  return outputs.reduce((sum, output) => sum + readFileSync(join(home, `${output}.br`)).length, 0);
}

await rm(out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
const scripts = await bundleScripts();
const [others, snapshotAt] = await Promise.all([bundleOthers(scripts), bundleSnapshots()]);
await writeCompressedCopies(await writeDocuments({ home, scripts, others, snapshotAt }));

const initial = scriptsOf(scripts, 'src/main.tsx');
const size = compressedSize(initial);
process.stdout.write(`admin: initial script ${(size / 1000).toFixed(1)} kB brotli in ${initial.length} files\n`);
if (size > initialScriptBudget) {
  throw new Error(`The admin's initial script is ${size} bytes brotli; at most ${initialScriptBudget} are allowed`);
}
