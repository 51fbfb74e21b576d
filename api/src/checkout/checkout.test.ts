import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { endCampaign } from '../../test/builders.ts';
import { CheckoutScene } from '../../test/checkout-scene.ts';
import { shortId } from './short-id.ts';

let scene: CheckoutScene;
let shops = 0;
const newShop = (options: Parameters<CheckoutScene['shop']>[1] = {}) =>
  scene.shop(`kiln-${++shops}.myshopify.com`, options);

beforeAll(async () => {
  scene = await CheckoutScene.start();
});

/** The proof for the first product that a visitor with a link gets, as its line carries it. */
async function proofByLink(secretLink: string): Promise<string | undefined> {
  const { data } = await scene.app.asVisitor()(
    `mutation ($s: String!) { result: gateUnlockWithSecretLink(input: { secretLink: $s }) {
      ... on GateOpened { access { products { variants { cartUrl } } } } } }`,
    { s: secretLink },
  );
  return proofIn(data.result.access);
}

/** The line property of the first product's link into the cart. */
function proofIn(access: { products: { variants: { cartUrl: string }[] }[] }): string | undefined {
  const properties = new URL(access.products[0]?.variants[0]?.cartUrl ?? '').searchParams.get('properties') ?? '';
  return JSON.parse(Buffer.from(properties, 'base64url').toString())._vip_proof;
}

describe('a campaign that asks for it', () => {
  test('has one rule in checkout that fails closed, its key told, and its products marked', async () => {
    const shop = await newShop();
    const product = await scene.product(shop, 'Harbour Mug');
    const { id } = await scene.campaign(shop, [product], { checkoutMessage: 'Only for friends of the kiln.' });

    await Promise.all([scene.look(), scene.look(), scene.look()]);
    await scene.look();

    expect(scene.validations(shop)).toMatchObject([
      { functionHandle: 'checkout-gate', isEnabled: true, blocksOnFailure: true },
    ]);
    expect(scene.told(shop)?.campaigns).toMatchObject([{ id: shortId(id), message: 'Only for friends of the kiln.' }]);
    expect(scene.mark(shop, product)).toBe(shortId(id));
    expect(await scene.enforcement(shop, id)).toMatchObject({ grade: 'BLOCKED', why: [{ code: 'FAILS_CLOSED' }] });
  });

  test('gives its visitors proofs that verify by the key that Shopify was told', async () => {
    const shop = await newShop();
    const product = await scene.product(shop, 'Lantern Teapot');
    const { secretLink } = await scene.campaign(shop, [product], { accessType: 'SECRET_LINK', mostPiecesPerOrder: 2 });
    await scene.look();

    const proof = (await proofByLink(secretLink)) ?? '';

    const [version, keyId, limit, , person, , , digits, mac] = proof.split('.');
    const [campaign] = scene.told(shop)?.campaigns ?? [];
    const key = Buffer.from(campaign?.key ?? '', 'base64url');
    const expected = createHmac('sha256', key)
      .update(proof.slice(0, proof.lastIndexOf('.')))
      .digest()
      .subarray(0, 16);
    expect({ version, keyId, limit, person }).toEqual({
      version: '1',
      keyId: campaign?.keyId,
      limit: '2',
      person: '-'.repeat(16),
    });
    expect(product).toBe(`gid://shopify/Product/${digits}`);
    expect(mac).toBe(expected.toString('base64url'));
  });

  test('ties the proof of who came by e-mail to the address, at the gate and whenever the pass is shown again', async () => {
    const shop = await newShop();
    const { id } = await scene.campaign(shop, [await scene.product(shop, 'Harbour Plate')]);
    await scene.look();
    const products = 'products { variants { cartUrl } }';
    const visitor = scene.app.asVisitor();

    const { data } = await visitor(
      `mutation ($id: ID!) { result: gateUnlockWithEmail(input: { campaignId: $id, email: " Ada@Example.com" }) {
        ... on GateOpened { pass access { ${products} } } } }`,
      { id },
    );
    const { pass, access } = data.result;
    const again = await visitor(`query ($pass: String!) { access(pass: $pass) { ${products} } }`, { pass });

    const proofs = [access, again.data.access].map(proofIn);
    const key = Buffer.from(scene.told(shop)?.campaigns[0]?.key ?? '', 'base64url');
    const digest = createHmac('sha256', key).update('person:ada@example.com').digest().subarray(0, 12);
    expect(proofs[0]?.split('.')[4]).toBe(digest.toString('base64url'));
    expect(proofs[1]).toBe(proofs[0]);
  });

  test('gives none where it does not ask', async () => {
    const shop = await newShop();
    const product = await scene.product(shop, 'Storm Jug');
    const { id, secretLink } = await scene.campaign(shop, [product], {
      accessType: 'SECRET_LINK',
      enforcesAtCheckout: false,
    });
    await scene.look();

    expect(await proofByLink(secretLink)).toBeUndefined();
    expect(scene.validations(shop)).toEqual([]);
    expect(await scene.enforcement(shop, id)).toMatchObject({ grade: 'OPEN', why: [{ code: 'NOT_ASKED' }] });
  });

  test('has its key at Shopify before it starts, and no product held back until then', async () => {
    const shop = await newShop();
    const product = await scene.product(shop, 'Net Float Vase');
    const startsAt = new Date(Date.now() + 5 * 60_000).toISOString();
    const { id } = await scene.campaign(shop, [product], { startsAt });

    await scene.look();

    expect(scene.told(shop)?.campaigns).toHaveLength(1);
    expect(scene.mark(shop, product)).toBeNull();
    expect(await scene.enforcement(shop, id)).toMatchObject({ grade: 'OPEN', why: [{ code: 'NOT_RUNNING' }] });
  });
});

describe('when it is over', () => {
  test.each([
    ['paused', (shop: string, id: string) => scene.update(shop, id, { isActive: false })],
    ['ended', (_shop: string, id: string) => endCampaign(scene.app, id, new Date())],
    ['no longer enforced', (shop: string, id: string) => scene.update(shop, id, { enforcesAtCheckout: false })],
  ])('%s, nothing of ours is left in checkout', async (_how, end) => {
    const shop = await newShop();
    const product = await scene.product(shop, 'Rope Trivet');
    const { id } = await scene.campaign(shop, [product]);
    await scene.look();

    await end(shop, id);
    await scene.look();

    expect(scene.mark(shop, product)).toBeNull();
    expect(scene.validations(shop)).toEqual([]);
  });

  test('another campaign’s products stay held back', async () => {
    const shop = await newShop();
    const [bowl, vase] = [await scene.product(shop, 'Tide Bowl'), await scene.product(shop, 'Lighthouse Vase')];
    const first = await scene.campaign(shop, [bowl, vase]);
    const second = await scene.campaign(shop, [vase]);
    await scene.look();
    expect(scene.mark(shop, vase)?.split(' ').toSorted()).toEqual([shortId(first.id), shortId(second.id)].toSorted());

    await scene.update(shop, first.id, { isActive: false });
    await scene.look();

    expect([scene.mark(shop, bowl), scene.mark(shop, vase)]).toEqual([null, shortId(second.id)]);
    expect(scene.told(shop)?.campaigns).toMatchObject([{ id: shortId(second.id) }]);
  });

  test('a product that leaves the campaign is free, and one that joins is held back', async () => {
    const shop = await newShop();
    const [bowl, vase] = [await scene.product(shop, 'Tide Bowl'), await scene.product(shop, 'Lighthouse Vase')];
    const { id } = await scene.campaign(shop, [bowl]);
    await scene.look();

    await scene.update(shop, id, { productIds: [vase] });
    await scene.look();

    expect([scene.mark(shop, bowl), scene.mark(shop, vase)]).toEqual([null, shortId(id)]);
  });
});

describe('revoking', () => {
  test('all passes changes the key', async () => {
    const shop = await newShop();
    const { id } = await scene.campaign(shop, [await scene.product(shop, 'Gull Candlesticks')]);
    await scene.look();
    const before = scene.told(shop)?.campaigns[0];

    const ask = await scene.app.asTool(shop);
    await ask(`mutation { campaignPassesRevoke(campaignId: "${id}") { userErrors { message } } }`);
    await scene.look();

    const after = scene.told(shop)?.campaigns[0];
    expect(after?.id).toBe(before?.id);
    expect(after?.keyId).not.toBe(before?.keyId);
    expect(after?.key).not.toBe(before?.key);
  });

  test('one link names it to the function', async () => {
    const shop = await newShop();
    const { id } = await scene.campaign(shop, [await scene.product(shop, 'Pebble Salt Cellar')], {
      accessType: 'SECRET_LINK',
    });
    const { secretLinks } = await scene.app.database.prisma.earlyAccessCampaign.findUniqueOrThrow({
      where: { shop_id: { shop, id } },
      include: { secretLinks: true },
    });
    const link = secretLinks[0]?.id ?? '';
    await scene.app.database.prisma.secretLink.update({
      where: { shop_id: { shop, id: link } },
      data: { revokedAt: new Date() },
    });
    await scene.look();

    expect(scene.told(shop)?.revoked).toEqual([shortId(link)]);
  });
});

describe('what can hinder it', () => {
  test('a custom app below Plus is told so, and nothing is called blocked', async () => {
    scene.shopify.world.app.isPublic = false;
    const shop = await newShop({ plan: 'BASIC' });
    const { id } = await scene.campaign(shop, [await scene.product(shop, 'Herring Dish')]);
    await scene.look();
    scene.shopify.world.app.isPublic = true;

    expect(await scene.enforcement(shop, id)).toMatchObject({
      grade: 'OPEN',
      blocked: [],
      why: [{ code: 'PLUS_ONLY' }, { code: 'PLAN' }],
    });
  });

  test('a scope that was not granted is told', async () => {
    const shop = await newShop({ scopes: ['write_products'] });
    const { id } = await scene.campaign(shop, [await scene.product(shop, 'Morning Plate')]);
    await scene.look();

    expect(await scene.enforcement(shop, id)).toMatchObject({ grade: 'OPEN', why: [{ code: 'SCOPE_MISSING' }] });
  });

  test('25 rules of others are told', async () => {
    const shop = await newShop();
    const { app } = scene.shopify.world;
    app.functions = [
      ...app.functions,
      { handle: 'of-others', apiType: 'cart_checkout_validation', title: 'Of others' },
    ];
    for (let rule = 1; rule <= 25; rule += 1) {
      const other = { kind: 'Validation', functionHandle: 'of-others', title: 'Other', isEnabled: true } as const;
      scene.shopify.world
        .shop(shop)
        .validations.set(String(rule), { ...other, id: String(rule), blocksOnFailure: false });
    }
    const { id } = await scene.campaign(shop, [await scene.product(shop, 'Driftwood Spoon')]);
    await scene.look();

    expect(await scene.enforcement(shop, id)).toMatchObject({ why: [{ code: 'TOO_MANY_VALIDATIONS' }] });
  });

  test('a product that is gone at Shopify does not keep the others from being held back', async () => {
    const shop = await newShop();
    const [gone, there] = [await scene.product(shop, 'Gone'), await scene.product(shop, 'There')];
    scene.shopify.world.shop(shop).catalog.products.delete(gone.split('/').at(-1) ?? '');
    const { id } = await scene.campaign(shop, [gone, there]);
    await scene.look();

    expect([scene.mark(shop, gone), scene.mark(shop, there)]).toEqual([null, shortId(id)]);
  });

  test('an answer that is lost leaves one rule and every mark, once it is tried again', async () => {
    const shop = await newShop();
    const product = await scene.product(shop, 'Workshop Apron');
    const { id } = await scene.campaign(shop, [product]);
    for (const operation of ['validationCreate', 'metafieldsSet', 'metafieldsSet']) {
      scene.shopify.world.faults.add({ kind: 'LOST', door: 'ADMIN', shop, operation, times: 1 });
      await scene.look();
      await scene.app.database.prisma.checkoutGate.updateMany({ where: { shop }, data: { retryAt: null } });
    }
    await scene.look();

    expect(scene.validations(shop)).toHaveLength(1);
    expect(scene.mark(shop, product)).toBe(shortId(id));
    expect(await scene.enforcement(shop, id)).toMatchObject({ grade: 'BLOCKED' });
  });

  test('a mark whose setting was not seen is taken off again', async () => {
    const shop = await newShop();
    const product = await scene.product(shop, 'Beeswax Tapers');
    const { id } = await scene.campaign(shop, [product]);
    const lost = { kind: 'LOST', door: 'ADMIN', shop, operation: 'metafieldsSet' } as const;
    // The first one takes the config, the second one the mark.
    await scene.look();
    await scene.update(shop, id, { isActive: false });
    await scene.look();
    await scene.update(shop, id, { isActive: true });
    scene.shopify.world.faults.add({ ...lost, times: 1 });
    await scene.look();
    await scene.update(shop, id, { isActive: false });
    await scene.app.database.prisma.checkoutGate.updateMany({ where: { shop }, data: { retryAt: null } });
    await scene.look();

    expect([scene.mark(shop, product), scene.validations(shop)]).toEqual([null, []]);
  });

  test('a rule that the merchant deleted is made again, and one that was switched off is told', async () => {
    const shop = await newShop();
    const { id } = await scene.campaign(shop, [await scene.product(shop, 'Tide Line Napkins')]);
    await scene.look();
    scene.shopify.world.shop(shop).validations.clear();
    await scene.app.database.prisma.checkoutGate.update({ where: { shop }, data: { writtenAt: new Date(0) } });
    await scene.look();
    const [validation] = scene.validations(shop);
    expect(validation).toMatchObject({ isEnabled: true });

    if (validation) validation.isEnabled = false;
    await scene.app.database.prisma.checkoutGate.update({ where: { shop }, data: { writtenAt: new Date(0) } });
    await scene.look();

    expect(validation).toMatchObject({ isEnabled: false });
    expect(await scene.enforcement(shop, id)).toMatchObject({ grade: 'OPEN', why: [{ code: 'SWITCHED_OFF' }] });
  });
});

test('after an uninstall nothing is called blocked; after a reinstall everything is there again', async () => {
  const shop = await newShop();
  const product = await scene.product(shop, 'First Firing Cup');
  const { id } = await scene.campaign(shop, [product]);
  await scene.look();

  const hearOfItAgain = await scene.uninstall(shop);
  await scene.look();
  expect(await scene.enforcement(shop, id)).toMatchObject({ grade: 'OPEN' });

  await new Promise((done) => setTimeout(done, 1_100));
  await scene.install(shop);
  await scene.look();
  await hearOfItAgain();
  await scene.look();

  expect(scene.validations(shop)).toHaveLength(1);
  expect(scene.mark(shop, product)).toBe(shortId(id));
  expect(await scene.enforcement(shop, id)).toMatchObject({ grade: 'BLOCKED' });
});
