import { beforeAll, expect, test } from 'vitest';
import { type Ask, appOver, type TestApp, testApp } from '../../test/app.ts';
import { aShop } from '../../test/builders.ts';

const UPDATE = `mutation ($input: ShopUpdateInput!) {
  result: shopUpdate(input: $input) { shop { name currencyCode timeZone } userErrors { field code message } }
}`;
const SHOPIFY = {
  ...{ SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret' },
  APP_KEY: Buffer.alloc(32, 7).toString('base64'),
};

let app: TestApp;
let shop: string;
let merchant: Ask;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
});

async function update(input: object, ask = merchant) {
  return (await ask(UPDATE, { input })).data.result;
}

test('standalone, the merchant changes the details one by one, and the rest stays', async () => {
  expect((await merchant('{ shop { isEditable } }')).data.shop.isEditable).toBe(true);

  const zone = await update({ timeZone: 'America/New_York' });
  const both = await update({ name: ' Harbour ', currencyCode: 'usd' });

  expect(zone.shop).toEqual({ name: 'Test Shop', currencyCode: 'EUR', timeZone: 'America/New_York' });
  expect(both.shop).toEqual({ name: 'Harbour', currencyCode: 'USD', timeZone: 'America/New_York' });
});

test('the days of numbers follow the new zone, and no other shop', async () => {
  const other = await app.asTool(await aShop(app));
  const ZONE = '{ shop { analytics { timeZone } } }';

  await update({ timeZone: 'Asia/Tokyo' });

  expect((await merchant(ZONE)).data.shop.analytics.timeZone).toBe('Asia/Tokyo');
  expect((await other(ZONE)).data.shop.analytics.timeZone).toBe('Europe/Berlin');
});

test.each([
  ['a zone that no clock knows', { timeZone: 'Moon/Base' }, ['timeZone', 'INVALID']],
  ['an offset, which knows no summer', { timeZone: '+02:00' }, ['timeZone', 'INVALID']],
  ['no currency', { currencyCode: 'ABC' }, ['currencyCode', 'INVALID']],
  ['a blank name', { name: ' ' }, ['name', 'BLANK']],
  ['a name of two lines', { name: 'Harbour\nBcc: all' }, ['name', 'INVALID']],
  ['a name without end', { name: 'x'.repeat(101) }, ['name', 'TOO_LONG']],
])('%s is refused at its field', async (_what, input, [field, code]) => {
  expect(await update(input)).toMatchObject({ shop: null, userErrors: [{ field: ['input', field], code }] });
});

test('in Shopify they are changed in Shopify, and the merchant is told where', async () => {
  const inShopify = await (await appOver(app.database, SHOPIFY)).asTool(await aShop(app));

  expect((await inShopify('{ shop { isEditable } }')).data.shop.isEditable).toBe(false);
  expect(await update({ name: 'Mine' }, inShopify)).toEqual({
    shop: null,
    userErrors: [{ field: null, code: 'INVALID', message: expect.stringContaining('Settings and then General') }],
  });
});
