/**
 * `node build.ts [FOLDER]`: puts into the extension what Shopify's CDN serves with it: the widget (Shopify takes no script from elsewhere
 * into the themes of apps in its store) and the app's address, `application_url` of `shopify.app.toml`. Run it before `shopify app deploy`.
 */
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const WIDGET = join(ROOT, 'widget/dist');
const folder = process.argv[2] ?? HERE;

execFileSync(process.execPath, ['api/build.ts'], { cwd: ROOT, stdio: 'inherit' });
await mkdir(join(folder, 'assets'), { recursive: true });
for (const name of await readdir(WIDGET)) {
  if (name.endsWith('.js')) await copyFile(join(WIDGET, name), join(folder, 'assets', name));
}
const [, address] =
  /^application_url = "(https:\/\/[^"]+)"/m.exec(await readFile(join(ROOT, 'shopify.app.toml'), 'utf8')) ?? [];
if (address === undefined) throw new Error('shopify.app.toml has no application_url that begins with https://.');
await mkdir(join(folder, 'snippets'), { recursive: true });
await writeFile(join(folder, 'snippets/vip-gate-address.liquid'), address.replace(/\/$/, ''));
