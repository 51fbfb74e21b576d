import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Writes the page in which the admin previews a gate; gives its path. Its script stands in it: the page has no origin of its own, so that it could
 * load none of `assets`, which is for pages of this server alone. The API allows it by its hash. `home`: the folder of `admin`.
 */
export async function writePreviewPage(home: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: home,
    entryPoints: ['src/campaigns/preview/stage/stage.ts'],
    bundle: true,
    format: 'iife',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
    minify: true,
    write: false,
  });
  const script = outputFiles.map(({ text }) => text.trim()).join('');
  const page = (await readFile(join(home, 'gate-preview.html'), 'utf8')).replace('{{script}}', () => script);
  const path = join(home, 'dist', 'gate-preview.html');
  await writeFile(path, page);
  return path;
}
