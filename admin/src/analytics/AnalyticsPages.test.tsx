import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Answers, aList, openAdmin } from '../test-page.tsx';

const patience = { timeout: 15_000 };
const none = {
  ...{ views: 0, uniqueVisitors: 0, gateShown: 0, attempts: 0, denied: 0 },
  ...{ passes: 0, signups: 0, productsOpened: 0, sentToCart: 0 },
};
const suspected = { __typename: 'AnalyticsCounts', views: 0, attempts: 0 };

function totals(part: object = {}) {
  return { __typename: 'AnalyticsTotals', ...none, conversionRate: null, suspected, ...part };
}

/** A campaign's numbers of three days of November, with these views on each. */
function numbers(views: readonly number[], part: object = {}) {
  const series = views.map((count, day) => ({
    ...{ __typename: 'AnalyticsPoint', ...none, views: count, conversionRate: count === 0 ? null : 0.25 },
    startsAt: `2026-11-2${day}T23:00:00.000Z`,
    endsAt: `2026-11-2${day + 1}T23:00:00.000Z`,
  }));
  const sum = views.reduce((total, count) => total + count, 0);
  return {
    ...{ __typename: 'Analytics', interval: 'DAY', timeZone: 'Europe/Berlin', totals: totals({ views: sum }), series },
    ...{ from: '2026-11-20T23:00:00.000Z', to: '2026-11-23T23:00:00.000Z' },
    ...{ campaigns: [], sources: [], codes: [], links: [], devices: [], countries: [], denials: [] },
    ...part,
  };
}

function share(value: string, part: object = {}) {
  return { ...totals(), __typename: 'AnalyticsShare', value, name: null, campaignName: null, ...part };
}

const shop = { __typename: 'Shop', domain: 'demo.example', timeZone: 'Europe/Berlin' };
const campaign = (id: string, name: string, part: object = {}) => ({
  ...{ __typename: 'EarlyAccessCampaign', id, name, ...part },
});

type Analytics = ReturnType<typeof numbers>;

/** The answers at a campaign with these numbers, and another one that it can be compared with. */
function anAnalyticsPage(own: Analytics, other: Analytics = numbers([1, 1, 1])): Answers {
  const [autumn, spring] = [campaign('c1', 'Autumn drop'), campaign('c2', 'Spring drop')];
  return {
    AnalyticsCampaign: { data: { shop, campaign: autumn } },
    CampaignAnalytics: ({ id }) => ({
      data: { campaign: id === 'c1' ? { ...autumn, analytics: own } : { ...spring, analytics: other } },
    }),
    ComparableCampaigns: { data: { campaigns: { __typename: 'CampaignConnection', nodes: [autumn, spring] } } },
    Revenue: { data: { campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', revenue: null } } },
  };
}

function card(title: string) {
  const heading = screen.getByRole('heading', { name: title });
  return within(heading.closest('.Polaris-ShadowBevel') as HTMLElement);
}

test('a number leads to the rows that it is the sum of, and each share to its own', async () => {
  const sources = [share('direct', { views: 4 }), share('news & co', { views: 2 })];
  const denials = [{ __typename: 'AnalyticsDenial', reason: 'WRONG_CODE', count: 3, suspected: 0 }];
  openAdmin('/campaigns/c1/analytics?range=month', anAnalyticsPage(numbers([1, 2, 3], { sources, denials })));

  const link = await screen.findAllByRole('link', { name: 'Views: 6, show each' }, patience);
  const address = new URL(link[0]?.getAttribute('href') ?? '', 'https://admin.example');
  expect(address.pathname).toBe('/campaigns/c1/analytics/rows');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ range: 'month', kind: 'VIEW', from: '2026-11-20T23:00:00.000Z', to: '2026-11-23T23:00:00.000Z' },
  });
  expect(
    card('Where they came from').getByRole('link', { name: 'Views: 2, show each' }).getAttribute('href'),
  ).toContain('by=SOURCE&value=news+%26+co');
  expect(
    card('Why somebody was not let in').getByRole('link', { name: 'Tries: 3, show each' }).getAttribute('href'),
  ).toContain(
    'kind=DENIED&from=2026-11-20T23%3A00%3A00.000Z&to=2026-11-23T23%3A00%3A00.000Z&by=REASON&value=WRONG_CODE',
  );
});

test('a point of the chart opens down to what happened within it', async () => {
  openAdmin('/campaigns/c1/analytics', anAnalyticsPage(numbers([1, 2, 3])));
  const slider = await screen.findByRole('slider', { name: 'Move along the chart' }, patience);

  fireEvent.change(slider, { target: { value: '1' } });

  expect(slider.getAttribute('aria-valuetext')).toMatch(/: 2 views$/);
  expect(screen.getByRole('link', { name: 'Show each of these' }).getAttribute('href')).toContain(
    'from=2026-11-21T23%3A00%3A00.000Z&to=2026-11-22T23%3A00%3A00.000Z',
  );
  fireEvent.change(screen.getByLabelText('What the chart shows'), { target: { value: 'conversionRate' } });
  expect(slider.getAttribute('aria-valuetext')).toMatch(/: 25% conversion rate$/);
  expect(screen.queryByRole('link', { name: 'Show each of these' })).toBeNull();
});

test('another campaign stands beside this one in the chart and in a table, with what is between them', async () => {
  openAdmin('/campaigns/c1/analytics', anAnalyticsPage(numbers([1, 2, 3]), numbers([4, 0, 0])));

  fireEvent.change(await screen.findByLabelText('Compare with', {}, patience), { target: { value: 'c2' } });

  await screen.findByRole('heading', { name: 'Autumn drop beside Spring drop' }, patience);
  const [, views] = card('Autumn drop beside Spring drop').getAllByRole('row');
  expect(
    within(views as HTMLElement)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual([...['Views', '6', '4', '+2 (+50%)']]);
  expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/: 3 views · Spring drop: 0$/);
});

test('what to compare with stands in the address, and a campaign that is gone is said to be', async () => {
  const answers = anAnalyticsPage(numbers([1, 2, 3]));
  const own = answers.CampaignAnalytics as (variables: Record<string, unknown>) => object;
  openAdmin('/campaigns/c1/analytics?compare=gone', {
    ...answers,
    CampaignAnalytics: (variables) => (variables.id === 'gone' ? { data: { campaign: null } } : own(variables)),
  });

  await screen.findByText('The campaign to compare with was deleted.', {}, patience);
  expect(screen.getByRole('heading', { name: 'Over time' })).toBeTruthy();
});

test('an empty range shows one card, and still says how many machines there were', async () => {
  const empty = numbers([0, 0, 0], { totals: totals({ suspected: { ...suspected, views: 7 } }) });
  openAdmin('/campaigns/c1/analytics', anAnalyticsPage(empty));

  await screen.findByRole('heading', { name: 'Nothing has happened in this range' }, patience);

  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1);
  expect(screen.getByRole('link', { name: 'Views: 7, show each' }).getAttribute('href')).toContain('suspected=yes');
});

test('the range of two days that stands in the address is asked for, and another choice goes into it', async () => {
  const asked: unknown[] = [];
  const answers = anAnalyticsPage(numbers([1, 2, 3]));
  const answer = answers.CampaignAnalytics as (variables: Record<string, unknown>) => object;
  openAdmin('/campaigns/c1/analytics?range=2026-11-01..2026-11-02', {
    ...answers,
    CampaignAnalytics: (variables) => {
      asked.push([variables.interval, variables.from, variables.to]);
      return answer(variables);
    },
  });
  const first = await screen.findByLabelText('From', {}, patience);
  await waitFor(() => expect(asked[0]).toEqual(['HOUR', '2026-10-31T23:00:00.000Z', '2026-11-02T23:00:00.000Z']));

  fireEvent.change(first, { target: { value: '2026-11-05' } });
  expect(screen.getByText(/Choose two days, the earlier one first/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('To, that day included'), { target: { value: '2026-11-09' } });

  await waitFor(() => expect(asked.at(-1)).toEqual(['DAY', '2026-11-04T23:00:00.000Z', '2026-11-09T23:00:00.000Z']));
  expect(screen.queryByText(/Choose two days/)).toBeNull();
});

function row(id: string, part: object = {}) {
  return {
    ...{ __typename: 'Happening', id, at: '2026-11-21T10:00:00.000Z', count: 1, source: 'direct', device: 'phone' },
    ...{ campaignId: 'c1', campaignName: 'Autumn drop', country: null, way: null, credentialName: null },
    ...{ outcome: null, reason: null, ...part },
  };
}

function rowsAnswer(variables: Record<string, unknown>, nodes: readonly object[]) {
  expect(variables).toMatchObject({ kind: 'ATTEMPT', isSuspected: false, first: 25 });
  const happenings = { __typename: 'HappeningConnection', ...aList(nodes) };
  return { data: { shop, campaign: campaign('c1', 'Autumn drop', { happenings }) } };
}

test('a row tells when, from where and by what somebody tried, and what came of it', async () => {
  const rows = [
    row('1', { way: 'CODE', outcome: 'REFUSED', reason: 'WRONG_CODE' }),
    row('2', { way: 'LINK', outcome: 'LET_IN', credentialName: 'Press', source: 'news', country: 'AT' }),
    row('3', { way: 'EMAIL', outcome: 'ASKED_TO_CONFIRM' }),
  ];
  openAdmin('/campaigns/c1/analytics/rows?range=month&kind=ATTEMPT', {
    CampaignHappenings: (variables) => rowsAnswer(variables, rows),
  });

  await screen.findByRole('heading', { name: 'Tries at Autumn drop' }, patience);
  const cells = screen
    .getAllByRole('row')
    .slice(1)
    .map((one) => within(one).getAllByRole('cell').slice(2));
  expect(cells.map((some) => some.map(({ textContent }) => textContent))).toEqual([
    ['Not let in: The password was wrong', 'Password', 'Direct', 'Phone', '–'],
    ['Let in', 'Secret link: Press', 'news', 'Phone', 'Austria'],
    ['Asked to confirm the address', 'E-mail', 'Direct', 'Phone', '–'],
  ]);
  expect(screen.getByRole('link', { name: 'Analytics of Autumn drop' }).getAttribute('href')).toBe(
    '/campaigns/c1/analytics?range=month',
  );
});

test('a range that is older than rows are kept says so, and no rows are one sentence', async () => {
  openAdmin('/campaigns/c1/analytics/rows?kind=ATTEMPT&from=2026-01-01T00:00:00.000Z', {
    CampaignHappenings: (variables) => rowsAnswer(variables, []),
  });

  await screen.findByRole('heading', { name: 'There are no rows' }, patience);
  expect(screen.getByText(/Rows are kept for 35 days/)).toBeTruthy();
});

test('an address that asks for no rows leads back into the admin', async () => {
  openAdmin('/campaigns/c1/analytics/rows?kind=SHOES', {});

  await screen.findByText('This address asks for rows that there are not. Open them from the analytics.', {}, patience);
});

test('the shop’s numbers lead to each campaign with the same range, and its revenue to the orders', async () => {
  const sold = { orders: 2, amount: { __typename: 'Money', amount: '20.20', currencyCode: 'EUR' } };
  const revenue = {
    ...{ __typename: 'ShopRevenue', ...sold },
    byCampaign: [{ __typename: 'RevenueOfCampaign', campaignId: 'c1', name: 'Autumn drop', ...sold }],
  };
  const campaigns = [share('c1', { name: 'Autumn drop', views: 6 })];
  openAdmin('/analytics?range=quarter', {
    AnalyticsShop: { data: { shop } },
    ShopRevenue: { data: { shop: { ...shop, revenue } } },
    ShopAnalytics: { data: { shop: { ...shop, analytics: numbers([1, 2, 3], { campaigns }) } } },
  });

  await screen.findByRole('heading', { name: 'By campaign' }, patience);
  expect(card('By campaign').getByRole('link', { name: 'Autumn drop' }).getAttribute('href')).toBe(
    '/campaigns/c1/analytics?range=quarter',
  );
  const orders = await screen.findByRole('link', { name: 'Paid orders of Autumn drop: 2, show each' }, patience);
  expect(orders.getAttribute('href')).toBe('/campaigns/c1/analytics/orders');
});
