import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  await writeFile(join(directory, 'vip-gate.js'), SCRIPT);
  await writeFile(join(directory, 'vip-gate.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(directory, 'vip-gate.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(directory, 'de.js'), PART);
  await writeFile(join(directory, 'vip-gate.json'), JSON.stringify({ version: '1.2.3', parts: { 'de.js': {} } }));
  return directory;
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
  expect((await get('/widget/v1/vip-gate.json')).statusCode).toBe(404);
});

test('without a build the addresses are simply not there', async () => {
  const get = await serve(join(tmpdir(), 'nothing-was-built-here'));

  expect((await get('/widget/v1/vip-gate.js')).statusCode).toBe(404);
});
