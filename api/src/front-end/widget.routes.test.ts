import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { widgetRoutes } from './widget.routes.ts';

const SCRIPT = 'customElements.define("vip-gate", class extends HTMLElement {});';
const PART = 'export default {};';

async function aBuild(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'widget-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  await write(directory, '1.2.3', SCRIPT);
  return directory;
}

async function write(directory: string, version: string, script: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'vip-gate.js'), script);
  await writeFile(join(directory, 'vip-gate.js.br'), brotliCompressSync(script));
  await writeFile(join(directory, 'vip-gate.js.gz'), gzipSync(script));
  await writeFile(join(directory, 'de.js'), PART);
  const card = { version, integrity: `sha384-of-${version}`, parts: { 'de.js': {} } };
  await writeFile(join(directory, 'vip-gate.json'), JSON.stringify(card));
}

async function serve(directory: string) {
  const http = Fastify();
  await http.register(widgetRoutes({ directory }));
  return (path: string, headers: Record<string, string> = {}) => http.inject({ path, headers });
}

test('pages of any origin may load the widget', async () => {
  const get = await serve(await aBuild());

  const script = await get('/widget/v1/vip-gate.js');

  expect(script.statusCode).toBe(200);
  expect(script.body).toBe(SCRIPT);
  expect(script.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'content-type': 'text/javascript; charset=utf-8',
  });
});

test('the widget of a version is kept for good, the current one is asked for again within minutes', async () => {
  const get = await serve(await aBuild());

  const pinned = await get('/widget/1.2.3/vip-gate.js');
  const current = await get('/widget/v1/vip-gate.js');
  const never = await get('/widget/9.9.9/vip-gate.js');

  expect(pinned.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(current.headers['cache-control']).toContain('max-age=300');
  expect(never.statusCode).toBe(404);
});

test('a browser gets the smallest copy that it can read', async () => {
  const get = await serve(await aBuild());

  const encodings = await Promise.all(
    ['gzip, deflate, br', 'gzip', 'br;q=0, gzip;q=0.5', 'identity'].map((offer) =>
      get('/widget/v1/vip-gate.js', { 'accept-encoding': offer }),
    ),
  );

  expect(encodings.map((answer) => answer.headers['content-encoding'])).toEqual(['br', 'gzip', 'gzip', undefined]);
  expect(encodings.every((answer) => answer.headers.vary === 'accept-encoding')).toBe(true);
});

test('a browser that has the script already is not sent it again', async () => {
  const get = await serve(await aBuild());
  const first = await get('/widget/v1/vip-gate.js');

  const again = await get('/widget/v1/vip-gate.js', { 'if-none-match': String(first.headers.etag) });
  const other = await get('/widget/v1/vip-gate.js', { 'if-none-match': '"another"' });

  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect(other.statusCode).toBe(200);
});

test('what the script fetches later lies beside it, under both addresses', async () => {
  const get = await serve(await aBuild());

  const pinned = await get('/widget/1.2.3/de.js');
  const current = await get('/widget/v1/de.js');

  expect([pinned.body, current.body]).toEqual([PART, PART]);
  expect(pinned.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=31536000, immutable',
  });
});

test('a release stays at its address when the widget has gone on', async () => {
  const directory = await aBuild();
  await write(join(directory, 'releases', '1.0.0'), '1.0.0', '"the first"');
  await write(join(directory, 'releases', '1.1.0'), '1.1.0', '"the second"');
  const get = await serve(directory);

  const [first, second, current] = await Promise.all(
    ['1.0.0', '1.1.0', 'v1'].map((version) => get(`/widget/${version}/vip-gate.js`)),
  );

  expect([first?.body, second?.body, current?.body]).toEqual(['"the first"', '"the second"', SCRIPT]);
  expect(first?.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await get('/widget/1.0.0/de.js')).body).toBe(PART);
});

test('a build that calls itself by a released version does not get its address', async () => {
  const directory = await aBuild();
  await write(join(directory, 'releases', '1.2.3'), '1.2.3', '"what was pinned"');
  const get = await serve(directory);

  expect((await get('/widget/1.2.3/vip-gate.js')).body).toBe('"what was pinned"');
  expect((await get('/widget/v1/vip-gate.js')).body).toBe(SCRIPT);
});

test('a page author learns the version of now and the hash to pin it with', async () => {
  const get = await serve(await aBuild());

  const current = await get('/widget/v1/vip-gate.json');

  expect(current.json()).toMatchObject({ version: '1.2.3', integrity: 'sha384-of-1.2.3' });
  expect(current.headers['content-type']).toBe('application/json; charset=utf-8');
  expect((await get('/widget/1.2.3/vip-gate.json')).headers['cache-control']).toContain('immutable');
});

test('without a build the addresses are simply not there', async () => {
  const get = await serve(join(tmpdir(), 'nothing-was-built-here'));

  expect((await get('/widget/v1/vip-gate.js')).statusCode).toBe(404);
});
