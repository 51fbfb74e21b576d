import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const SOURCE = join(import.meta.dirname, 'graphiql');
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`));

/** GraphiQL needs React as a global script; both packages ship their scripts ready-made. */
function vendoredFiles(): string[] {
  return [
    join(packageFolder('react'), 'umd/react.production.min.js'),
    join(packageFolder('react-dom'), 'umd/react-dom.production.min.js'),
    join(packageFolder('graphiql'), 'graphiql.min.js'),
    join(packageFolder('graphiql'), 'graphiql.min.css'),
  ];
}

/** Fills `outDir` with everything that the GraphiQL page loads, each file with its compressed neighbours. */
export async function buildGraphiql(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: [join(SOURCE, 'graphiql-page.ts'), join(SOURCE, 'graphiql-page.css')],
    outdir: outDir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const copies = vendoredFiles().map(async (file) => {
    const copy = join(outDir, file.split('/').at(-1) ?? file);
    await copyFile(file, copy);
    return copy;
  });
  const own = ['graphiql-page.js', 'graphiql-page.css'].map((name) => join(outDir, name));
  await Promise.all([...(await Promise.all(copies)), ...own].map(compress));
}

/** Quality 6: a tenth of a second for the 3.5 MB of GraphiQL, where the best would take five seconds. */
async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality));
  await writeFile(`${file}.gz`, await promisify(gzip)(content));
}
