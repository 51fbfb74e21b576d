import { beforeAll, describe, expect, test } from 'vitest';
import type { Prisma } from '../../../prisma/client/client.ts';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aShop } from '../../test/builders.ts';
import { statementCounter } from '../../test/statements.ts';
import { CampaignStatus, campaignStatus } from './campaign-status.ts';

const LIST = `query ($first: Int! = 100, $after: String, $query: String, $sortKey: CampaignSortKey! = NAME, $reverse: Boolean! = false,
    $filter: CampaignFilterInput) {
  campaigns(first: $first, after: $after, query: $query, sortKey: $sortKey, reverse: $reverse, filter: $filter) {
    nodes { name status } totalCount pageInfo { hasNextPage endCursor }
  }
}`;

const DAY = 86_400_000;
const now = Date.now();
const past = new Date(now - DAY);
const future = new Date(now + DAY);

type Fields = Partial<Prisma.EarlyAccessCampaignUncheckedCreateInput>;

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

/** A shop with these campaigns, in any state that time may have brought them to. */
async function shopWith(campaigns: readonly (Fields & { name: string })[]): Promise<{ shop: string; list: ListOf }> {
  const shop = await aShop(app);
  await app.database.prisma.earlyAccessCampaign.createMany({
    data: campaigns.map((fields) => ({ shop, accessType: 'EMAIL_SIGNUP', ...fields })),
  });
  return { shop, list: listOf(await app.asTool(shop)) };
}

type ListOf = ReturnType<typeof listOf>;

function listOf(ask: Ask) {
  return async (variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask(LIST, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    const { nodes, totalCount, pageInfo } = data.campaigns;
    return { names: nodes.map(({ name }: { name: string }) => name) as string[], nodes, totalCount, pageInfo };
  };
}

/** The whole list, page by page. */
async function wholeList(list: ListOf, variables: Record<string, unknown>, first = 1): Promise<string[]> {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<ListOf>> = await list({ ...variables, first, after });
    names.push(...page.names);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return names;
}

describe('by status', () => {
  /** Every way in which the facts behind a status can lie. */
  const everyCase = [true, false].flatMap((isActive) =>
    [null, past].flatMap((activatedAt) =>
      [null, past, future].flatMap((startsAt) =>
        [null, past, future].flatMap((endsAt) =>
          [
            { capacity: null, totalPasses: 3 },
            { capacity: 3, totalPasses: 3 },
            { capacity: 3, totalPasses: 2 },
          ].map((places, kind) => ({
            ...{ name: `${isActive} ${activatedAt?.getTime()} ${startsAt?.getTime()} ${endsAt?.getTime()} ${kind}` },
            ...{ isActive, activatedAt, startsAt, endsAt, ...places },
          })),
        ),
      ),
    ),
  );

  test('each campaign is found under its own status, whatever its window, places and past, and under no other', async () => {
    const { list } = await shopWith(everyCase);

    for (const status of Object.values(CampaignStatus)) {
      const { nodes, totalCount, names } = await list({ filter: { statuses: [status] } });
      const wanted = everyCase.filter(
        (facts) => campaignStatus({ ...facts, archivedAt: null }, new Date(now)) === status,
      );

      expect(names.toSorted()).toEqual(wanted.map(({ name }) => name).toSorted());
      expect(totalCount).toBe(wanted.length);
      expect(nodes.every((node: { status: string }) => node.status === status)).toBe(true);
    }
  });

  test('several are several, and none keeps all', async () => {
    const { list } = await shopWith([
      { name: 'Live', isActive: true, activatedAt: past },
      { name: 'Full', isActive: true, activatedAt: past, capacity: 1, totalPasses: 1 },
      { name: 'Draft' },
    ]);

    expect((await list({ filter: { statuses: ['LIVE', 'FULL'] } })).names).toEqual(['Full', 'Live']);
    expect((await list({ filter: { statuses: [] } })).names).toEqual(['Draft', 'Full', 'Live']);
    expect((await list({ filter: null })).names).toEqual(['Draft', 'Full', 'Live']);
  });

  test('pages are full: what is left out was never read', async () => {
    const campaigns = Array.from({ length: 12 }, (_, number) => ({
      name: `Drop ${number}`,
      isActive: number % 3 === 0,
      activatedAt: number % 3 === 0 ? past : null,
    }));
    const { list } = await shopWith(campaigns);

    const first = await list({ first: 3, filter: { statuses: ['LIVE'] } });

    expect(first.names).toEqual(['Drop 0', 'Drop 3', 'Drop 6']);
    expect(first.totalCount).toBe(4);
    expect(await wholeList(list, { filter: { statuses: ['LIVE'] } }, 3)).toEqual([
      'Drop 0',
      'Drop 3',
      'Drop 6',
      'Drop 9',
    ]);
  });
});

test('a search, a status and an access type together keep only what is all three', async () => {
  const live = { isActive: true, activatedAt: past };
  const { list } = await shopWith([
    { name: 'Winter by link', ...live, accessType: 'SECRET_LINK' },
    { name: 'Winter by mail', ...live },
    { name: 'Winter draft by link', accessType: 'SECRET_LINK' },
    { name: 'Summer by link', ...live, accessType: 'SECRET_LINK' },
  ]);

  const filter = { statuses: ['LIVE'], accessTypes: ['SECRET_LINK', 'PASSWORD'] };
  expect((await list({ query: 'WINTER', filter })).names).toEqual(['Winter by link']);
});

describe('in the order', () => {
  const campaigns = [
    { name: 'Bravo', startsAt: future, createdAt: past },
    { name: 'alpha', startsAt: null, createdAt: future },
    { name: 'Charlie', startsAt: past, createdAt: new Date(now) },
    { name: 'Delta', startsAt: null, createdAt: new Date(now - 2 * DAY) },
    { name: 'Echo', startsAt: future, createdAt: new Date(now - 3 * DAY) },
  ];

  test.each([
    ['of names', 'NAME', false, ['alpha', 'Bravo', 'Charlie', 'Delta', 'Echo']],
    ['of names turned round', 'NAME', true, ['Echo', 'Delta', 'Charlie', 'Bravo', 'alpha']],
    ['of their making', 'CREATED_AT', false, ['alpha', 'Charlie', 'Bravo', 'Delta', 'Echo']],
    ['of their making turned round', 'CREATED_AT', true, ['Echo', 'Delta', 'Bravo', 'Charlie', 'alpha']],
  ])('%s, page by page', async (_what, sortKey, reverse, names) => {
    const { list } = await shopWith(campaigns);

    expect(await wholeList(list, { sortKey, reverse })).toEqual(names);
  });

  test.each([false, true])(
    'of their beginnings, those without one come last, and each is met once (turned round: %s)',
    async (reverse) => {
      const { list } = await shopWith(campaigns);

      for (const first of [1, 2, 3]) {
        const names = await wholeList(list, { sortKey: 'STARTS_AT', reverse }, first);
        const dated = reverse ? [['Bravo', 'Echo'], ['Charlie']] : [['Charlie'], ['Bravo', 'Echo']];
        expect(names.slice(0, dated[0]?.length).toSorted()).toEqual(dated[0]);
        expect(names.slice(dated[0]?.length, 3).toSorted()).toEqual(dated[1]);
        expect(names.slice(3).toSorted()).toEqual(['Delta', 'alpha']);
      }
    },
  );
});

test('a page of many costs as many statements as a page of one', async () => {
  const { shop } = await shopWith(Array.from({ length: 30 }, (_, number) => ({ name: `Drop ${number}` })));
  const counter = await statementCounter(app, shop);
  const page = (first: number) => `{ campaigns(first: ${first}, sortKey: STARTS_AT, filter: { statuses: [DRAFT] }) {
    totalCount nodes { name status accessType startsAt totalViews totalSignups conversionRate secretLink } } }`;

  expect(await counter.statementsOf(page(30))).toBe(await counter.statementsOf(page(1)));
});
