import { beforeAll, expect, test } from 'vitest';
import { appOver, asker, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { dumpOf, tracesOf } from '../../test/traces.ts';
import { DAYS_KEPT, sweepAnalytics } from './analytics-sweep.ts';

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const DAY_MS = 86_400_000;

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

function aVisitor(address: string, process = app) {
  const headers = { 'user-agent': AGENT, 'accept-language': 'de' };
  return asker(process.http, '/public/graphql', { remoteAddress: address, headers });
}

function view(process: TestApp, campaignId: string, address: string) {
  const input = {
    campaignId,
    source: 'https://shop.example/?utm_source=ada%40example.com&id=ada',
    referrer: 'https://mail.example/ada',
  };
  return aVisitor(address, process)(
    'mutation ($input: ViewRecordInput!) { viewRecord(input: $input) { __typename } }',
    { input },
  );
}

function countVisitors(campaignId: string): Promise<number> {
  return app.database.prisma.campaignCount
    .aggregate({
      where: { campaignId, kind: 'UNIQUE_VISITOR', dimension: 'TOTAL', grain: 'QUARTER' },
      _sum: { count: true },
    })
    .then(({ _sum }) => _sum.count ?? 0);
}

test('whatever a visitor does, no table holds their address, browser, e-mail or page beside the sign-up itself', async () => {
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop);
  const address = '198.51.100.77';
  await view(app, id, address);
  const visitor = aVisitor(address);
  const { data } = await visitor(
    `mutation { gateUnlockWithEmail(input: { campaignId: "${id}", email: "ada.traces@example.com",
      source: "https://shop.example/?reader=ada.traces%40example.com" }) { __typename } }`,
  );
  expect(data.gateUnlockWithEmail.__typename).toBe('GateOpened');
  const { prisma } = app.database;
  const signup = await prisma.signup.findFirstOrThrow({ where: { campaignId: id } });
  await app.services.signups.delete(shop, signup.id);

  const dump = await dumpOf(app.database);

  expect(tracesOf('ada.traces@example.com', dump)).toEqual([]);
  for (const trace of [address, AGENT, 'mail.example/ada', 'reader=', 'id=ada']) expect(dump).not.toContain(trace);
  expect(await prisma.campaignCount.count({ where: { campaignId: id, kind: 'SIGNUP' } })).toBeGreaterThan(0);
});

test('a visitor of two processes is one visitor, and after the day nobody knows them again', async () => {
  const other = await appOver(app.database);
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop);
  await Promise.all([view(app, id, '198.51.100.1'), view(other, id, '198.51.100.1'), view(other, id, '198.51.100.2')]);
  expect(await countVisitors(id)).toBe(2);

  await sweepAnalytics(app.database.prisma, new Date(Date.now() + DAY_MS));

  const { prisma } = app.database;
  expect([await prisma.visitorSalt.count(), await prisma.visitorOfDay.count()]).toEqual([0, 0]);
  expect(await countVisitors(id)).toBe(2);
});

test('a salt lives through its own day', async () => {
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop);
  await view(await appOver(app.database), id, '198.51.100.1');

  await sweepAnalytics(app.database.prisma);

  expect(await app.database.prisma.visitorSalt.count({ where: { shop } })).toBe(1);
});

test('happenings go one by one after their time; what was counted of them stays', async () => {
  const shop = await aShop(app);
  const { id: campaignId } = await aCampaign(app, shop);
  const traits = { source: 'direct', device: 'desktop', country: null, isSuspected: false } as const;
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
  const at = [daysAgo(DAYS_KEPT + 1), daysAgo(DAYS_KEPT - 1)];
  await app.services.happenings.record(at.map((at) => ({ shop, campaignId, kind: 'VIEW', traits, at })));

  await sweepAnalytics(app.database.prisma);

  const { prisma } = app.database;
  expect(await prisma.happening.count({ where: { campaignId } })).toBe(1);
  expect(await prisma.campaignCount.count({ where: { campaignId, dimension: 'TOTAL', grain: 'QUARTER' } })).toBe(2);
});
