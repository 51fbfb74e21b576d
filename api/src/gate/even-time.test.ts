import { performance } from 'node:perf_hooks';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { EVEN_TIME_MS, inEvenTime } from './even-time.ts';

let app: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
});

/** A timer may fire within the millisecond before its time. */
const LEAST_MS = EVEN_TIME_MS - 1;

const SIGN_UP = `mutation ($id: ID!, $email: String!, $website: String) {
  gateUnlockWithEmail(input: { campaignId: $id, email: $email, website: $website }) { __typename }
}`;
const WAIT = `mutation ($id: ID!, $email: String!, $website: String) {
  waitingListJoin(input: { campaignId: $id, email: $email, website: $website }) { __typename }
}`;

/** How long the quickest of some answers took: no machine is too slow for it. */
async function quickest(query: string, variables: Record<string, unknown>): Promise<number> {
  const visitor = app.asVisitor();
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    await visitor(query, variables);
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

test.each([
  ['gets in', {}, {}],
  ['is not on the guest list', { isGuestListOnly: true }, {}],
  ['comes to a paused campaign', { isActive: false }, {}],
  ['is a robot', {}, { website: 'https://spam.example' }],
])('no address that %s is answered before the even time', async (_, fields, input) => {
  const { id } = await aCampaign(app, shop, fields);

  expect(await quickest(SIGN_UP, { id, email: 'ada@example.com', ...input })).toBeGreaterThanOrEqual(LEAST_MS);
});

test('nor is one at a campaign that nobody knows, or for a waiting list that is not there', async () => {
  const unknown = { id: '00000000-0000-4000-8000-000000000000', email: 'ada@example.com' };

  expect(await quickest(SIGN_UP, unknown)).toBeGreaterThanOrEqual(LEAST_MS);
  expect(await quickest(WAIT, unknown)).toBeGreaterThanOrEqual(LEAST_MS);
});

test('a failure takes as long, and is still the failure', async () => {
  const began = performance.now();

  await expect(inEvenTime(() => Promise.reject(new Error('The database is away.')))).rejects.toThrow('away');

  expect(performance.now() - began).toBeGreaterThanOrEqual(LEAST_MS);
});
