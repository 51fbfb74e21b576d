/** Builds the widget into `dist`, and beside it every release, each file with its compressed copies. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Bundle, bundleWidget, integrityOf, SCRIPT } from './bundle.ts';
import { readRelease, releasedVersions, versionFor } from './releases.ts';

const here = import.meta.dirname;
const out = join(here, 'dist');
const releases = join(here, 'releases');
/** What the first screen may cost in brotli; and each file that is fetched later. */
const limitBytes = { script: 12_000, part: 8_000 };

interface Size {
  plain: number;
  gzip: number;
  brotli: number;
}

const { version: ours }: { version: string } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));

const made = await bundleWidget(ours);
const version = await versionFor(made, ours, releases);
const sizes = await put(version === ours ? made : await bundleWidget(version), version, out);
for (const [name, { plain, gzip, brotli }] of sizes)
  process.stdout.write(`${name} ${version}: ${plain} bytes, gzip ${gzip}, brotli ${brotli}\n`);
for (const [name, { brotli }] of sizes) {
  const limit = name === SCRIPT ? limitBytes.script : limitBytes.part;
  if (brotli > limit) throw new Error(`${name} is larger than ${limit} bytes in brotli`);
}

await rm(join(out, 'releases'), { recursive: true, force: true });
for (const released of await releasedVersions(releases)) {
  const bundle = await readRelease(releases, released);
  if (bundle) await put(bundle, released, join(out, 'releases', released));
}

/** Writes the files with their compressed copies, and a card that says what they are. */
async function put(bundle: Bundle, version: string, folder: string): Promise<Map<string, Size>> {
  await mkdir(folder, { recursive: true });
  const sizes = new Map<string, Size>();
  for (const [name, content] of bundle) sizes.set(name, await compress(join(folder, name), content));
  const { [SCRIPT]: bytes, ...parts } = Object.fromEntries(sizes);
  const integrity = integrityOf(bundle.get(SCRIPT) ?? Buffer.of());
  await writeFile(join(folder, 'vip-gate.json'), `${JSON.stringify({ version, integrity, bytes, parts }, null, 2)}\n`);
  return sizes;
}

async function compress(file: string, content: Buffer): Promise<Size> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const brotli = brotliCompressSync(content, { params });
  const gzip = gzipSync(content, { level: constants.Z_BEST_COMPRESSION });
  await writeFile(file, content);
  await writeFile(`${file}.br`, brotli);
  await writeFile(`${file}.gz`, gzip);
  return { plain: content.length, gzip: gzip.length, brotli: brotli.length };
}
