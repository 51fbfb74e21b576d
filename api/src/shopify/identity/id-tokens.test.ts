import { beforeAll, describe, expect, test } from 'vitest';
import { appOver, asker } from '../../../test/app.ts';
import { aCampaign } from '../../../test/builders.ts';
import { type IdTokenWish, type ShopifyStage, shopifySettings, shopifyStage } from '../../../test/shopify.ts';

const WHO = '{ shop { domain } }';
const RETRY = 'x-shopify-retry-invalid-session-request';

let stage: ShopifyStage;
let shop: string;
let other: string;

beforeAll(async () => {
  stage = await shopifyStage();
  [shop, other] = [stage.installedShop(), stage.installedShop()];
  for (const one of [shop, other]) await stage.asMerchant(one)(WHO);
});

const seconds = () => Math.floor(Date.now() / 1000);

test("a merchant's ID token speaks for the shop that it names", async () => {
  expect((await stage.asMerchant(shop)(WHO)).data.shop.domain).toBe(shop);
});

/** T-06, and what else a token may lie about. */
const WRONG: readonly [string, () => IdTokenWish][] = [
  ['for another app', () => ({ claims: { aud: 'another-app' } })],
  ['issued by another shop', () => ({ claims: { iss: `https://${other}/admin` } })],
  ['issued by nobody', () => ({ claims: { iss: 'https://evil.example/admin' } })],
  ['for another shop than its issuer', () => ({ claims: { dest: `https://${other}` } })],
  ['of no shop', () => ({ claims: { dest: 'https://evil.example', iss: 'https://evil.example/admin' } })],
  [
    'of a name that only begins like a shop',
    () => ({
      claims: { dest: `https://${shop}.evil.example`, iss: `https://${shop}.evil.example/admin` },
    }),
  ],
  [
    'expired, replayed afterwards',
    () => ({ claims: { iat: seconds() - 100, nbf: seconds() - 100, exp: seconds() - 40 } }),
  ],
  ['expired longer than the leeway', () => ({ claims: { exp: seconds() - 12 } })],
  ['not valid yet', () => ({ claims: { nbf: seconds() + 60 } })],
  ['signed by nobody (`alg: none`)', () => ({ alg: 'none' })],
  ["signed with another app's secret", () => ({ secret: 'the secret of another app' })],
  ['without an end', () => ({ claims: { exp: undefined as unknown as number } })],
  ['without a beginning', () => ({ claims: { nbf: undefined as unknown as number } })],
];

test.each(WRONG)('an ID token %s opens nothing, and App Bridge is told to get another', async (_what, wish) => {
  const answer = await stage.asMerchant(shop, wish())(WHO);

  expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect(answer.headers[RETRY]).toBe('1');
});

test('a clock that is some seconds late refuses nobody', async () => {
  const { status } = await stage.asMerchant(shop, { claims: { exp: seconds() - 5 } })(WHO);

  expect(status).toBe(200);
});

test('uploads tell App Bridge the same', async () => {
  const authorization = `Bearer ${stage.shopify.idToken(shop, { secret: 'wrong' })}`;
  const headers = { authorization, 'content-type': 'text/csv' };
  const answer = await stage.http.inject({ method: 'POST', url: '/admin/catalog-imports', headers, payload: 'Handle' });

  expect([answer.statusCode, answer.headers[RETRY]]).toEqual([401, '1']);
});

test('the session token of standalone mode opens nothing with Shopify', async () => {
  expect(stage.services.sessions).toBeNull();
});

test("a merchant never reads another shop's campaign", async () => {
  const { id } = await aCampaign(stage, shop);

  const { data } = await stage.asMerchant(other)('query ($id: ID!) { campaign(id: $id) { name } }', { id });

  expect(data.campaign).toBeNull();
});

describe('while the secret is rotated', () => {
  test('tokens signed with the previous one are taken, and a new shop is exchanged with it', async () => {
    const rotated = await appOver(stage.database, {
      ...shopifySettings(stage.shopify),
      SHOPIFY_API_SECRET: 'the new secret',
      SHOPIFY_API_SECRET_PREVIOUS: stage.shopify.config.apiSecret,
    });
    const fresh = stage.installedShop();
    const authorization = `Bearer ${stage.shopify.idToken(fresh)}`;

    const { data } = await asker(rotated.http, '/admin/graphql', { headers: { authorization } })(WHO);

    expect(data.shop.domain).toBe(fresh);
  });
});
