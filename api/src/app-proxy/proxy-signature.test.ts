import { ApiVersion, shopifyApi } from '@shopify/shopify-api';
import '@shopify/shopify-api/adapters/node';
import { expect, test } from 'vitest';
import { sign, signedQuery } from './app-proxy.fixture.ts';
import { signedShop } from './proxy-signature.ts';

const SECRET = 'hush';
const SHOP = 'kiln.myshopify.com';
const trust = { secrets: [SECRET], now: Date.now };

const timestamp = (seconds = 0): [string, string] => ['timestamp', String(Math.trunc(Date.now() / 1000) + seconds)];
const shop: [string, string] = ['shop', SHOP];

const { utils } = shopifyApi({
  ...{ apiKey: 'key', apiSecretKey: SECRET, hostName: 'vip.example', isEmbeddedApp: true },
  apiVersion: ApiVersion.October26,
  logger: { log: () => undefined },
});

/** What Shopify's own library says to a query; it answers false or throws where it refuses. */
async function libraryAccepts(query: string): Promise<boolean> {
  return utils.validateHmac(new URLSearchParams(query), { signator: 'appProxy' }).catch(() => false);
}

test("the example of Shopify's documentation is right at its own time, with its array", () => {
  const query =
    'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555&signature=4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb';

  expect(signedShop(query, { ...trust, now: () => 1_317_327_555_000 })).toBe('shop-name.myshopify.com');
  expect(signedShop(query, trust)).toBeNull();
});

test.each<[string, [string, string][]]>([
  ['nothing of its own', []],
  [
    'a repeated key',
    [
      ['id', '2'],
      ['id', '1'],
      ['id', ''],
    ],
  ],
  [
    'brackets in a key',
    [
      ['ids[]', '1'],
      ['ids[]', '2'],
    ],
  ],
  ['a plus, a percent and a space', [['q', '1+1=2 100% a&b']]],
  ['letters beyond ASCII', [['utm_campaign', 'Früher Zugang 早期 🎟']]],
  ['a comma, as if it were two values', [['id', '1,2']]],
])(
  "a query with %s is taken as Shopify's library takes it, and refused when one letter changes",
  async (_what, pairs) => {
    const query = signedQuery(SECRET, SHOP, pairs);
    const changed = query.replace('kiln', 'klin');

    expect([signedShop(query, trust), await libraryAccepts(query)]).toEqual([SHOP, true]);
    expect([signedShop(changed, trust), await libraryAccepts(changed)]).toEqual([null, false]);
  },
);

test('a space may come as a plus or as %20, which is the same parameter', () => {
  const query = signedQuery(SECRET, SHOP, [['q', 'a b']]);

  expect(query).toContain('q=a+b');
  expect(signedShop(query.replace('q=a+b', 'q=a%20b'), trust)).toBe(SHOP);
});

test('keys are sorted by their bytes together with their values, whatever the language of the machine', () => {
  expect(
    signedShop(sign(SECRET, [['Zeta', '1'], ['a', '2'], ['a-b', '3'], ['ä', '4'], shop, timestamp()]), trust),
  ).toBe(SHOP);
});

test.each<[string, [string, string][]]>([
  ['two shops', [shop, shop, timestamp()]],
  ['two timestamps', [shop, timestamp(), timestamp()]],
  ['no shop', [timestamp()]],
  ['no timestamp', [shop]],
  ['a timestamp that is no whole number', [shop, ['timestamp', `${Date.now() / 1000}`]]],
  ['an empty timestamp', [shop, ['timestamp', '']]],
  ['a timestamp of 91 seconds ago', [shop, timestamp(-91)]],
  ['a timestamp far ahead', [shop, timestamp(95)]],
  ["a shop that is not one of Shopify's", [['shop', 'kiln.example'], timestamp()]],
])('%s is refused even when it is signed', (_what, pairs) => {
  expect(signedShop(sign(SECRET, pairs), trust)).toBeNull();
});

test('two signatures, none, and one that is no digest are refused', () => {
  const query = signedQuery(SECRET, SHOP);
  const signature = /signature=(\w+)/.exec(query)?.[1] ?? '';

  expect(signedShop(`${query}&signature=${signature}`, trust)).toBeNull();
  expect(signedShop(query.replace(/&signature=.*/, ''), trust)).toBeNull();
  expect(signedShop(query.replace(signature, signature.toUpperCase()), trust)).toBeNull();
  expect(signedShop(query.replace(signature, ''), trust)).toBeNull();
  expect(signedShop('', trust)).toBeNull();
});

test('after a rotation of the client secret both are good, and after that the old one no longer', () => {
  const old = signedQuery('before', SHOP);

  expect(signedShop(old, { ...trust, secrets: [SECRET, 'before'] })).toBe(SHOP);
  expect(signedShop(old, trust)).toBeNull();
});

test('a text that was signed for one shop is not cut into one that names another', async () => {
  const [, now] = timestamp();
  const prefix: [string, string] = ['path_prefix', '/apps/vip'];
  // What a visitor of the attacker's own shop had Shopify sign, and the same text with other seams.
  const signed = sign(SECRET, [prefix, ['shop', 'evil.myshopify.com'], ['shoq', `1shop=${SHOP}`], ['timestamp', now]]);
  const forged = new URLSearchParams([
    ['path_prefix', '/apps/vipshop=evil.myshopify.comshoq=1'],
    shop,
    ['timestamp', now],
    ['signature', new URLSearchParams(signed).get('signature') ?? ''],
  ]).toString();

  // The signature itself is right: Shopify's library takes the forgery.
  expect(await libraryAccepts(forged)).toBe(true);
  expect(signedShop(forged, trust)).toBeNull();
});
