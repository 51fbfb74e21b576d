import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { hostedPageRoutes } from './hosted-page.routes.ts';
import type { HostedCampaign } from './hosted-page.ts';

const SECRET = 'u9Xk2mQ7wZr4Lp8TnB3v';

function aCampaign(over: Partial<HostedCampaign> = {}): HostedCampaign {
  return { name: 'Winter preview', description: 'Forty bowls.', shopName: 'Kiln & Co', ...over };
}

async function visit(path: string, findBySecretLink: (secret: string) => Promise<HostedCampaign | null>) {
  const http = Fastify();
  await http.register(hostedPageRoutes({ findBySecretLink }));
  return http.inject({ path });
}

test("a secret link leads to its campaign's page, which nobody keeps, indexes or passes on", async () => {
  const page = await visit(`/c/${SECRET}`, async (secret) => (secret === SECRET ? aCampaign() : null));

  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<h1>Winter preview</h1>');
  expect(page.body).toContain('Kiln &amp; Co');
  expect(page.body).toContain(`<vip-gate secret-link="${SECRET}" without-heading>`);
  expect(page.body).toContain('<meta property="og:title" content="Winter preview">');
  expect(page.headers).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
});

test('the page runs no script but ours and cannot be framed', async () => {
  const page = await visit(`/c/${SECRET}`, async () => aCampaign());

  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
});

test("a merchant's words are shown as they were typed, markup and all", async () => {
  const typed = '<img src=x onerror=alert(1)>"';

  const page = await visit(`/c/${SECRET}`, async () => aCampaign({ name: typed, description: typed, shopName: typed }));

  expect(page.body).not.toContain('<img');
  expect(page.body).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;');
});

test('a link that leads nowhere is answered alike, whatever is wrong with it', async () => {
  const unknown = await visit(`/c/${SECRET}`, async () => null);
  const malformed = await visit('/c/%3Cscript%3E', async () => aCampaign());

  expect(unknown.statusCode).toBe(404);
  expect(malformed.statusCode).toBe(404);
  expect(malformed.body).toBe(unknown.body);
  expect(unknown.body).toContain('This link leads nowhere');
});

test('when the shop is out of reach the visitor reads a sentence, not a stack', async () => {
  const page = await visit(`/c/${SECRET}`, async () => {
    throw new Error('connect ECONNREFUSED db.internal');
  });

  expect(page.statusCode).toBe(503);
  expect(page.headers['retry-after']).toBe('5');
  expect(page.body).toContain('t reach the shop');
  expect(page.body).not.toContain('ECONNREFUSED');
});

test('a description of any length leaves a preview of whole words', async () => {
  const page = await visit(`/c/${SECRET}`, async () => aCampaign({ description: 'words '.repeat(200) }));

  const preview = /og:description" content="([^"]*)"/.exec(page.body)?.[1] ?? '';
  expect(preview.length).toBeLessThanOrEqual(201);
  expect(preview.endsWith('words…')).toBe(true);
});
