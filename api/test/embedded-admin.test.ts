import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminRoutes } from '../src/front-end/admin.routes.ts';
import { EmbeddedAdmin } from '../src/shopify/embedded/embedded-admin.ts';
import { shopifyAddresses } from '../src/shopify/embedded/shopify-addresses.ts';
import { type ShopifyStage, shopifyStage } from './shopify.ts';

const PUBLIC_URL = 'https://vip.example';

let stage: ShopifyStage;
let shop: string;
let standIn: string;
/** The admin's routes over a build of the test's own: within Shopify's admin, and in standalone mode. */
let framed: FastifyInstance;
let alone: FastifyInstance;

async function serveAdmin(frame: EmbeddedAdmin | null): Promise<FastifyInstance> {
  const directory = await mkdtemp(join(tmpdir(), 'admin-'));
  afterAll(() => rm(directory, { recursive: true }));
  await mkdir(join(directory, 'assets'));
  await copyFile(join(import.meta.dirname, '../../admin/index.html'), join(directory, 'index.html'));
  const http = Fastify();
  await http.register(adminRoutes({ directory, frame }));
  return http;
}

beforeAll(async () => {
  stage = await shopifyStage();
  framed = await serveAdmin(stage.rooms.embeddedAdmin);
  alone = await serveAdmin(null);
  shop = stage.installedShop();
  standIn = new URL(stage.shopify.url).origin;
});

const get = async (address: string) => {
  const http = address.startsWith('/admin') ? framed : stage.http;
  const answer = await http.inject({ path: address });
  return {
    status: answer.statusCode,
    location: answer.headers.location,
    policy: String(answer.headers['content-security-policy']),
    caching: answer.headers['cache-control'],
    body: answer.body,
  };
};
const idToken = (
  ...wish: Parameters<ShopifyStage['shopify']['idToken']> extends [string, ...infer Rest] ? Rest : never
) => stage.shopify.idToken(shop, ...wish);

describe('a document of the admin', () => {
  test('with a good ID token begins with App Bridge and may be framed by that very shop', async () => {
    const page = await get(`/admin/campaigns?shop=${shop}&host=abc&embedded=1&id_token=${idToken()}`);

    expect([page.status, page.caching]).toEqual([200, 'no-store']);
    expect(page.body.replace(/\s+/g, ' ')).toContain(
      `<head> <meta name="shopify-api-key" content="stand-in-api-key"> <script src="${standIn}/app-bridge.js"></script>`,
    );
    expect(page.policy).toContain(`frame-ancestors https://${shop} https://admin.shopify.com ${standIn}`);
    expect(page.policy).toContain(`script-src 'self' ${standIn}`);
  });

  test('takes the shop from the token, whatever the address says', async () => {
    const page = await get(`/admin/?shop=evil.myshopify.com&id_token=${idToken()}`);

    expect(page.policy).toContain(`https://${shop} `);
    expect(page.policy).not.toContain('evil');
  });

  test.each([
    ['none', () => ''],
    ['a stale one', () => `&id_token=${idToken({ claims: { exp: 1_000_000_000 } })}`],
    ['a forged one', () => `&id_token=${idToken({ secret: 'wrong' })}`],
  ])('with %s goes by the bounce page, and comes back where it was', async (_what, token) => {
    const sent = await get(`/admin/campaigns/7?tab=people&shop=${shop}&host=abc${token()}`);
    const address = new URL(String(sent.location), PUBLIC_URL);

    expect([sent.status, address.pathname]).toEqual([302, '/shopify/bounce']);
    expect(address.searchParams.get('shopify-reload')).toBe(
      `${PUBLIC_URL}/admin/campaigns/7?tab=people&shop=${shop}&host=abc`,
    );
    const bounce = await get(address.pathname + address.search);
    expect(bounce.body).toContain(`<script src="${standIn}/app-bridge.js"></script>`);
    expect(bounce.policy).toContain(`frame-ancestors https://${shop} https://admin.shopify.com ${standIn}`);
    expect(bounce.caching).toBe('no-store');
  });

  test.each([
    ['no shop', '/admin/'],
    ['something else than a shop', '/admin/?shop=evil.example'],
    ['a policy in place of a shop', "/admin/?shop=x.myshopify.com;script-src%20'unsafe-inline'"],
    ['two shops', '/admin/?shop=a.myshopify.com%0d%0ab.myshopify.com'],
  ])('with %s leads to the install page', async (_what, address) => {
    const answer = await get(address);

    expect([answer.status, answer.location]).toEqual([302, '/']);
  });

  test('keeps what its address says when it lacks its slash', async () => {
    expect((await get(`/admin?shop=${shop}`)).location).toBe(`/admin/?shop=${shop}`);
  });
});

test.each([
  ['another server', 'https://evil.example/admin/'],
  ['a page that is not the admin', `${PUBLIC_URL}/c/secret`],
  ['a server whose name begins like ours', 'https://vip.example.evil.example/admin/'],
  ['a script', 'javascript:alert(1)'],
])('the bounce page takes no ID token to %s', async (_what, back) => {
  const answer = await get(`/shopify/bounce?shop=${shop}&shopify-reload=${encodeURIComponent(back)}`);

  expect([answer.status, answer.location]).toEqual([302, '/']);
});

test('without a stand-in App Bridge comes from Shopify, and nobody else may frame or script a document', () => {
  const addresses = shopifyAddresses({ apiKey: 'the-key', standInUrl: null });
  const admin = new EmbeddedAdmin({
    ...{ apiKey: 'the-key', publicUrl: PUBLIC_URL, addresses },
    idTokens: { read: async () => null },
  });

  expect(admin.head).toContain('<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>');
  expect(admin.ancestorsOf('a.myshopify.com')).toEqual(['https://a.myshopify.com', 'https://admin.shopify.com']);
  expect(addresses.installOf('a.myshopify.com')).toBe(
    'https://admin.shopify.com/store/a/oauth/install?client_id=the-key',
  );
});

describe('the page at /', () => {
  test('says what this is, and asks for a shop', async () => {
    const page = await get('/');

    expect(page.status).toBe(200);
    expect(page.body).toContain('name="shop"');
    expect(page.policy).toContain(`form-action 'self' ${standIn};`);
    expect(page.policy).toContain("frame-ancestors 'none'");
  });

  test.each(['example', 'EXAMPLE.myshopify.com', 'https://example.myshopify.com/admin', ' example.myshopify.com '])(
    'leads %j to where Shopify installs the app',
    async (named) => {
      const { status, location } = await get(`/?shop=${encodeURIComponent(named)}`);

      expect([status, location]).toEqual([302, `${standIn}/store/example/oauth/install?client_id=stand-in-api-key`]);
    },
  );

  test('leads a shop that has it to the app in its admin', async () => {
    await stage.asMerchant(shop)('{ shop { domain } }');
    const { location } = await get(`/?shop=${shop}`);

    expect(location).toBe(`${standIn}/store/${shop.replace('.myshopify.com', '')}/apps/stand-in-api-key`);
  });

  test.each(['evil.example', '"><script>alert(1)</script>', 'a.myshopify.com.evil.example', ''])(
    'takes %j for no shop, and does not repeat it',
    async (named) => {
      const page = await get(`/?shop=${encodeURIComponent(named)}`);

      expect([page.status, page.location]).toEqual([422, undefined]);
      expect(page.body).toContain('This is not a shop');
      if (named !== '') expect(page.body).not.toContain(named);
    },
  );

  test('leads on into the admin where Shopify’s admin opens it', async () => {
    const query = `embedded=1&shop=${shop}&host=abc&id_token=${idToken()}`;

    expect((await get(`/?${query}`)).location).toBe(`/admin/?${query}`);
  });
});

test('standalone mode knows no App Bridge and is framed by nobody', async () => {
  const page = await alone.inject({ path: `/admin/?shop=${shop}&id_token=${idToken()}` });

  expect(page.statusCode).toBe(200);
  expect(page.body).not.toMatch(/<script src="http|shopify-api-key/);
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
});
