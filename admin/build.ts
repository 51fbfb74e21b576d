import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { writePreviewPage } from './build-preview.ts';
import { leanSource } from './build-source.ts';

const home = dirname(fileURLToPath(import.meta.url));
const out = join(home, 'dist');
const assets = join(out, 'assets');

/** The address under which the API serves `dist/assets`; every file name there carries a hash, so it never changes. */
const publicPath = '/admin/assets/';

/** Most bytes of script, brotli, that the first page may load before its own section. */
const initialScriptBudget = 180_000;

const compress = promisify(brotliCompress);

async function bundle(): Promise<Metafile> {
  const result = await build({
    absWorkingDir: home,
    entryPoints: { admin: 'src/main.tsx', style: 'src/style.css', icon: 'src/assets/icon.svg' },
    outdir: assets,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
    conditions: ['production', 'module'],
    plugins: [leanSource],
    jsx: 'automatic',
    minify: true,
    sourcemap: true,
    metafile: true,
    legalComments: 'linked',
    publicPath,
    define: { 'process.env.NODE_ENV': '"production"', 'globalThis.__DEV__': 'false' },
    loader: { '.svg': 'file' },
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: '[name]-[hash]',
  });
  return result.metafile;
}

/** The outputs that the browser must have before the entry runs: the entry and, transitively, its static imports. */
function initialScripts(metafile: Metafile, entry: string): string[] {
  const found = new Set<string>([entry]);
  for (const output of found) {
    const imports = metafile.outputs[output]?.imports ?? [];
    for (const { kind, path } of imports) if (kind === 'import-statement') found.add(path);
  }
  return [...found];
}

function outputOf(metafile: Metafile, entryPoint: string): string {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entryPoint);
  if (found === undefined) throw new Error(`The build made nothing of ${entryPoint}`);
  return found[0];
}

/** A file entry yields a stub script that only exports its address; the picture itself is the neighbour with its suffix. */
function fileOf(metafile: Metafile, source: string): string {
  const found = Object.entries(metafile.outputs).find(
    ([path, output]) => path.endsWith('.svg') && source in output.inputs,
  );
  if (found === undefined) throw new Error(`The build made nothing of ${source}`);
  return found[0];
}

const addressOf = (output: string): string => publicPath + relative('dist/assets', output);

async function writePage(metafile: Metafile, scripts: string[]): Promise<void> {
  const [script = '', ...parts] = scripts.map(addressOf);
  const page = (await readFile(join(home, 'index.html'), 'utf8'))
    .replace('{{icon}}', addressOf(fileOf(metafile, 'src/assets/icon.svg')))
    .replace('{{style}}', addressOf(outputOf(metafile, 'src/style.css')))
    .replace('{{preloads}}', parts.map((part) => `<link rel="modulepreload" href="${part}" />`).join('\n    '))
    .replace('{{script}}', script);
  await writeFile(join(out, 'index.html'), page);
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

function compressedSize(outputs: string[]): number {
  return outputs.reduce((sum, output) => sum + readFileSync(join(home, `${output}.br`)).length, 0);
}

await rm(out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
const metafile = await bundle();
const scripts = initialScripts(metafile, outputOf(metafile, 'src/main.tsx'));
await writePage(metafile, scripts);
const preview = await writePreviewPage(home);
await writeCompressedCopies([join(out, 'index.html'), preview]);

const size = compressedSize(scripts);
process.stdout.write(`admin: initial script ${(size / 1000).toFixed(1)} kB brotli in ${scripts.length} files\n`);
if (size > initialScriptBudget) {
  throw new Error(`The admin's initial script is ${size} bytes brotli; at most ${initialScriptBudget} are allowed`);
}
