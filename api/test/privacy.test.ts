import { createHash, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiTokenScope } from '../src/shop/api-token-scope.ts';
import { type Ask, appOver } from './app.ts';
import { aCampaign, aShop } from './builders.ts';
import { testDatabase } from './database.ts';
import { aConnection } from './sync.ts';
import { dumpOf, tracesOf } from './traces.ts';
import { deliver, happens, listening, SHOPIFY_ENV, signatureOf, type WebhookApp, workOff } from './webhooks.ts';

const DAY = 86_400_000;
const ADDRESS = 'Ada.Marker+Vip@Example.com';
const KEY = 'ada.marker+vip@example.com';
const CUSTOMER = '7700700700700700701';
const PHONE = '+41 79 555 01 77';
/** Of 64 bits. A JavaScript number would take Ada's for the other. */
const ADAS_ORDER = '9007199254740993';
const ANOTHER_ORDER = '9007199254740992';

let app: WebhookApp;
let shop: string;
let campaignId: string;
let merchant: Ask;
let logged = '';

beforeAll(async () => {
  const log = new Writable({
    write(line, _encoding, done) {
      logged += line;
      done();
    },
  });
  app = await listening(await appOver(await testDatabase(), { ...SHOPIFY_ENV, LOG_LEVEL: 'trace' }, { log }));
});

beforeEach(async () => {
  shop = await aShop(app);
  campaignId = (await aCampaign(app, shop)).id;
  merchant = await app.asTool(shop);
});

const customer = { id: CUSTOMER, email: ADDRESS, phone: PHONE };

/** The person turns up wherever a room keeps people. */
async function livesHere(email = ADDRESS): Promise<string> {
  await app.asVisitor()('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', {
    input: { campaignId, email, firstName: 'Ada', lastName: 'Marker', acceptsMarketing: true },
  });
  const ofCampaign = { shop, campaignId, emailKey: email.toLowerCase() };
  await app.database.prisma.guest.create({ data: ofCampaign });
  await app.database.prisma.waitingListEntry.create({ data: { ...ofCampaign, email } });
  const { id: signupId } = await app.database.prisma.signup.findFirstOrThrow({ where: { shop, email } });
  await wasSent(signupId);
  return signupId;
}

/** Their sign-up went to Klaviyo. */
async function wasSent(signupId: string): Promise<void> {
  const of = { shop, signupId, destination: 'KLAVIYO' } as const;
  await app.database.prisma.receipt.create({
    data: { ...of, campaignId, audience: 'L1', state: 'ON_LIST', attempts: 1, acceptedAt: new Date(Date.now() - DAY) },
  });
  await app.database.prisma.receiptEntry.create({ data: { ...of, event: 'SENT' } });
}

/** Orders of two customers were paid with a pass. */
async function ordersCame(of = shop, ofCampaign = campaignId): Promise<void> {
  const share = { shop: of, campaignId: ofCampaign, currencyCode: 'EUR', paidAt: new Date() };
  const ordered = [
    { ...share, orderId: ADAS_ORDER, amount: '89.50' },
    { ...share, orderId: ANOTHER_ORDER, amount: '48.00' },
  ];
  await app.database.prisma.campaignOrder.createMany({ data: ordered });
}

/** Which of the two orders a shop's numbers still lead to. */
async function ordersOf(of = shop): Promise<string[]> {
  const rows = await app.services.orders.store.ofOrders(of, [ADAS_ORDER, ANOTHER_ORDER]);
  return rows.map(({ orderId }) => orderId).toSorted();
}

/** The body as Shopify writes it, with numbers that `JSON.stringify` would round. */
const naming = (orders: 'orders_to_redact' | 'orders_requested', who: object = customer, orderId = ADAS_ORDER) =>
  `{"customer":${JSON.stringify(who)},"data_request":{"id":9998},"${orders}":[${orderId}]}`;

/** How many records of the person there are, by table. */
async function recordsOf(of: string) {
  const where = { shop: of };
  const { signup, consent, accessPass, guest, waitingListEntry, receipt, receiptEntry } = app.database.prisma;
  const tables = [signup, consent, accessPass, guest, waitingListEntry, receipt, receiptEntry] as {
    count(args: object): Promise<number>;
  }[];
  return Promise.all(tables.map((table) => table.count({ where })));
}

const REQUESTS = `{ dataRequests { nodes { id source status email downloadPath askedAt expiresAt } totalCount } }`;
const requestsOf = async (ask = merchant) => (await ask(REQUESTS)).data.dataRequests.nodes;

async function download(path: string, scopes: readonly ApiTokenScope[] = [ApiTokenScope.read_signups], of = shop) {
  const { token } = await app.services.apiTokens.create(of, { name: 'download', scopes: [...scopes] });
  return app.http.inject({ url: path, headers: { authorization: `Bearer ${token}` } });
}

describe('customers/data_request', () => {
  const asks = (payload: object = { customer, data_request: { id: 9999 } }) =>
    happens(app, { shop, topic: 'customers/data_request', payload });

  test('collects all that is held of the person, for the merchant to download', async () => {
    await livesHere();
    await livesHere('somebody.else@example.com');
    await asks();

    const [request] = await requestsOf();
    expect(request).toMatchObject({ source: 'SHOPIFY', status: 'READY', email: ADDRESS });
    expect(Date.parse(request.expiresAt) - Date.parse(request.askedAt)).toBe(30 * DAY);
    const answer = await download(request.downloadPath);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.headers['cache-control']).toBe('no-store');
    const { data, ...file } = answer.json();
    expect(file).toMatchObject({ shop, email: ADDRESS, customerId: CUSTOMER });
    expect(data).toMatchObject({
      signups: [
        {
          ...{ email: ADDRESS, firstName: 'Ada', lastName: 'Marker', acceptsMarketing: true },
          campaign: { id: campaignId, name: 'Winter drop' },
          consents: [{ isGiven: true, textVersion: expect.any(String), answeredAt: expect.any(String), page: null }],
          pass: { issuedAt: expect.any(String), revokedAt: null },
          receipts: [{ destination: 'KLAVIYO', audience: 'L1', state: 'ON_LIST', entries: [{ event: 'SENT' }] }],
        },
      ],
      guestLists: [{ emailKey: KEY, campaign: { id: campaignId } }],
      waitingLists: [{ email: ADDRESS, campaign: { id: campaignId } }],
    });
    expect(answer.body).not.toContain('somebody.else');
  });

  test('is answered once, however often it comes', async () => {
    await asks();
    await asks();
    expect(await requestsOf()).toHaveLength(1);
  });

  test.each([
    ['a person of whom nothing is held', { customer: { id: 1, email: 'nobody@example.com' }, data_request: { id: 1 } }],
    ['an address alone', { customer: { email: ADDRESS }, data_request: { id: 2 } }],
    ['a customer’s number alone', { customer: { id: 191167, email: null }, data_request: { id: 3 } }],
    ['nobody', { data_request: { id: 4 } }],
  ])('about %s has its file', async (_whom, payload) => {
    await asks(payload);
    const [request] = await requestsOf();
    const { data } = (await download(request.downloadPath)).json();
    expect(data).toMatchObject({ signups: [], guestLists: [], waitingLists: [] });
  });

  test('has of orders those that Shopify names, of this shop', async () => {
    const second = await aShop(app);
    await ordersCame(second, (await aCampaign(app, second)).id);
    await ordersCame();
    const payload = naming('orders_requested');
    await happens(app, { shop, topic: 'customers/data_request', payload });
    const [request] = await requestsOf();
    const { data } = (await download(request.downloadPath)).json();
    expect(data.orders).toEqual([
      { orderId: ADAS_ORDER, campaignId, amount: '89.5', currencyCode: 'EUR', paidAt: expect.any(String) },
    ]);
  });

  test('lies sealed in the database', async () => {
    await asks();
    const [row] = await app.database.prisma.dataRequest.findMany({ where: { shop } });
    expect(tracesOf(ADDRESS, JSON.stringify(row))).toEqual([]);
    expect(Buffer.from(row?.sealedFile ?? []).includes('Marker')).toBe(false);
  });

  test('of a shop that is not here leaves nothing', async () => {
    await happens(app, { shop: 'gone.myshopify.com', topic: 'customers/data_request', payload: { customer } });
    expect(await app.database.prisma.dataRequest.count({ where: { shop: 'gone.myshopify.com' } })).toBe(0);
  });
});

describe('a data request’s file', () => {
  test('is for the shop’s own, with the scope to read sign-ups', async () => {
    await merchant(`mutation { personalDataRequest(email: "${ADDRESS}") { dataRequest { id } } }`);
    const [{ downloadPath }] = await requestsOf();
    expect((await app.http.inject({ url: downloadPath })).statusCode).toBe(401);
    expect((await download(downloadPath, [ApiTokenScope.write_signups])).statusCode).toBe(403);
    expect((await download(downloadPath, undefined, await aShop(app))).statusCode).toBe(404);
    expect((await download(`/admin/data-requests/${randomUUID()}`)).statusCode).toBe(404);
    expect((await download('/admin/data-requests/nothing')).statusCode).toBe(404);
  });

  test('is gone after 30 days, and the address with it', async () => {
    await merchant(`mutation { personalDataRequest(email: "${ADDRESS}") { dataRequest { id } } }`);
    const [{ downloadPath }] = await requestsOf();
    await app.database.prisma.dataRequest.updateMany({
      where: { shop },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    expect((await download(downloadPath)).statusCode).toBe(404);
    await app.services.privacy.requests.expire();
    expect(await requestsOf()).toMatchObject([{ status: 'EXPIRED', email: null, downloadPath: null }]);
    expect(await app.database.prisma.dataRequest.findMany({ where: { shop } })).toMatchObject([
      { sealedFile: null, sealedEmail: null, personDigest: null },
    ]);
  });
});

describe('the merchant', () => {
  test('collects and forgets somebody by any spelling of their address', async () => {
    await livesHere();
    const asked = await merchant(
      `mutation { personalDataRequest(email: " ${ADDRESS.toUpperCase()} ") {
        dataRequest { source status email } userErrors { code } } }`,
    );
    expect(asked.data.personalDataRequest).toEqual({
      dataRequest: { source: 'MERCHANT', status: 'READY', email: ADDRESS.toUpperCase() },
      userErrors: [],
    });
    const erase = `mutation { personalDataErase(email: "${KEY}") { removedCount userErrors { code } } }`;
    expect((await merchant(erase)).data.personalDataErase).toEqual({ removedCount: 4, userErrors: [] });
    expect((await merchant(erase)).data.personalDataErase).toEqual({ removedCount: 0, userErrors: [] });
    expect(await recordsOf(shop)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test.each(['personalDataRequest', 'personalDataErase'])('is told by %s what is no address', async (mutation) => {
    const { data } = await merchant(`mutation { result: ${mutation}(email: "ada") { userErrors { field code } } }`);
    expect(data.result.userErrors).toEqual([{ field: ['email'], code: 'INVALID' }]);
  });
});

describe('customers/redact', () => {
  const redacts = (payload: object = { customer }) => happens(app, { shop, topic: 'customers/redact', payload });

  test('forgets the person in every room, keeps the counts right, and asks for their removal where they were sent', async () => {
    await livesHere();
    await livesHere('somebody.else@example.com');
    await redacts();
    expect(await recordsOf(shop)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    const campaign = await app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { shop } });
    expect(campaign).toMatchObject({ totalSignups: 1, totalPasses: 1 });
    expect(await app.database.prisma.erasure.findMany({ where: { shop } })).toMatchObject([
      { destination: 'KLAVIYO', audience: 'L1', doneAt: null },
    ]);
  });

  test.each([
    ['an address alone', { customer: { email: ADDRESS.toUpperCase() } }],
    ['an address and an unknown number', { customer: { id: 1, email: ADDRESS } }],
  ])('by %s finds them', async (_how, payload) => {
    await livesHere();
    await redacts(payload);
    expect(await recordsOf(shop)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('makes the orders that it names lead to nobody, and leaves others’ and other shops’ as they are', async () => {
    const second = await aShop(app);
    await ordersCame(second, (await aCampaign(app, second)).id);
    await ordersCame();
    const payload = naming('orders_to_redact');
    for (let delivery = 0; delivery < 2; delivery += 1)
      await happens(app, { shop, topic: 'customers/redact', payload });
    expect(await ordersOf()).toEqual([ANOTHER_ORDER]);
    expect(await ordersOf(second)).toEqual([ANOTHER_ORDER, ADAS_ORDER]);
    const { _sum } = await app.database.prisma.campaignOrder.aggregate({ where: { shop }, _sum: { amount: true } });
    expect(_sum.amount?.toFixed(2)).toBe('137.50');
  });

  test('forgets of somebody without an address their orders, those that wait to be worked off, and the file about them', async () => {
    await ordersCame();
    const payload = naming('orders_requested', { id: CUSTOMER });
    await happens(app, { shop, topic: 'customers/data_request', payload });
    for (const id of [ADAS_ORDER, ANOTHER_ORDER])
      await deliver(app, { shop, topic: 'orders/paid', eventId: id, payload: `{"id":${id},"currency":"EUR"}` });
    await app.database.prisma.webhookEvent.updateMany({ where: { shop, doneAt: null }, data: { dueAt: null } });
    await happens(app, { shop, topic: 'customers/redact', payload: naming('orders_to_redact', { id: CUSTOMER }) });
    expect(await ordersOf()).toEqual([ANOTHER_ORDER]);
    const waiting = { shop, sealedPayload: { not: null } };
    expect(await app.database.prisma.webhookEvent.findMany({ where: waiting })).toMatchObject([
      { eventId: ANOTHER_ORDER },
    ]);
    expect(await requestsOf()).toMatchObject([{ status: 'ERASED', downloadPath: null }]);
  });

  test('of nobody that is known, and once more, does no harm', async () => {
    await livesHere();
    await redacts({ customer: { id: 1, email: 'nobody@example.com' } });
    await redacts({});
    expect(await recordsOf(shop)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    await redacts();
    await redacts();
    expect(await recordsOf(shop)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('leaves another shop’s sign-up of the same person alone', async () => {
    await livesHere();
    await happens(app, { shop: await aShop(app), topic: 'customers/redact', payload: { customer } });
    expect(await recordsOf(shop)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  test('whose signature is not Shopify’s is refused with 401, and forgets nobody', async () => {
    await livesHere();
    const headers = { 'x-shopify-hmac-sha256': signatureOf('another body') };
    for (const topic of ['customers/redact', 'customers/data_request', 'shop/redact']) {
      expect((await deliver(app, { shop, topic, payload: { customer }, headers })).status).toBe(401);
    }
    await workOff(app);
    expect(await recordsOf(shop)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(await requestsOf()).toEqual([]);
  });

  test('also forgets them in webhooks that wait or were parked, and the files about them', async () => {
    await happens(app, { shop, topic: 'customers/data_request', payload: { customer, data_request: { id: 1 } } });
    await deliver(app, {
      shop,
      topic: 'customers/data_request',
      eventId: 'other',
      payload: { customer: { email: 'x@example.com' } },
    });
    const byAddress = { customer: { email: ADDRESS.toUpperCase() } };
    const byNumber = { customer: { id: CUSTOMER } };
    for (const payload of [byAddress, byNumber]) await deliver(app, { shop, topic: 'customers/data_request', payload });
    await app.database.prisma.webhookEvent.updateMany({ where: { shop, doneAt: null }, data: { dueAt: null } });
    await redacts();
    const kept = await app.database.prisma.webhookEvent.findMany({ where: { shop, sealedPayload: { not: null } } });
    expect(kept).toMatchObject([{ eventId: 'other' }]);
    expect(await requestsOf()).toMatchObject([{ status: 'ERASED', email: null, downloadPath: null }]);
  });

  test('leaves the address in no form in any table, whatever of the person was there', async () => {
    const email = 'Only.Here+Vip@Example.com';
    const payload = { customer: { ...customer, email, phone: '+41 79 555 01 88' } };
    await livesHere(email);
    await merchant(`mutation { personalDataRequest(email: "${email}") { dataRequest { id } } }`);
    await happens(app, { shop, topic: 'customers/data_request', payload });
    expect(tracesOf(email, await dumpOf(app.database))).not.toEqual([]);
    await redacts(payload);
    const left = await dumpOf(app.database);
    expect(left).toContain(shop);
    expect(tracesOf(email, left)).toEqual([]);
    expect(tracesOf('+41 79 555 01 88', left)).toEqual([]);
    expect(tracesOf(email, logged)).toEqual([]);
  });
});

test('a trace of an address is found in every form, or finding none would prove nothing', () => {
  const hash = (name: string) => createHash(name).update(KEY);
  const forms = [
    ...[ADDRESS, ADDRESS.toUpperCase(), KEY, `?email=${encodeURIComponent(ADDRESS)}&x=1`],
    ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${ADDRESS} and more`).toString('base64')),
    ...['md5', 'sha1', 'sha256'].flatMap((name) => [hash(name).digest('hex'), hash(name).digest('base64')]),
    `\\x${Buffer.from(`in bytes: ${KEY}`).toString('hex')}`,
  ];
  for (const form of forms) expect(tracesOf(ADDRESS, `before ${form} after`), form).not.toEqual([]);
});

describe('shop/redact', () => {
  const now = Date.now();
  const at = (days: number) => new Date(now + days * DAY);
  const installs = (installedAt: Date, of = shop) =>
    app.database.prisma.shop.update({ where: { domain: of }, data: { installedAt, uninstalledAt: null } });
  const uninstalls = (triggeredAt: Date) => happens(app, { shop, topic: 'app/uninstalled', triggeredAt });
  const redacts = (triggeredAt: Date) => happens(app, { shop, topic: 'shop/redact', triggeredAt });

  /** Tables that hold something of a shop, and how much. */
  async function tablesWith(of: string): Promise<Record<string, number>> {
    const tables = await app.database.prisma.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND column_name = 'shop'`;
    const counts = tables.map(async ({ name }) => {
      const sql = `SELECT count(*)::int AS count FROM "${name}" WHERE shop = $1`;
      const [row] = await app.database.prisma.$queryRawUnsafe<{ count: number }[]>(sql, of);
      return [name, row?.count ?? 0] as const;
    });
    return Object.fromEntries((await Promise.all(counts)).filter(([, count]) => count > 0));
  }

  beforeEach(async () => {
    await installs(at(-30));
    await livesHere();
    await aConnection(app, shop, 'KLAVIYO');
    await merchant(`mutation { personalDataRequest(email: "${ADDRESS}") { dataRequest { id } } }`);
  });

  test('two days after an uninstall everything of the shop is gone, and nothing of another', async () => {
    const other = await aShop(app);
    await aCampaign(app, other);
    const ofOther = await tablesWith(other);
    await uninstalls(at(-2));
    expect(Object.keys(await tablesWith(shop)).length).toBeGreaterThan(10);
    await redacts(at(0));
    expect(await tablesWith(shop)).toEqual({});
    expect(await app.services.shops.find(shop)).toBeNull();
    expect(await tablesWith(other)).toEqual(ofOther);
    expect(tracesOf(shop, await dumpOf(app.database))).toEqual([]);
  });

  test('a shop that was installed again within two days keeps everything', async () => {
    await uninstalls(at(-2));
    await installs(at(-1));
    const before = await tablesWith(shop);
    await redacts(at(0));
    expect(await tablesWith(shop)).toEqual({ ...before, WebhookEvent: (before.WebhookEvent ?? 0) + 1 });
  });

  test('one that comes after a later installation is stale, and forgets nothing', async () => {
    await uninstalls(at(-3));
    await installs(at(0));
    await redacts(at(-1));
    expect(await app.services.shops.find(shop)).not.toBeNull();
  });

  test('a shop that is installed again after it was forgotten begins anew', async () => {
    await uninstalls(at(-2));
    await redacts(at(0));
    await app.services.shops.save({ domain: shop, name: 'Anew', currencyCode: 'EUR', timeZone: 'UTC' });
    await installs(at(1));
    await redacts(at(0));
    expect(await app.services.shops.find(shop)).toMatchObject({ name: 'Anew' });
    expect(await recordsOf(shop)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('it holds also where the news of the uninstall was lost', async () => {
    await redacts(at(0));
    expect(await tablesWith(shop)).toEqual({});
  });

  test('of a shop that is not known, and nine times over, does no harm', async () => {
    await happens(app, { shop: 'never-seen.myshopify.com', topic: 'shop/redact' });
    for (let count = 0; count < 9; count += 1) await redacts(at(0));
    expect(await tablesWith(shop)).toEqual({});
  });
});

describe('app/uninstalled', () => {
  const visitor = () => app.asVisitor();
  const gate = async () =>
    (await visitor()('query ($id: ID) { campaign(id: $id) { name } }', { id: campaignId })).data.campaign;
  const unlock = async (id: string) =>
    (
      await visitor()('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', {
        input: { campaignId: id, email: 'grace@example.com' },
      })
    ).data.gateUnlockWithEmail;
  const installs = (installedAt: Date) =>
    app.database.prisma.shop.update({ where: { domain: shop }, data: { installedAt, uninstalledAt: null } });

  test('closes the shop’s gates as if they had never been, and keeps what it had', async () => {
    await livesHere();
    expect(await gate()).toEqual({ name: 'Winter drop' });
    await happens(app, { shop, topic: 'app/uninstalled' });
    expect(await gate()).toBeNull();
    expect(await unlock(campaignId)).toEqual(await unlock(randomUUID()));
    expect(await recordsOf(shop)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  test('forgets the shop’s tokens', async () => {
    const session = { id: `offline_${shop}`, shop, state: '', accessToken: new Uint8Array(40) };
    await app.database.prisma.session.create({ data: session });
    await happens(app, { shop, topic: 'app/uninstalled' });
    expect(await app.database.prisma.session.count({ where: { shop } })).toBe(0);
  });

  test('closes its secret links as well', async () => {
    const { secretLink } = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });
    const found = async () =>
      (
        await visitor()('query ($secret: String) { campaign(secretLink: $secret) { name } }', {
          secret: secretLink.split('/').at(-1),
        })
      ).data.campaign;
    expect(await found()).not.toBeNull();
    await happens(app, { shop, topic: 'app/uninstalled' });
    expect(await found()).toBeNull();
  });

  test('that is older than the latest installation is no news', async () => {
    await installs(new Date());
    await happens(app, { shop, topic: 'app/uninstalled', triggeredAt: new Date(Date.now() - DAY) });
    expect(await gate()).toEqual({ name: 'Winter drop' });
  });

  test('stops its sync and its removals until it comes back', async () => {
    const connectionId = await aConnection(app, shop, 'KLAVIYO');
    const signupId = await livesHere();
    await app.database.prisma.receipt.updateMany({ where: { shop }, data: { dueAt: new Date(0) } });
    const { syncRooms, signups } = app.services;
    const usable = () =>
      syncRooms.connectionReader.openUsable({ shop, id: connectionId }).then(
        (connection) => connection !== null,
        () => true,
      );
    await happens(app, { shop, topic: 'app/uninstalled' });
    await signups.delete(shop, signupId);
    await app.database.prisma.erasure.updateMany({ where: { shop }, data: { dueAt: new Date(0) } });
    expect(await usable()).toBe(false);
    expect(await syncRooms.erasures.claim()).toEqual([]);
    await installs(new Date());
    expect(await usable()).toBe(true);
    expect(await syncRooms.erasures.claim()).toHaveLength(1);
  });
});

test('nothing that was driven here put a person’s data into the log', () => {
  expect(logged).toContain('customers/redact');
  expect(tracesOf(ADDRESS, logged)).toEqual([]);
  expect(tracesOf(KEY, logged)).toEqual([]);
  expect(logged).not.toContain(CUSTOMER);
  expect(logged).not.toContain('555 01 77');
  expect(logged).not.toContain(SHOPIFY_ENV.SHOPIFY_API_SECRET);
});
