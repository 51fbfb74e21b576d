/**
 * `pnpm dev:shopify`: the app in a shop's admin without Shopify. Starts our stand-ins for Shopify, Klaviyo and Omnisend and the app beside
 * them, each a process of its own, and ends them together. The app's data lies in `.data/shopify`; the stand-ins forget at every start.
 */
import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isFresh, PRODUCTS, ROOT } from './freshness.ts';

const DATA = join(ROOT, '.data', 'shopify');
const PORTS = { app: process.env.PORT ?? '4500', shopify: '4600', vendors: '4700' };
const CREDENTIALS = { key: 'stand-in-api-key', secret: 'stand-in-api-secret' };
const appUrl = `http://127.0.0.1:${PORTS.app}`;
const running: ChildProcess[] = [];

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => endAll());
if (!PRODUCTS.flat().every(isFresh)) build();
const vendors = await startStandIn('stand-in/stand-in.process.ts', ['--port', PORTS.vendors]);
const { key, secret } = CREDENTIALS;
const shopifyArguments = ['--port', PORTS.shopify, '--app', appUrl, '--api-key', key, '--api-secret', secret];
const shopify = await startStandIn('shopify-stand-in/shopify-stand-in.process.ts', shopifyArguments);
start(join(ROOT, 'api/dist/server.js'), [], {
  ...{ PORT: PORTS.app, DATA_DIR: DATA, APP_KEY: keptKey(), SHOPIFY_API_KEY: key, SHOPIFY_API_SECRET: secret },
  ...{ SHOPIFY_STAND_IN_URL: shopify, KLAVIYO_URL: `${vendors}/klaviyo`, OMNISEND_URL: `${vendors}/omnisend` },
});
process.stdout.write(`A shop's admin, with the app to install: ${shopify}/
Its online store: ${shopify}/storefront/first-light.myshopify.com
The app itself: ${appUrl}/
`);

function build(): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'api/build.ts')], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

/** Starts a stand-in from its source; answers the address that it prints. */
async function startStandIn(path: string, args: readonly string[]): Promise<string> {
  const { stdout } = start(join(ROOT, 'api/src', path), args, {});
  if (stdout === null) throw new Error('A stand-in without an output.');
  const [address] = await once(createInterface(stdout), 'line');
  return String(address);
}

/** In a process group of its own, so that Ctrl-C reaches it once, by `endAll`. One that ends takes the others with it. */
function start(path: string, args: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
  const env = { ...process.env, ...settings };
  const stdio: StdioOptions = ['ignore', path.endsWith('server.js') ? 'inherit' : 'pipe', 'inherit'];
  const child = spawn(process.execPath, [path, ...args], { cwd: ROOT, env, stdio, detached: true });
  child.once('exit', () => endAll());
  running.push(child);
  return child;
}

function endAll(): void {
  for (const child of running.splice(0)) child.kill('SIGTERM');
}

/** What seals secrets in the database must be the same at the next start. */
function keptKey(): string {
  mkdirSync(DATA, { recursive: true });
  const path = join(DATA, 'app.key');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
}
