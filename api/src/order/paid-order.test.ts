import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { readPayload } from '../webhook/webhook-payload.ts';

const CONTRACT = join(import.meta.dirname, '../../../../shared/contracts/shopify/webhooks/orders-paid.json');
const hasContract = existsSync(CONTRACT);
const UNLOCK_LINK = `mutation ($secret: String!) {
  gateUnlockWithSecretLink(input: { secretLink: $secret }) { ... on GateOpened { pass } }
}`;
const UNLOCK_CODE = `mutation ($id: ID!, $password: String!) {
  gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { ... on GateOpened { pass } }
}`;
const UNLOCK_EMAIL = `mutation ($id: ID!, $email: String!) {
  gateUnlockWithEmail(input: { campaignId: $id, email: $email }) { ... on GateOpened { pass } }
}`;
const BOWL = '9007199254740993';
const VASE = '9007199254740995';

let app: TestApp;
let shop: string;
let merchant: Ask;
let lastOrder = 9_223_372_036_854_000_000n;

if (!hasContract) {
  process.stdout.write('Skipped: Shopify’s own orders/paid was not read, for ../shared/contracts is not there.\n');
}

beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  shop = await aShop(app);
  await grants('read_products', 'read_orders');
  merchant = await app.asTool(shop);
});

function grants(...grantedScopes: string[]) {
  return app.database.prisma.shop.update({ where: { domain: shop }, data: { grantedScopes } });
}

/** A live campaign with the bowl behind its gate, and a pass of it. */
async function aPass(by: 'LINK' | 'CODE' | 'EMAIL' = 'LINK', at = shop): Promise<{ id: string; pass: string }> {
  const productIds = [await product(BOWL, at)];
  const accessType = { LINK: 'SECRET_LINK', CODE: 'PASSWORD', EMAIL: 'EMAIL_SIGNUP' }[by];
  const { id, secretLink } = await aCampaign(app, at, { accessType, password: 'first light', productIds });
  const visitor = app.asVisitor();
  const { data } =
    by === 'LINK'
      ? await visitor(UNLOCK_LINK, { secret: secretLink })
      : by === 'CODE'
        ? await visitor(UNLOCK_CODE, { id, password: 'first light' })
        : await visitor(UNLOCK_EMAIL, { id, email: 'ada@example.com' });
  const [opened] = Object.values(data) as { pass: string }[];
  return { id, pass: opened?.pass ?? '' };
}

async function product(number: string, at: string): Promise<string> {
  const own = { shop: at, id: `gid://shopify/Product/${number}` };
  const handle = `p-${number}`;
  await app.database.prisma.product.upsert({
    where: { shop_id: own },
    create: { ...own, handle, title: 'Bowl' },
    update: {},
  });
  return own.id;
}

interface LineFields {
  readonly product: string | null;
  readonly price: string;
  readonly quantity?: number;
  readonly left?: number;
  readonly pass?: string;
  readonly discounts?: readonly string[];
}

const carrying = (pass: string | undefined) => (pass === undefined ? [] : [{ name: '_vip_pass', value: pass }]);

function line({ product: id, price, quantity = 1, left = quantity, pass, discounts = [] }: LineFields): string {
  const body = { price, quantity, current_quantity: left, properties: carrying(pass) };
  const allocations = discounts.map((amount) => ({ amount, amount_set: { shop_money: { amount } } }));
  return JSON.stringify({ product_id: '#', ...body, discount_allocations: allocations }).replace('"#"', id ?? 'null');
}

interface OrderFields {
  readonly pass?: string;
  readonly lines: readonly LineFields[];
  readonly id?: string;
  readonly currency?: string;
  readonly more?: object;
}

/** The body of `orders/paid`, as text: Shopify's ids do not survive `JSON.stringify`. */
function anOrder({ pass, lines, id = nextOrder(), currency = 'EUR', more = {} }: OrderFields): string {
  const buyer = { email: 'buyer@example.com', customer: { first_name: 'Ada', email: 'buyer@example.com' } };
  const order = {
    id: '#',
    test: false,
    cancelled_at: null,
    currency,
    note_attributes: carrying(pass),
    ...buyer,
    ...more,
  };
  return JSON.stringify({ ...order, line_items: '##' })
    .replace('"##"', `[${lines.map(line).join()}]`)
    .replace('"#"', id);
}

function nextOrder(): string {
  lastOrder += 1n;
  return String(lastOrder);
}

async function paid(body: string, at = shop): Promise<void> {
  const event = { shop: at, topic: 'orders/paid', eventId: 'e1', triggeredAt: new Date() } as const;
  for (const handle of app.services.orders.handlers['orders/paid'] ?? [])
    await handle({ ...event, payload: readPayload(body) });
}

const rows = (at = shop) => app.database.prisma.campaignOrder.findMany({ where: { shop: at } });

async function revenueOf(id: string) {
  const sums = 'orders amount { amount currencyCode }';
  const { data } = await merchant(`{ campaign(id: "${id}") { revenue { ${sums}
    byAccessCode { name ${sums} } bySecretLink { name ${sums} } byEmail { ${sums} } } } }`);
  return data.campaign.revenue;
}

describe('a paid order', () => {
  test('whose line carries a pass counts for its campaign, with what that line cost after discounts', async () => {
    const { id, pass } = await aPass();
    const bowl = { product: BOWL, price: '48.00', quantity: 2, pass, discounts: ['6.00', '0.50'] };
    const order = nextOrder();

    await paid(anOrder({ id: order, lines: [bowl, { product: VASE, price: '20.00' }] }));

    expect(await rows()).toMatchObject([{ campaignId: id, orderId: order, currencyCode: 'EUR' }]);
    expect(await revenueOf(id)).toMatchObject({ orders: 1, amount: { amount: '89.50', currencyCode: 'EUR' } });
  });

  test('whose cart alone carries a pass counts with the lines that stand behind the gate', async () => {
    const { id, pass } = await aPass();

    await paid(
      anOrder({
        pass,
        lines: [
          { product: BOWL, price: '48.00' },
          { product: VASE, price: '20.00' },
        ],
      }),
    );

    expect((await revenueOf(id)).amount.amount).toBe('48.00');
  });

  test('counts with the members of the campaign’s collections too', async () => {
    const { id, pass } = await aPass();
    const collection = { shop, id: 'gid://shopify/Collection/1', handle: 'early', title: 'Early' };
    await app.database.prisma.collection.create({ data: collection });
    const productId = await product(VASE, shop);
    const membership = { shop, collectionId: collection.id, productId, position: 1 };
    await app.database.prisma.collectionMembership.create({ data: membership });
    await merchant(
      `mutation { campaignUpdate(id: "${id}", input: { collectionIds: ["${collection.id}"] }) { userErrors { code } } }`,
    );

    await paid(anOrder({ pass, lines: [{ product: VASE, price: '20.00' }] }));

    expect((await revenueOf(id)).amount.amount).toBe('20.00');
  });

  test('counts for nobody without a pass, with a forged one, and when nothing of the campaign is left in it', async () => {
    const { pass } = await aPass();
    const bowl = { product: BOWL, price: '48.00' };

    await paid(anOrder({ lines: [bowl] }));
    await paid(anOrder({ pass: `${pass.slice(0, -4)}AAAA`, lines: [bowl] }));
    await paid(anOrder({ pass: 'x'.repeat(5_000), lines: [bowl] }));
    await paid(
      anOrder({
        pass,
        lines: [
          { product: VASE, price: '20.00' },
          { product: null, price: '5.00' },
        ],
      }),
    );
    await paid(anOrder({ lines: [{ ...bowl, pass, left: 0 }] }));

    expect(await rows()).toEqual([]);
  });

  test('of Shopify’s test mode, or cancelled before it was paid, does not count', async () => {
    const { pass } = await aPass();
    const lines = [{ product: BOWL, price: '48.00', pass }];

    await paid(anOrder({ lines, more: { test: true } }));
    await paid(anOrder({ lines, more: { cancelled_at: '2026-11-28T12:00:00Z' } }));

    expect(await rows()).toEqual([]);
  });

  test('is counted once, however often and from how many processes it is told', async () => {
    const { id, pass } = await aPass();
    const body = anOrder({ pass, lines: [{ product: BOWL, price: '48.00', pass }] });

    await Promise.all(Array.from({ length: 9 }, () => paid(body)));
    await paid(body);

    expect(await revenueOf(id)).toMatchObject({ orders: 1, amount: { amount: '48.00' } });
  });

  test('with an expired pass counts for who was let in then', async () => {
    const { id, pass } = await aPass();
    await app.database.prisma.accessPass.updateMany({ where: { shop }, data: { expiresAt: new Date(0) } });
    const expired = await reissued(pass);
    expect(await app.services.passes.verify(expired)).toBeNull();

    await paid(anOrder({ lines: [{ product: BOWL, price: '48.00', pass: expired }] }));

    expect((await revenueOf(id)).orders).toBe(1);
  });

  test('with a pass of another shop counts in neither', async () => {
    const second = await aShop(app, 'Second');
    const { pass } = await aPass('LINK', second);

    await paid(anOrder({ pass, lines: [{ product: BOWL, price: '48.00', pass }] }));

    expect([await rows(), await rows(second)]).toEqual([[], []]);
  });

  test('with passes of two campaigns is shared out between them', async () => {
    const [first, second] = [await aPass(), await aPass('CODE')];
    const lines = [
      { product: BOWL, price: '48.00', pass: first.pass },
      { product: VASE, price: '20.00', pass: second.pass },
    ];

    await paid(anOrder({ pass: first.pass, lines }));

    expect((await revenueOf(first.id)).amount.amount).toBe('48.00');
    expect((await revenueOf(second.id)).amount.amount).toBe('20.00');
  });

  test('leaves nothing of its buyer', async () => {
    const { pass } = await aPass('EMAIL');
    await paid(anOrder({ lines: [{ product: BOWL, price: '48.00', pass }] }));

    const signup = await app.database.prisma.signup.findFirstOrThrow({ where: { shop } });
    const kept = JSON.stringify(await rows());
    expect(kept).not.toContain('buyer');
    expect(kept).not.toContain(signup.id);
  });
});

describe('a campaign’s revenue', () => {
  test('is told by code, link and e-mail', async () => {
    const { id, pass: byLink } = await aPass('LINK');
    await merchant(
      `mutation { campaignUpdate(id: "${id}", input: { accessType: PASSWORD_OR_EMAIL, password: "first light" }) { userErrors { code } } }`,
    );
    const visitor = app.asVisitor();
    const { data: code } = await visitor(UNLOCK_CODE, { id, password: 'first light' });
    const { data: email } = await visitor(UNLOCK_EMAIL, { id, email: 'ada@example.com' });
    const passes = [byLink, code.gateUnlockWithPassword.pass, email.gateUnlockWithEmail.pass, byLink];
    for (const pass of passes) await paid(anOrder({ lines: [{ product: BOWL, price: '10.10', pass }] }));

    expect(await revenueOf(id)).toMatchObject({
      orders: 4,
      amount: { amount: '40.40' },
      byAccessCode: [{ orders: 1, amount: { amount: '10.10' }, name: 'First' }],
      bySecretLink: [{ orders: 2, amount: { amount: '20.20' } }],
      byEmail: { orders: 1, amount: { amount: '10.10' } },
    });
  });

  test('stays when a sign-up is removed, and counts orders in a former currency without summing them up', async () => {
    const { id, pass } = await aPass('EMAIL');
    await paid(anOrder({ lines: [{ product: BOWL, price: '48.00', pass }] }));
    await paid(anOrder({ currency: 'USD', lines: [{ product: BOWL, price: '50.00', pass }] }));
    const signup = await app.database.prisma.signup.findFirstOrThrow({ where: { shop } });
    await merchant(`mutation { signupDelete(id: "${signup.id}") { deletedSignupId } }`);

    expect(await revenueOf(id)).toMatchObject({ orders: 2, amount: { amount: '48.00' } });
    await paid(anOrder({ lines: [{ product: BOWL, price: '48.00', pass }] }));
    expect((await revenueOf(id)).orders).toBe(2);
  });

  test('is told of the whole shop too, by campaign, and of no other shop', async () => {
    const [bowls, vases] = [await aPass('CODE'), await aPass('LINK')];
    await paid(anOrder({ lines: [{ product: BOWL, price: '10.10', pass: bowls.pass }] }));
    await paid(anOrder({ lines: [{ product: BOWL, price: '30.00', pass: vases.pass }] }));
    await paid(anOrder({ lines: [{ product: BOWL, price: '10.10', pass: bowls.pass }] }));
    const sums = 'orders amount { amount }';
    const question = `{ shop { revenue { ${sums} byCampaign { campaignId ${sums} } } } }`;

    expect((await merchant(question)).data.shop.revenue).toEqual({
      ...{ orders: 3, amount: { amount: '50.20' } },
      byCampaign: [
        { campaignId: vases.id, orders: 1, amount: { amount: '30.00' } },
        { campaignId: bowls.id, orders: 2, amount: { amount: '20.20' } },
      ],
    });
    const stranger = await app.asTool(await aShop(app, 'Second'));
    expect((await stranger(question)).data.shop.revenue).toBeNull();
  });

  test('opens down to its orders, newest first, with the way in and the amount of each', async () => {
    const [{ id, pass: byCode }, elsewhere] = [await aPass('CODE'), await aPass('LINK')];
    const [first, second, third] = [nextOrder(), nextOrder(), nextOrder()];
    const bowl = { product: BOWL, price: '10.10' };
    await paid(anOrder({ id: first, lines: [{ ...bowl, pass: byCode }] }));
    await paid(anOrder({ id: second, lines: [{ ...bowl, pass: byCode, quantity: 2 }] }));
    await paid(anOrder({ id: third, lines: [{ ...bowl, pass: elsewhere.pass }] }));
    await app.services.orders.store.forget(shop, [first]);

    const seen = [];
    for (let after = 'null'; after !== ''; ) {
      const { data } = await merchant(`{ campaign(id: "${id}") { orders(first: 1, after: ${after}) {
        totalCount pageInfo { hasNextPage endCursor } nodes { shopifyId credentialName amount { amount } } } } }`);
      const { totalCount, pageInfo, nodes } = data.campaign.orders;
      expect(totalCount).toBe(2);
      seen.push(...nodes);
      after = pageInfo.hasNextPage ? `"${pageInfo.endCursor}"` : '';
    }

    expect(seen.toSorted((a, b) => Number(b.amount.amount) - Number(a.amount.amount))).toEqual([
      { shopifyId: second, credentialName: 'First', amount: { amount: '20.20' } },
      { shopifyId: null, credentialName: 'First', amount: { amount: '10.10' } },
    ]);
  });

  test('is zero before the first order, and null where the shop lets nobody read orders', async () => {
    const { id } = await aPass();

    expect(await revenueOf(id)).toMatchObject({ orders: 0, amount: { amount: '0.00', currencyCode: 'EUR' } });
    await grants('read_products');
    const { data } = await merchant(`{ campaign(id: "${id}") { revenue { orders } orders { totalCount } } }`);
    expect(data.campaign).toEqual({ revenue: null, orders: null });
  });

  test('stays when a buyer is to be forgotten, and leads to their order no more', async () => {
    const { id, pass } = await aPass();
    const order = nextOrder();
    await paid(anOrder({ id: order, lines: [{ product: BOWL, price: '48.00', pass }] }));
    expect(await app.services.orders.store.ofOrders(shop, [order])).toMatchObject([{ campaignId: id }]);

    expect(await app.services.orders.store.forget(shop, [order])).toBe(1);

    expect(await app.services.orders.store.forget(shop, [order])).toBe(0);
    expect((await rows())[0]?.orderId).not.toContain(order);
    expect((await revenueOf(id)).amount.amount).toBe('48.00');
  });
});

describe.skipIf(!hasContract)('Shopify’s own orders/paid', () => {
  const contract = hasContract ? readFileSync(CONTRACT, 'utf8') : '';

  test('is read as it is, and is of the test mode', async () => {
    await paid(contract);

    expect(await rows()).toEqual([]);
  });

  test('counts with all digits of its id once it is no test and carries a pass', async () => {
    const { id, pass } = await aPass();
    const attributes = `"note_attributes": [{ "name": "_vip_pass", "value": "${pass}" }]`;
    const body = contract
      .replace('"test": true', '"test": false')
      .replace(/"cancelled_at": "[^"]*"/, '"cancelled_at": null')
      .replace('"note_attributes": []', attributes);
    const productIds = ['gid://shopify/Product/788032119674292922'];
    await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { productIds } });

    await paid(body);

    expect(await rows()).toMatchObject([{ orderId: /"id": (\d+)/.exec(contract)?.[1], currencyCode: 'USD' }]);
    expect((await rows())[0]?.amount.toFixed(2)).toBe('369.97');
  });
});

/** The same pass as it would be had it been given out long ago. */
async function reissued(pass: string): Promise<string> {
  const known = await app.services.passes.verify(pass);
  if (known === null) throw new Error('It is no pass.');
  return app.services.passes.sign({ ...known, expiresAt: new Date(1_000_000_000_000) });
}
