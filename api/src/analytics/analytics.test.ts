import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, appOver, asker, patiently, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, type MadeCampaign } from '../../test/builders.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';
const COUNTS = 'views uniqueVisitors gateShown attempts denied passes signups productsOpened sentToCart';
const NONE = {
  ...{ views: 0, uniqueVisitors: 0, gateShown: 0, attempts: 0, denied: 0 },
  ...{ passes: 0, signups: 0, productsOpened: 0, sentToCart: 0 },
};

let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  app = await testApp({ TRUSTED_PROXIES: '127.0.0.9', COUNTRY_HEADER: 'cf-ipcountry' });
  other = await appOver(app.database);
});

interface Browser {
  readonly app?: TestApp;
  readonly address?: string;
  readonly headers?: Record<string, string>;
}

/** A visitor with an ordinary browser. */
function aVisitor({ app: process = app, address = '192.0.2.1', headers = {} }: Browser = {}): Ask {
  const own = { 'user-agent': FIREFOX, 'accept-language': 'de', ...headers };
  return patiently(asker(process.http, '/public/graphql', { headers: own, remoteAddress: address }));
}

function view(ask: Ask, campaignId: string, more: Record<string, string> = {}) {
  const input = { campaignId, ...more };
  return ask('mutation ($input: ViewRecordInput!) { viewRecord(input: $input) { __typename } }', { input });
}

function tryPassword(ask: Ask, campaignId: string, password: string) {
  const input = { campaignId, password, source: 'https://shop.example/?utm_source=News&utm_medium=Email' };
  return ask('mutation ($input: GatePasswordInput!) { gateUnlockWithPassword(input: $input) { __typename } }', {
    input,
  });
}

function signUp(ask: Ask, campaignId: string, email: string) {
  const input = { campaignId, email };
  return ask('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', { input });
}

async function analyticsOf(shop: string, { id }: MadeCampaign, selection: string, args = '') {
  const ask = await app.asTool(shop);
  const { data, errors } = await ask(`{ campaign(id: "${id}") { totalViews totalSignups totalPasses conversionRate
    analytics${args} { ${selection} } } }`);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.campaign;
}

test('what happens at a gate is counted once, each thing by its kind', async () => {
  const shop = await aShop(app);
  const campaign = await aCampaign(app, shop, { accessType: 'PASSWORD_OR_EMAIL', password: 'amber-lantern' });
  const visitor = aVisitor();
  await view(visitor, campaign.id);
  await view(visitor, campaign.id);
  await view(aVisitor({ address: '192.0.2.2' }), campaign.id);
  await tryPassword(visitor, campaign.id, 'wrong');
  await tryPassword(visitor, campaign.id, 'amber-lantern');
  await signUp(visitor, campaign.id, 'ada@example.com');
  await signUp(visitor, campaign.id, 'ada@example.com');
  const { data } = await visitor(
    `mutation { happeningRecord(input: { campaignId: "${campaign.id}",
      happenings: [GATE_SHOWN, PRODUCT_OPENED, PRODUCT_OPENED, SENT_TO_CART] }) { __typename } }`,
  );
  expect(data.happeningRecord.__typename).toBe('HappeningsRecorded');

  const { analytics, ...campaignNow } = await analyticsOf(
    shop,
    campaign,
    `totals { ${COUNTS} conversionRate suspected { ${COUNTS} } } denials { reason count suspected }`,
  );

  expect(analytics.totals).toEqual({
    ...{ views: 3, uniqueVisitors: 2, gateShown: 1, attempts: 4, denied: 1 },
    ...{ passes: 2, signups: 1, productsOpened: 2, sentToCart: 1 },
    ...{ conversionRate: 1 / 3, suspected: NONE },
  });
  expect(campaignNow).toEqual({ totalViews: 3, totalSignups: 1, totalPasses: 2, conversionRate: 1 / 3 });
  expect(analytics.denials).toEqual([{ reason: 'WRONG_CODE', count: 1, suspected: 0 }]);
});

test('a machine is counted apart, and shown', async () => {
  const shop = await aShop(app);
  const campaign = await aCampaign(app, shop);
  await view(aVisitor({ headers: { 'user-agent': 'Googlebot/2.1' } }), campaign.id);
  await view(aVisitor({ headers: { 'sec-purpose': 'prefetch;prerender' } }), campaign.id);
  await view(aVisitor(), campaign.id);

  const { analytics, totalViews } = await analyticsOf(
    shop,
    campaign,
    'totals { views suspected { views } } devices { value views suspected { views } }',
  );

  expect(analytics.totals).toEqual({ views: 1, suspected: { views: 2 } });
  expect(totalViews).toBe(3);
  expect(analytics.devices).toEqual([
    { value: 'bot', views: 0, suspected: { views: 2 } },
    { value: 'desktop', views: 1, suspected: { views: 0 } },
  ]);
});

test('views come by source, device and country; the country is believed of a trusted proxy alone', async () => {
  const shop = await aShop(app);
  const campaign = await aCampaign(app, shop);
  const newsletter = { source: 'https://shop.example/p?utm_source=News&utm_medium=Email&utm_campaign=Winter' };
  await view(aVisitor({ headers: { 'cf-ipcountry': 'US' } }), campaign.id, newsletter);
  const behindProxy = { 'x-forwarded-for': '198.51.100.7', 'cf-ipcountry': 'AT', 'user-agent': PHONE };
  await view(aVisitor({ address: '127.0.0.9', headers: behindProxy }), campaign.id, {
    source: 'https://shop.example/',
    referrer: 'https://www.blog.example/post?reader=ada',
  });

  const { analytics } = await analyticsOf(
    shop,
    campaign,
    'sources { value views } devices { value views } countries { value views }',
  );

  expect(analytics).toEqual({
    sources: [
      { value: 'blog.example', views: 1 },
      { value: 'news / email / winter', views: 1 },
    ],
    devices: [
      { value: 'desktop', views: 1 },
      { value: 'phone', views: 1 },
    ],
    countries: [{ value: 'AT', views: 1 }],
  });
});

test('whoever makes sources up fills fifty of a day, and everything is still counted', async () => {
  const shop = await aShop(app);
  const campaign = await aCampaign(app, shop);
  const makeUp = (number: number) =>
    view(aVisitor(), campaign.id, { source: `https://shop.example/?utm_source=made-up-${number}` });
  for (let number = 0; number < 60; number += 1) await makeUp(number);

  const { analytics } = await analyticsOf(shop, campaign, 'totals { views } sources { value views }');

  expect(analytics.totals.views).toBe(60);
  expect(analytics.sources).toHaveLength(51);
  expect(analytics.sources[0]).toEqual({ value: 'other', views: 10 });
});

test('a code and a link have the numbers of those who came by them', async () => {
  const shop = await aShop(app);
  const byCode = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'amber-lantern' });
  await tryPassword(aVisitor(), byCode.id, 'amber-lantern');
  const byLink = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });
  const secretLink = byLink.secretLink.split('/').at(-1);
  await aVisitor()(`mutation { gateUnlockWithSecretLink(input: { secretLink: "${secretLink}" }) { __typename } }`);

  const { analytics: code } = await analyticsOf(shop, byCode, 'codes { name passes attempts } links { name }');
  const { analytics: link } = await analyticsOf(shop, byLink, 'codes { name } links { name passes attempts }');

  expect(code).toEqual({ codes: [{ name: expect.any(String), passes: 1, attempts: 1 }], links: [] });
  expect(link).toEqual({ codes: [], links: [{ name: expect.any(String), passes: 1, attempts: 1 }] });
});

test('after a storm over two processes every figure equals its rows, and what visitors were told', async () => {
  const shop = await aShop(app);
  const fields = { accessType: 'PASSWORD_OR_EMAIL', password: 'amber-lantern', capacity: 60 };
  const campaigns = await Promise.all([aCampaign(app, shop, fields), aCampaign(app, shop, fields)]);
  const told: string[] = [];
  const visit = async (number: number) => {
    const campaign = campaigns[number % 2] as MadeCampaign;
    const agent = number % 5 === 0 ? 'Googlebot/2.1' : FIREFOX;
    const address = `198.51.100.${number % 40}`;
    const visitor = aVisitor({ app: number % 3 ? app : other, address, headers: { 'user-agent': agent } });
    await view(visitor, campaign.id, { source: `https://shop.example/?utm_source=source-${number % 7}` });
    const password = number % 4 === 0 ? 'wrong' : 'amber-lantern';
    const { data } = await tryPassword(visitor, campaign.id, password);
    told.push(data.gateUnlockWithPassword.__typename);
    if (number % 2 === 0) return;
    const { data: signedUp } = await signUp(visitor, campaign.id, `guest-${number % 30}@example.com`);
    told.push(signedUp.gateUnlockWithEmail.__typename);
  };

  await Promise.all(Array.from({ length: 240 }, (_, number) => visit(number)));

  for (const { id } of campaigns) expect(await disagreements(id)).toEqual([]);
  const ask = await app.asTool(shop);
  const { data } = await ask(
    `{ shop { analytics { totals { views attempts denied suspected { views attempts denied } } } } }`,
  );
  const { suspected, ...people } = data.shop.analytics.totals;
  const both = (kind: 'views' | 'attempts' | 'denied') => people[kind] + suspected[kind];
  expect(both('views')).toBe(240);
  expect(both('attempts')).toBe(told.length);
  expect(both('denied')).toBe(told.filter((name) => name !== 'GateOpened').length);
});

/** Something that happened at a time of the test's choosing. */
function happenedAt(shop: string, { id: campaignId }: MadeCampaign, ...times: string[]): Promise<void> {
  const traits = { source: 'direct', device: 'desktop', country: null, isSuspected: false } as const;
  return app.services.happenings.record(
    times.map((at) => ({ shop, campaignId, traits, kind: 'VIEW', at: new Date(at) })),
  );
}

async function seriesOf(shop: string, campaign: MadeCampaign, args: string) {
  const { analytics } = await analyticsOf(shop, campaign, 'from to series { startsAt endsAt views }', args);
  return analytics;
}

test('a range over several days is told by its whole days and by the quarters of an hour at its ends', async () => {
  const shop = await aShop(app);
  const campaign = await aCampaign(app, shop);
  // The range in Berlin's time is from 22:00 on the 9th until 22:00 on the 13th in UTC.
  const within = ['2026-06-09T22:00:00Z', '2026-06-10T00:00:00Z', '2026-06-12T23:59:59Z', '2026-06-13T21:59:59Z'];
  await happenedAt(shop, campaign, '2026-06-09T21:59:59Z', ...within, '2026-06-13T22:00:00Z');
  const range = '(from: "2026-06-10T10:00:00Z", to: "2026-06-13T10:00:00Z")';

  const { analytics } = await analyticsOf(shop, campaign, 'from to totals { views } sources { value views }', range);

  expect(analytics).toEqual({
    ...{ from: '2026-06-09T22:00:00.000Z', to: '2026-06-13T22:00:00.000Z', totals: { views: 4 } },
    sources: [{ value: 'direct', views: 4 }],
  });
});

describe('hours and days are those of the shop’s clock', () => {
  test('the day on which clocks go back has 25 hours, each of them once', async () => {
    const shop = await aShop(app);
    const campaign = await aCampaign(app, shop);
    // Twice half past two in Berlin; then the last quarter of the day, and the first one of the next.
    const twice = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'];
    await happenedAt(shop, campaign, ...twice, '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z');
    const range = 'from: "2026-10-25T10:00:00Z", to: "2026-10-25T11:00:00Z"';

    const { series } = await seriesOf(shop, campaign, `(interval: DAY, ${range})`);
    const hours = await seriesOf(
      shop,
      campaign,
      '(interval: HOUR, from: "2026-10-24T22:00:00Z", to: "2026-10-25T23:00:00Z")',
    );

    expect(series).toEqual([{ startsAt: '2026-10-24T22:00:00.000Z', endsAt: '2026-10-25T23:00:00.000Z', views: 3 }]);
    expect(hours.series.map(({ views }: { views: number }) => views)).toEqual(
      Array.from({ length: 25 }, (_, hour) => (hour === 2 || hour === 3 || hour === 24 ? 1 : 0)),
    );
  });

  test('the day on which they go forward has 23', async () => {
    const shop = await aShop(app);
    const campaign = await aCampaign(app, shop);
    const range = 'from: "2026-03-29T10:00:00Z", to: "2026-03-29T11:00:00Z"';

    const { series } = await seriesOf(shop, campaign, `(interval: DAY, ${range})`);

    expect(series).toEqual([{ startsAt: '2026-03-28T23:00:00.000Z', endsAt: '2026-03-29T22:00:00.000Z', views: 0 }]);
  });

  test.each([
    ['Asia/Kolkata', '2026-06-01T18:30:00.000Z', '2026-06-01T18:29:59Z'],
    ['Asia/Kathmandu', '2026-06-01T18:15:00.000Z', '2026-06-01T18:14:59Z'],
    ['Australia/Lord_Howe', '2026-06-01T13:30:00.000Z', '2026-06-01T13:29:59Z'],
  ])('in %s a day begins at its own midnight', async (timeZone, midnight, before) => {
    const shop = await aShop(app);
    await app.services.shops.save({ domain: shop, name: 'Far away', currencyCode: 'EUR', timeZone });
    const campaign = await aCampaign(app, shop);
    await happenedAt(shop, campaign, before, midnight);

    const range = `from: "${midnight}", to: "2026-06-02T01:00:00Z"`;
    const days = await seriesOf(shop, campaign, `(interval: DAY, ${range})`);
    const hours = await seriesOf(shop, campaign, `(interval: HOUR, from: "${midnight}", to: "2026-06-01T19:00:00Z")`);

    expect(days.series.map(({ startsAt, views }: Point) => ({ startsAt, views }))).toEqual([
      { startsAt: midnight, views: 1 },
    ]);
    expect(hours.series[0]).toMatchObject({ startsAt: midnight, views: 1 });
  });
});

interface Point {
  readonly startsAt: string;
  readonly views: number;
}

test.each([
  [
    '(interval: HOUR, from: "2026-01-01T00:00:00Z", to: "2026-02-02T00:00:00Z")',
    'With interval HOUR the range may have at most 31 days.',
  ],
  [
    '(interval: DAY, from: "2024-01-01T00:00:00Z", to: "2026-02-02T00:00:00Z")',
    'With interval DAY the range may have at most 731 days.',
  ],
  ['(from: "2026-02-02T00:00:00Z", to: "2026-02-02T00:00:00Z")', '`from` must be before `to`.'],
])('a range that is too long, or none, is refused: %s', async (args, message) => {
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop);
  const ask = await app.asTool(shop);

  const { errors } = await ask(`{ campaign(id: "${id}") { analytics${args} { timeZone } } }`);

  expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
});

test('a second shop sees nothing of the first one’s numbers', async () => {
  const shop = await aShop(app);
  await view(aVisitor(), (await aCampaign(app, shop)).id);
  const ask = await app.asTool(await aShop(app));

  const { data } = await ask('{ shop { analytics { totals { views } sources { value } } } }');

  expect(data.shop.analytics).toEqual({ totals: { views: 0 }, sources: [] });
});

test('what happens at a campaign that is deleted meanwhile is counted nowhere, and fails nobody', async () => {
  const shop = await aShop(app);
  const gone = { id: randomUUID(), secretLink: '' };
  const kept = await aCampaign(app, shop);

  await Promise.all([happenedAt(shop, gone, '2026-11-28T10:00:00Z'), happenedAt(shop, kept, new Date().toISOString())]);

  expect((await analyticsOf(shop, kept, 'totals { views }')).analytics.totals.views).toBe(1);
});

/** Where a figure of a campaign is not what its rows say. */
async function disagreements(campaignId: string): Promise<string[]> {
  const { prisma } = app.database;
  const campaign = await prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id: campaignId } });
  const where = { campaignId };
  const [happenings, counts, signups, passes] = await Promise.all([
    prisma.happening.findMany({ where }),
    prisma.campaignCount.findMany({ where }),
    prisma.signup.count({ where }),
    prisma.accessPass.count({ where }),
  ]);
  const expected = new Map<string, number>();
  const add = (key: string, count: number) => expected.set(key, (expected.get(key) ?? 0) + count);
  for (const row of happenings) {
    const bucket = Math.floor(row.at.getTime() / 900_000) * 900_000;
    const reason = row.kind === 'DENIED' ? row.reason : null;
    const values = { TOTAL: '', SOURCE: row.source, DEVICE: row.device, COUNTRY: row.country, REASON: reason };
    const all = { ...values, CODE: row.accessCodeId, LINK: row.secretLinkId };
    for (const [dimension, value] of Object.entries(all)) {
      if (value === null) continue;
      add([dimension, value, 'QUARTER', bucket, row.kind, row.isSuspected].join(' '), row.count);
      const [grain, length] = dimension === 'TOTAL' ? (['HOUR', 3_600_000] as const) : (['DAY', 86_400_000] as const);
      const start = Math.floor(row.at.getTime() / length) * length;
      add([dimension, value, grain, start, row.kind, row.isSuspected].join(' '), row.count);
    }
  }
  const actual = new Map(
    counts.map((row) => [
      [row.dimension, row.value, row.grain, row.bucketStart.getTime(), row.kind, row.isSuspected].join(' '),
      row.count,
    ]),
  );
  const total = (kind: string) =>
    happenings.filter((row) => row.kind === kind).reduce((sum, { count }) => sum + count, 0);
  const figures: Record<string, [number, number]> = {
    views: [total('VIEW'), campaign.totalViews],
    signups: [total('SIGNUP'), campaign.totalSignups],
    signupRows: [total('SIGNUP'), signups],
    passes: [total('PASS'), campaign.totalPasses],
    passRows: [total('PASS'), passes],
    cells: [expected.size, actual.size],
  };
  for (const [key, count] of expected) figures[key] = [count, actual.get(key) ?? 0];
  return Object.entries(figures).flatMap(([name, [a, b]]) => (a === b ? [] : [`${name}: ${a} and ${b}`]));
}
