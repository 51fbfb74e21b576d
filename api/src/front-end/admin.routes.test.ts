import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { adminRoutes } from './admin.routes.ts';

async function serveAdmin(sections: readonly string[] = []) {
  const directory = await mkdtemp(join(tmpdir(), 'admin-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><div id="app"></div>');
  await writeFile(join(directory, 'assets', 'app-ABC123.js'), 'start()');
  await mkdir(join(directory, 'pages'));
  for (const name of sections) await writeFile(join(directory, 'pages', `${name}.html`), `<h1>${name}</h1>`);
  const http = Fastify();
  await http.register(adminRoutes({ directory, frame: null }));
  return (path: string) => http.inject({ path });
}

test('every address of the admin is answered with its one page, which is asked for each time', async () => {
  const get = await serveAdmin();

  for (const path of ['/admin/', '/admin/campaigns/0195', '/admin/settings?tab=tokens']) {
    const page = await get(path);
    expect([path, page.statusCode, page.headers['cache-control']]).toEqual([path, 200, 'no-cache']);
    expect(page.body).toContain('id="app"');
  }
});

test('a section has a document of its own, whatever follows its address, and what it does not know has the ordinary one', async () => {
  const get = await serveAdmin(['campaigns', 'campaigns-one', 'home']);
  const shown = async (path: string) => /<h1>(.*)<\/h1>/.exec((await get(path)).body)?.[1] ?? 'ordinary';

  const seen = await Promise.all(
    [
      '',
      'campaigns',
      'campaigns/?query=bowl',
      'campaigns/0195',
      'campaigns/0195/analytics',
      'settings',
      'pages/home.html',
    ].map((path) => shown(`/admin/${path}`)),
  );

  expect(seen).toEqual(['home', 'campaigns', 'campaigns', 'campaigns-one', 'ordinary', 'ordinary', 'ordinary']);
});

test('the admin runs only scripts of its own and is framed by nobody', async () => {
  const get = await serveAdmin();

  const policy = String((await get('/admin/')).headers['content-security-policy']);

  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('a file of the build is kept for good, and one that is not there is no page', async () => {
  const get = await serveAdmin();

  const file = await get('/admin/assets/app-ABC123.js');
  const missing = await get('/admin/assets/app-GONE.js');

  expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(missing.statusCode).toBe(404);
});

test('the bare address leads to the admin', async () => {
  const get = await serveAdmin();

  const bare = await get('/admin');

  expect([bare.statusCode, bare.headers.location]).toEqual([308, '/admin/']);
});
