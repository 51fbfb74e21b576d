import { beforeAll, describe, expect, test } from 'vitest';
import { appOver, asker, patiently, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const PASSWORD = `mutation ($id: ID!, $password: String!) {
  gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { __typename }
}`;
const PROXY = '10.0.0.1';
/** Wrong guesses that all addresses together have at a campaign before newcomers are slowed down. */
const CAMPAIGN_BUDGET = 100;

let app: TestApp;
let another: TestApp;
let shop: string;

beforeAll(async () => {
  const settings = { TRUSTED_PROXIES: PROXY, CAMPAIGN_WRONG_GUESSES: String(CAMPAIGN_BUDGET) };
  app = await testApp(settings);
  another = await appOver(app.database, settings);
  shop = await aShop(app);
});

async function aGate(): Promise<string> {
  return (await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' })).id;
}

interface From {
  /** What the request says of where it comes from. */
  readonly forwarded: string;
  /** Who is at the other end of the socket. */
  readonly peer?: string;
  readonly over?: TestApp;
}

async function guess(id: string, password: string, { forwarded, peer = PROXY, over = app }: From): Promise<string> {
  const ask = asker(over.http, '/public/graphql', { headers: { 'x-forwarded-for': forwarded }, remoteAddress: peer });
  return (await patiently(ask)(PASSWORD, { id, password })).data.gateUnlockWithPassword.__typename;
}

/** So many of something at once, in groups that the gate serves without sending anybody away. */
async function inGroups<Result>(count: number, one: (turn: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < count; from += 200) {
    const group = Array.from({ length: Math.min(200, count - from) }, (_, place) => one(from + place));
    results.push(...(await Promise.all(group)));
  }
  return results;
}

const count = (kinds: readonly string[], kind: string) => kinds.filter((one) => one === kind).length;
const addressOf = (turn: number, net = 20) => `198.${net}.${Math.floor(turn / 250)}.${turn % 250}`;
const either = (turn: number) => (turn % 2 === 0 ? app : another);

/** Spends the campaign's budget: ten addresses with ten guesses each. */
async function attack(id: string): Promise<void> {
  const kinds = await inGroups(CAMPAIGN_BUDGET, (turn) =>
    guess(id, `guess ${turn}`, { forwarded: addressOf(turn % 10, 18) }),
  );
  expect(count(kinds, 'GateDenied')).toBe(CAMPAIGN_BUDGET);
}

test('of a thousand addresses behind a proxy each has one guess once the campaign’s budget is spent, and right answers open', async () => {
  const id = await aGate();
  await attack(id);

  const rounds = [];
  for (let round = 0; round < 2; round += 1)
    rounds.push(
      await inGroups(1_000, (turn) => guess(id, `guess ${round}`, { forwarded: addressOf(turn), over: either(turn) })),
    );
  const fresh = await inGroups(100, (turn) =>
    guess(id, 'first light', { forwarded: addressOf(turn, 30), over: either(turn) }),
  );
  const known = await guess(id, 'first light', { forwarded: addressOf(0) });

  expect(rounds.map((kinds) => count(kinds, 'GateDenied'))).toEqual([1_000, 0]);
  expect(rounds.map((kinds) => count(kinds, 'TooManyAttempts'))).toEqual([0, 1_000]);
  expect(count(fresh, 'GateOpened')).toBe(100);
  expect(known).toBe('TooManyAttempts');
});

test('a thousand addresses that are one person’s invention behind a proxy have one budget', async () => {
  const id = await aGate();
  const real = '203.0.113.7';

  const kinds = await inGroups(1_000, (turn) =>
    guess(id, `guess ${turn}`, { forwarded: `${addressOf(turn)}, ${real}`, over: either(turn) }),
  );

  expect(count(kinds, 'GateDenied')).toBeLessThanOrEqual(20);
  expect(await guess(id, 'first light', { forwarded: `192.0.2.99, ${real}` })).toBe('TooManyAttempts');
  expect(await guess(id, 'first light', { forwarded: `${real}, 203.0.113.8` })).toBe('GateOpened');
  const rows = await app.database.prisma.guessBudget.count({ where: { campaignId: id } });
  expect(rows).toBe(2);
});

test('a thousand addresses that somebody without a proxy invents have one budget', async () => {
  const id = await aGate();
  const peer = '203.0.113.9';

  const kinds = await inGroups(1_000, (turn) => guess(id, `guess ${turn}`, { forwarded: addressOf(turn), peer }));

  expect(count(kinds, 'GateDenied')).toBe(10);
  expect(count(kinds, 'TooManyAttempts')).toBe(990);
});

test('five hundred right answers from one address are all let in over two processes', async () => {
  const id = await aGate();

  const kinds = await Promise.all(
    Array.from({ length: 500 }, (_, turn) =>
      guess(id, 'first light', { forwarded: '203.0.113.20', over: either(turn) }),
    ),
  );

  expect(count(kinds, 'GateOpened')).toBe(500);
  const campaign = await app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id } });
  expect(campaign.totalPasses).toBe(500);
});

describe('while a campaign is hammered', () => {
  test('its own visitors, those of another campaign and the merchant are served', async () => {
    const [attacked, calm] = [await aGate(), await aGate()];
    await attack(attacked);
    const merchant = await app.asTool(shop);
    let isOver = false;
    const hammer = (async () => {
      const kinds = [];
      for (let wave = 0; !isOver; wave += 1)
        kinds.push(
          ...(await inGroups(20, (turn) => guess(attacked, `guess ${wave}`, { forwarded: addressOf(turn, 40) }))),
        );
      return kinds;
    })();

    const own = await inGroups(50, (turn) => guess(attacked, 'first light', { forwarded: addressOf(turn, 50) }));
    const others = await inGroups(50, (turn) => guess(calm, 'first light', { forwarded: addressOf(turn, 50) }));
    const mistaken = await guess(calm, 'last light', { forwarded: addressOf(0, 40) });
    const corrected = await guess(calm, 'first light', { forwarded: addressOf(0, 40) });
    const looks = await Promise.all(
      Array.from({ length: 10 }, () => merchant('{ campaigns(first: 5) { nodes { name totalSignups } } }')),
    );
    isOver = true;
    const hammered = await hammer;

    expect(count(own, 'GateOpened')).toBe(50);
    expect(count(others, 'GateOpened')).toBe(50);
    expect([mistaken, corrected]).toEqual(['GateDenied', 'GateOpened']);
    expect(looks.map(({ status, errors }) => [status, errors])).toEqual(looks.map(() => [200, undefined]));
    expect(count(hammered, 'TooManyAttempts')).toBeGreaterThan(0);
    expect(count(hammered, 'GateOpened')).toBe(0);
  });
});
