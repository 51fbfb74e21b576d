import { beforeAll, expect, test } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { testDatabase } from '../../test/database.ts';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  await app.services.demoShop.seed();
});

function visit(url: string) {
  return app.http.inject({ url });
}

test('the start page tells how to get into each demo campaign and leads there', async () => {
  const campaigns = await app.services.demoShop.listCampaigns();

  const page = await visit('/');

  expect(campaigns.map((campaign) => campaign.accessType).sort()).toEqual([
    'EMAIL_SIGNUP',
    'PASSWORD',
    'PASSWORD_OR_EMAIL',
    'SECRET_LINK',
  ]);
  for (const { id, password, secretLink } of campaigns) {
    expect(page.body).toContain(`href="/c/${secretLink}"`);
    expect(page.body).toContain(`href="/demo/?campaign=${id}"`);
    if (password) expect(page.body).toContain(`<code>${password}</code>`);
  }
  expect(page.headers['cache-control']).toBe('no-store');
});

test('every demo campaign is open and has products behind it', async () => {
  const campaigns = await app.services.demoShop.listCampaigns();

  expect(campaigns.map((campaign) => [campaign.status, campaign.productIds.length > 0])).toEqual(
    campaigns.map(() => ['LIVE', true]),
  );
});

test('two processes that seed at once make one demo shop', async () => {
  const database = await testDatabase();
  const [one, other] = await Promise.all([appOver(database), appOver(database)]);

  await Promise.all([one.services.demoShop.seed(), other.services.demoShop.seed()]);

  expect(await one.services.demoShop.listCampaigns()).toHaveLength(4);
});

test('what a merchant changed is kept by the next start', async () => {
  const { demoShop, campaigns } = app.services;
  const [first] = await demoShop.listCampaigns();
  await campaigns.update({ shop: demoShop.domain, actor: 'Merchant' }, first?.id ?? '', { name: 'My own name' });

  await demoShop.seed();

  expect((await demoShop.listCampaigns()).map((campaign) => campaign.name)).toContain('My own name');
});

test('the demo page holds the gate of the campaign that its address asks for', async () => {
  const page = await visit('/demo/?campaign=0195&vip=anything');

  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<vip-gate campaign="0195">');
  expect((await visit('/demo/')).body).toContain('access-type="PASSWORD_OR_EMAIL"');
  expect(page.body).toContain('src="/widget/v1/vip-gate.js"');
});

test('an address that smuggles markup into the demo page gets it back as text', async () => {
  const page = await visit(`/demo/?campaign=${encodeURIComponent('"><script>alert(1)</script>')}`);

  expect(page.body).not.toContain('<script>alert');
  expect(page.body).toContain('&quot;&gt;&lt;script&gt;');
});

test('a product of the demo shop has a page with its picture, one that it does not sell has none', async () => {
  const product = await visit('/demo/products/lantern-teapot');
  const picture = await visit('/demo/pictures/lantern-teapot.svg');
  const missing = await visit('/demo/products/nothing-of-ours');

  expect(product.body).toContain('<h1>Lantern Teapot</h1>');
  expect(product.body).toContain('€118.00<s>€138.00</s>');
  expect(product.body).toContain('src="/demo/pictures/lantern-teapot.svg"');
  expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  expect(picture.headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(missing.statusCode).toBe(404);
  expect(missing.body).toContain('Nothing stands on this shelf');
});

test('no page of standalone mode runs a script that is not ours, or can be framed', async () => {
  for (const url of ['/', '/demo/', '/demo/products/lantern-teapot', '/demo/products/none']) {
    const policy = String((await visit(url)).headers['content-security-policy']);
    expect([url, policy.includes("script-src 'self';"), policy.includes("frame-ancestors 'none'")]).toEqual([
      url,
      true,
      true,
    ]);
    expect(policy).not.toContain('unsafe');
  }
});
