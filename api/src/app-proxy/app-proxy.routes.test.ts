import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { signedQuery } from './app-proxy.fixture.ts';

const SECRET = 'the client secret';
const UNKNOWN = 'u9Xk2mQ7wZr4Lp8TnB3vAbCd';

let app: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp({
    SHOPIFY_API_KEY: 'key',
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_API_SECRET_PREVIOUS: 'the one before',
    APP_KEY: Buffer.alloc(32, 11).toString('base64'),
  });
  shop = await aShop(app, 'Kiln & Co');
});

/** Opens an address of the shop as Shopify forwards it. */
function visit(path: string, { from = shop, secret = SECRET, language = 'en' } = {}) {
  const query = signedQuery(secret, from, [['utm_source', 'mail']]);
  return app.http.inject({ path: `/proxy${path}?${query}`, headers: { 'accept-language': language } });
}

test("a campaign's page comes as a template for the shop's theme, with the gate and a way in for those without scripts", async () => {
  const { secretLink } = await aCampaign(app, shop, { name: 'Moon drop' });

  const page = await visit(`/c/${secretLink}`);

  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toBe('application/liquid; charset=utf-8');
  expect(page.body).toContain('<h1 dir="auto">Moon drop</h1>');
  expect(page.body).toContain(`<vip-gate secret-link="${secretLink}" api="https://vip.example" without-heading>`);
  expect(page.body).toContain('<script async src="https://vip.example/widget/v1/vip-gate.js"></script>');
  expect(page.body).toContain(`<a href="https://vip.example/c/${secretLink}" rel="nofollow noreferrer">Come in</a>`);
  expect(page.body).not.toMatch(/<(html|head|body|form)\b/);
});

test('the page stays out of search engines and caches, and brings no policy that the theme would have to obey', async () => {
  const { secretLink } = await aCampaign(app, shop);

  const { headers, body } = await visit(`/c/${secretLink}`);

  expect(headers['x-robots-tag']).toBe('noindex, nofollow');
  expect(body).toContain('<meta name="robots" content="noindex, nofollow">');
  expect(headers['cache-control']).toBe('private, no-store');
  expect(headers['content-security-policy']).toBeUndefined();
  expect(headers['set-cookie']).toBeUndefined();
});

test.each([
  '{{ shop.secret }}',
  '{% assign x = 1 %}{%- render "x" -%}',
  '{% endraw %}{{ 1 | plus: 1 }}{% raw %}',
  '<script>{{ customer | json }}</script>',
  '&#123;{ x }}',
])('%s in what a merchant wrote is drawn as it stands and never run by the theme', async (hostile) => {
  const texts = [{ name: 'heading', text: hostile }];
  const { secretLink } = await aCampaign(app, shop, { name: `A ${hostile}`, ...{ description: hostile, texts } });

  const { body } = await visit(`/c/${secretLink}`);

  expect(body).not.toMatch(/\{[{%]/);
  expect(body).not.toContain('<script>');
  const escaped = hostile
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  expect(body).toContain(`<h1 dir="auto">${escaped.replaceAll('{', '&#123;')}</h1>`);
});

test("nothing of a visitor's request comes back in the page", async () => {
  const { secretLink } = await aCampaign(app, shop);
  const query = signedQuery(SECRET, shop, [
    ['vip', '{{ shop.email }}'],
    ['<b>', '{% x %}'],
  ]);

  const { body } = await app.http.inject({
    path: `/proxy/c/${secretLink}?${query}`,
    headers: { 'accept-language': 'en-{{x}}', 'user-agent': '{{ shop.email }}' },
  });

  expect(body).toContain('vip-gate');
  expect(body).not.toMatch(/\{[{%]/);
  expect(body).not.toContain('shop.email');
});

test("another shop's campaign, one that never was and a broken link are answered alike, in the visitor's language", async () => {
  const other = await aCampaign(app, await aShop(app, 'Other'));

  const answers = await Promise.all(
    [other.secretLink, UNKNOWN, 'x'].map((secret) => visit(`/c/${secret}`, { language: 'de' })),
  );

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  expect(answers[0]?.headers['content-type']).toBe('application/liquid; charset=utf-8');
  expect(answers[0]?.body).toContain('<div lang="de" dir="ltr">');
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
});

test('what Shopify did not sign meets the same nothing as an address that does not exist', async () => {
  const { secretLink } = await aCampaign(app, shop);
  const nothing = async (path: string) => {
    const { statusCode, body } = await app.http.inject({ path });
    return [statusCode, JSON.parse(body).error.code];
  };

  expect(await nothing(`/proxy/c/${secretLink}`)).toEqual([404, 'NOT_FOUND']);
  expect(await nothing(`/proxy/c/${secretLink}?${signedQuery('wrong', shop)}`)).toEqual([404, 'NOT_FOUND']);
  expect(await nothing('/proxy/nothing')).toEqual([404, 'NOT_FOUND']);
});

test('the secret of before a rotation is still good', async () => {
  const { secretLink } = await aCampaign(app, shop);

  expect((await visit(`/c/${secretLink}`, { secret: 'the one before' })).statusCode).toBe(200);
});

test('nothing is taken by post, since Shopify signs no body', async () => {
  const { id, secretLink } = await aCampaign(app, shop);

  const answer = await app.http.inject({
    ...{ method: 'POST', path: `/proxy/c/${secretLink}?${signedQuery(SECRET, shop)}` },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'way=email&email=ada%40example.com',
  });

  expect(answer.statusCode).toBe(404);
  expect(await app.database.prisma.signup.count({ where: { campaignId: id } })).toBe(0);
});

test('the merchant reads the address of the page in the theme, which is the one that Shopify forwards here', async () => {
  const { id, secretLink } = await aCampaign(app, shop);
  const ask = await app.asTool(shop);

  const { data } = await ask('query ($id: ID!) { campaign(id: $id) { themePageUrl } }', { id });

  expect(data.campaign.themePageUrl).toBe(`https://${shop}/apps/vip/c/${secretLink}`);
});

test('without Shopify there is no theme, and nothing at the address of the proxy', async () => {
  const standalone = await testApp();
  const own = await aShop(standalone);
  const { id, secretLink } = await aCampaign(standalone, own);
  const ask = await standalone.asTool(own);

  const { data } = await ask('query ($id: ID!) { campaign(id: $id) { themePageUrl } }', { id });
  const page = await standalone.http.inject({ path: `/proxy/c/${secretLink}?${signedQuery('', own)}` });

  expect(data.campaign.themePageUrl).toBeNull();
  expect(page.statusCode).toBe(404);
});
