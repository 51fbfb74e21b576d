import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PrismaClient } from '../../../prisma/client/client.ts';
import { type Ask, appOver, asker, patiently, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, type MadeCampaign } from '../../test/builders.ts';
import type { Happening } from './happening.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** Each kind, and the number that its happenings are the rows of. */
const NUMBERS = {
  ...{ VIEW: 'views', UNIQUE_VISITOR: 'uniqueVisitors', GATE_SHOWN: 'gateShown', ATTEMPT: 'attempts' },
  ...{ DENIED: 'denied', PASS: 'passes', SIGNUP: 'signups' },
  ...{ PRODUCT_OPENED: 'productsOpened', SENT_TO_CART: 'sentToCart' },
} as const;

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

function aVisitor(address = '192.0.2.1'): Ask {
  const headers = { 'user-agent': FIREFOX, 'accept-language': 'de' };
  return patiently(asker(app.http, '/public/graphql', { headers, remoteAddress: address }));
}

const SOURCE = 'https://shop.example/?utm_source=news';

function tryPassword(visitor: Ask, campaignId: string, password: string) {
  const input = { campaignId, password, source: SOURCE };
  return visitor('mutation ($input: GatePasswordInput!) { gateUnlockWithPassword(input: $input) { __typename } }', {
    input,
  });
}

function signUp(visitor: Ask, campaignId: string, email: string) {
  const input = { campaignId, email };
  return visitor('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', { input });
}

/** Everything that can be counted happens at a campaign. */
async function everythingAt({ id }: MadeCampaign): Promise<void> {
  const [visitor, other] = [aVisitor(), aVisitor('192.0.2.2')];
  for (const one of [visitor, visitor, other]) {
    await one(`mutation { viewRecord(input: { campaignId: "${id}", source: "${SOURCE}" }) { __typename } }`);
  }
  await tryPassword(visitor, id, 'wrong');
  await tryPassword(visitor, id, 'amber-lantern');
  await signUp(other, id, 'ada@example.com');
  await visitor(`mutation { happeningRecord(input: { campaignId: "${id}",
    happenings: [GATE_SHOWN, PRODUCT_OPENED, PRODUCT_OPENED, SENT_TO_CART] }) { __typename } }`);
}

interface Row {
  readonly id: string;
  readonly count: number;
  readonly [field: string]: unknown;
}

interface Asked {
  readonly args: string;
  readonly fields?: string;
}

interface Rows {
  readonly rows: readonly Row[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const tools = new Map<string, Promise<Ask>>();

/** One tool of the shop, however often it asks. */
function toolOf(shop: string): Promise<Ask> {
  const tool = tools.get(shop) ?? app.asTool(shop);
  tools.set(shop, tool);
  return tool;
}

/** A page of what happened, at a campaign or, without one, in the whole shop. */
async function rowsOf(shop: string, campaign: MadeCampaign | null, { args, fields = '' }: Asked): Promise<Rows> {
  const ask = await toolOf(shop);
  const list = `happenings(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { id count ${fields} } }`;
  const { data, errors } = await ask(
    campaign ? `{ of: campaign(id: "${campaign.id}") { ${list} } }` : `{ of: shop { ${list} } }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const { nodes, ...page } = data.of.happenings;
  return { rows: nodes, ...page };
}

function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function aGate(shop: string): Promise<MadeCampaign> {
  return aCampaign(app, shop, { accessType: 'PASSWORD_OR_EMAIL', password: 'amber-lantern' });
}

test('every number of a campaign, and of each of its shares, is the sum of its rows', async () => {
  const shop = await aShop(app);
  const campaign = await aGate(shop);
  await everythingAt(campaign);
  const ask = await app.asTool(shop);
  const { data } = await ask(`{ campaign(id: "${campaign.id}") { analytics { from to
    totals { ${Object.values(NUMBERS).join(' ')} } denials { reason count }
    sources { value attempts } codes { value passes } devices { value views } } } }`);
  const { analytics } = data.campaign;
  const range = `from: "${analytics.from}", to: "${analytics.to}"`;

  for (const [kind, number] of Object.entries(NUMBERS)) {
    const { rows, totalCount } = await rowsOf(shop, campaign, { args: `kind: ${kind}, ${range}` });
    expect([kind, sumOf(rows), totalCount]).toEqual([kind, analytics.totals[number], rows.length]);
    expect(sumOf(rows)).toBeGreaterThan(0);
  }
  const shares = [
    ...analytics.sources.map(({ value, attempts }: Row) => ['ATTEMPT', 'SOURCE', value, attempts]),
    ...analytics.codes.map(({ value, passes }: Row) => ['PASS', 'CODE', value, passes]),
    ...analytics.devices.map(({ value, views }: Row) => ['VIEW', 'DEVICE', value, views]),
    ...analytics.denials.map(({ reason, count }: Row) => ['DENIED', 'REASON', reason, count]),
  ];
  expect(shares).toHaveLength(5);
  for (const [kind, dimension, value, count] of shares) {
    const args = `kind: ${kind}, ${range}, share: { dimension: ${dimension}, value: "${value}" }`;
    expect([value, sumOf((await rowsOf(shop, campaign, { args })).rows)]).toEqual([value, count]);
  }
});

test('a try says by which way it was, what came of it and why, and nothing of what was typed', async () => {
  const shop = await aShop(app);
  const campaign = await aGate(shop);
  await tryPassword(aVisitor(), campaign.id, 'a-wrong-guess');
  await tryPassword(aVisitor(), campaign.id, 'amber-lantern');
  await signUp(aVisitor(), campaign.id, 'ada@example.com');
  const fields = 'way outcome reason credentialName source campaignName';

  const { rows } = await rowsOf(shop, campaign, { args: 'kind: ATTEMPT', fields });
  const { rows: denied } = await rowsOf(shop, campaign, { args: 'kind: DENIED', fields });

  expect(rows.map(({ way, outcome, reason, credentialName }) => [way, outcome, reason, credentialName])).toEqual([
    ['EMAIL', 'LET_IN', null, null],
    ['CODE', 'LET_IN', null, expect.any(String)],
    ['CODE', 'REFUSED', 'WRONG_CODE', null],
  ]);
  expect(denied).toMatchObject([{ way: 'CODE', outcome: null, reason: 'WRONG_CODE', source: 'news' }]);
  const kept = JSON.stringify(await app.database.prisma.happening.findMany({ where: { shop } }), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  for (const typed of ['a-wrong-guess', 'amber-lantern', 'ada@']) expect(kept).not.toContain(typed);
});

test('a try whose address is to be proved first was neither let in nor refused', async () => {
  const shop = await aShop(app);
  const campaign = await aCampaign(app, shop, { accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_FIRST' });
  await signUp(aVisitor(), campaign.id, 'ada@example.com');

  const { rows } = await rowsOf(shop, campaign, { args: 'kind: ATTEMPT', fields: 'way outcome reason' });

  expect(rows).toMatchObject([{ way: 'EMAIL', outcome: 'ASKED_TO_CONFIRM', reason: null }]);
});

/** Views one after the other, each a row of its own. */
function views(shop: string, { id: campaignId }: MadeCampaign, times: readonly string[]): Promise<void> {
  const happenings = times.map((at, number): Happening => {
    const traits = {
      source: `source-${number}`,
      device: 'phone',
      country: 'AT',
      isSuspected: number % 5 === 0,
    } as const;
    return { shop, campaignId, traits, kind: 'VIEW', at: new Date(at) };
  });
  return app.services.happenings.record(happenings);
}

const [NOON, ONE, TWO] = ['2026-11-28T12:00:00Z', '2026-11-28T13:00:00Z', '2026-11-28T14:00:00Z'];

test('page by page each row of a shop comes once, newest first, also where many share a second and a campaign', async () => {
  const shop = await aShop(app);
  const campaigns = [await aGate(shop), await aGate(shop), await aGate(shop)];
  for (const campaign of campaigns) await views(shop, campaign, [ONE, NOON, ...Array(9).fill(ONE), TWO]);
  const seen: Row[] = [];
  let after = 'null';

  for (let page = 0; after !== 'end'; page += 1) {
    const args = `kind: VIEW, first: 7, after: ${after}`;
    const { rows, pageInfo } = await rowsOf(shop, null, { args, fields: 'at campaignId' });
    seen.push(...rows);
    after = pageInfo.hasNextPage ? `"${pageInfo.endCursor}"` : 'end';
    expect(page).toBeLessThan(6);
  }

  // Of twelve views of each campaign the first, the sixth and the eleventh look like a machine's.
  expect(seen).toHaveLength(27);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(27);
  expect(seen.map(({ at }) => String(at))).toEqual(
    seen
      .map(({ at }) => String(at))
      .toSorted()
      .toReversed(),
  );
  const { rows: suspected } = await rowsOf(shop, null, { args: 'kind: VIEW, isSuspected: true' });
  expect(suspected).toHaveLength(9);
});

test('a range has what lies in it, its end left out', async () => {
  const shop = await aShop(app);
  const campaign = await aGate(shop);
  await views(shop, campaign, [NOON, NOON, ONE, '2026-11-28T13:59:59Z', TWO]);

  const { rows } = await rowsOf(shop, campaign, { args: `kind: VIEW, from: "${ONE}", to: "${TWO}"`, fields: 'source' });

  expect(rows).toMatchObject([{ source: 'source-3' }, { source: 'source-2' }]);
});

test('many rows cost as many statements as few', async () => {
  const shop = await aShop(app);
  const [few, many] = [await aGate(shop), await aGate(shop)];
  await views(shop, few, [NOON, ONE, TWO]);
  await views(shop, many, Array(40).fill(ONE));
  const log = [{ emit: 'event', level: 'query' } as const];
  const prisma = new PrismaClient({ adapter: new PrismaPg(app.database.url), log });
  afterAll(() => prisma.$disconnect());
  let statements = 0;
  prisma.$on('query', () => {
    statements += 1;
  });
  const ask = await (await appOver({ ...app.database, prisma })).asTool(shop);
  const costOf = async ({ id }: MadeCampaign, first: number) => {
    statements = 0;
    const { data } = await ask(
      `{ campaign(id: "${id}") { happenings(kind: VIEW, first: ${first}) { nodes { credentialName campaignName } } } }`,
    );
    return { rows: data.campaign.happenings.nodes.length, statements };
  };

  await costOf(few, 1);
  expect(await costOf(few, 1)).toEqual({ rows: 1, statements: expect.any(Number) });
  expect((await costOf(many, 100)).rows).toBe(32);
  expect((await costOf(many, 100)).statements).toBe((await costOf(few, 1)).statements);
});

test.each([
  ['kind: VIEW, first: 101', 'Argument `first` must be from 1 to 100.'],
  ['kind: VIEW, after: "aGVsbG8"', 'Argument `after` is not a cursor of this list.'],
  [
    `kind: VIEW, after: "${Buffer.from('["at","x","1"]').toString('base64url')}"`,
    'Argument `after` is not a cursor of this list.',
  ],
  [`kind: VIEW, from: "${ONE}", to: "${ONE}"`, '`from` must be before `to`.'],
])('what cannot be meant is refused: %s', async (args, message) => {
  const shop = await aShop(app);
  const { id } = await aGate(shop);
  const ask = await app.asTool(shop);

  const { errors } = await ask(`{ campaign(id: "${id}") { happenings(${args}) { nodes { id } } } }`);

  expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
});

test('a shop’s numbers are told by campaign as well', async () => {
  const shop = await aShop(app);
  const [quiet, busy] = [await aGate(shop), await aGate(shop)];
  await everythingAt(busy);
  await signUp(aVisitor(), quiet.id, 'ada@example.com');
  const ask = await app.asTool(shop);

  const { data } = await ask(
    '{ shop { analytics { campaigns { value name views signups } codes { name campaignName passes } } } }',
  );

  expect(data.shop.analytics.campaigns).toEqual([
    { value: busy.id, name: expect.any(String), views: 3, signups: 1 },
    { value: quiet.id, name: expect.any(String), views: 0, signups: 1 },
  ]);
  expect(data.shop.analytics.codes).toEqual([{ name: 'First', campaignName: 'Winter drop', passes: 1 }]);
});
