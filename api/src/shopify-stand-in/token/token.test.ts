import { beforeAll, expect, test } from 'vitest';
import { askAdmin, askToken, exchangeOf } from '../admin-calls.fixture.ts';
import { aShopifyStandIn, type TestShopify } from '../shopify-stand-in.fixture.ts';

const SHOP = 'first-light.myshopify.com';
let at: TestShopify;

beforeAll(async () => {
  at = await aShopifyStandIn();
  at.addShop({ domain: SHOP });
  at.addShop({ domain: 'second-wind.myshopify.com' });
  at.install(SHOP);
});

const exchange = async () => (await askToken(at, SHOP, exchangeOf(at.idToken(SHOP)))).body;
const refresh = (refresh_token: string) => askToken(at, SHOP, { grant_type: 'refresh_token', refresh_token });

test('an ID token of the shop is exchanged for a token of an hour, with one that refreshes it', async () => {
  const given = await exchange();
  const lasting = (await askToken(at, SHOP, exchangeOf(at.idToken(SHOP), '0'))).body;

  expect(given).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
  expect(given.scope.split(',')).toEqual(at.world.app.scopes);
  expect(Object.keys(lasting)).toEqual(['access_token', 'scope']);
  at.world.clock.advance(3_599_000);
  expect((await askAdmin(at, SHOP, { query: '{ shop { id } }', token: given.access_token })).status).toBe(200);
});

test.each([
  ['a stale one', () => at.idToken(SHOP, { claims: { exp: Math.floor(at.world.clock.now() / 1000) - 1 } })],
  ['one of another shop', () => at.idToken('second-wind.myshopify.com')],
  ['one for another app', () => at.idToken(SHOP, { claims: { aud: 'another-app' } })],
  ['one signed by somebody else', () => at.idToken(SHOP, { secret: 'guessed' })],
  ['one that is not signed', () => at.idToken(SHOP, { alg: 'none' })],
  ['nonsense', () => 'nonsense'],
])('%s is refused', async (_what, token) => {
  const { status, body } = await askToken(at, SHOP, exchangeOf(token()));

  expect([status, body]).toEqual([400, { error: 'invalid_subject_token' }]);
});

test('a wrong secret, a shop without the app and an unknown grant are refused', async () => {
  const body = exchangeOf(at.idToken(SHOP));
  const wrong = await askToken(at, SHOP, { ...body, client_secret: 'guessed' });
  const foreign = await askToken(at, 'second-wind.myshopify.com', exchangeOf(at.idToken('second-wind.myshopify.com')));
  const unknown = await askToken(at, SHOP, { grant_type: 'password' });

  expect([wrong.body.error, foreign.status, unknown.body.error]).toEqual([
    'invalid_client',
    400,
    'unsupported_grant_type',
  ]);
});

test('a refresh token stays good until its successor is used for the first time', async () => {
  const first = await exchange();
  const before = at.world.tokens.counts.refreshes;
  const lost = await refresh(first.refresh_token);
  const second = await refresh(first.refresh_token);
  const third = await refresh(second.body.refresh_token);

  expect([lost.status, second.status, third.status]).toEqual([200, 200, 200]);
  expect((await refresh(first.refresh_token)).body.error).toBe('invalid_grant');
  expect(at.world.tokens.counts.refreshes - before).toBe(3);
});

test('an uninstall ends every token', async () => {
  const { access_token: token, refresh_token } = await exchange();
  at.world.uninstall(SHOP);
  const asked = await askAdmin(at, SHOP, { query: '{ shop { id } }', token });
  at.install(SHOP);

  expect(asked.status).toBe(401);
  expect((await refresh(refresh_token)).status).toBe(400);
});
