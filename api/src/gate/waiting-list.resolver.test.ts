import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

let app: TestApp;
let shop: string;
let campaignId: string;
let visitor: Ask;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  visitor = app.asVisitor();
});

beforeEach(async () => {
  campaignId = (await aCampaign(app, shop)).id;
  await setWaitingList(true);
});

async function setWaitingList(hasWaitingList: boolean): Promise<void> {
  await app.database.prisma.earlyAccessCampaign.update({
    where: { shop_id: { shop, id: campaignId } },
    data: { hasWaitingList },
  });
}

async function join(input: { email?: string; campaignId?: string; website?: string } = {}) {
  const { data } = await visitor(
    `mutation ($input: WaitingListJoinInput!) { waitingListJoin(input: $input) {
      __typename ... on WaitingListJoined { message } ... on GateDenied { message }
      ... on InvalidInput { problems { field } } } }`,
    { input: { campaignId, email: 'ada@example.com', ...input } },
  );
  return data.waitingListJoin;
}

const waiting = () => app.database.prisma.waitingListEntry.findMany({ where: { shop, campaignId } });

test('an address is kept as it was typed, and the merchant reads who waits, first come first', async () => {
  await join({ email: ' Grace@Example.com ' });
  await join({ email: 'ada@example.com' });

  const ask = await app.asTool(shop);
  const { data } = await ask(
    'query ($id: ID!) { campaign(id: $id) { waitingList { nodes { id email createdAt } totalCount } } }',
    { id: campaignId },
  );

  const { nodes, totalCount } = data.campaign.waitingList;
  expect(nodes.map(({ email }: { email: string }) => email)).toEqual(['Grace@Example.com', 'ada@example.com']);
  expect(totalCount).toBe(2);
});

test('the same address is answered alike each time and kept once, also at the same moment', async () => {
  const emails = ['ada@example.com', 'ADA@example.com', 'ada@EXAMPLE.com'];

  const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => join({ email: emails[index % 3] ?? '' })));

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0].__typename).toBe('WaitingListJoined');
  expect(await waiting()).toHaveLength(1);
});

describe('nothing is kept', () => {
  test('where there is no waiting list, and the answer is that for an unknown campaign', async () => {
    await setWaitingList(false);
    const without = await join();
    const unknown = await join({ campaignId: '0198f000-0000-7000-8000-000000000000' });
    const senseless = await join({ campaignId: 'x' });

    expect(without.__typename).toBe('GateDenied');
    expect([unknown, senseless]).toEqual([without, without]);
    expect(await waiting()).toEqual([]);
  });

  test('of who fills in what people do not see', async () => {
    expect((await join({ website: 'https://spam.example' })).__typename).toBe('GateDenied');
    expect(await waiting()).toEqual([]);
  });

  test.each(['', 'ada', 'ada@example', `${'a'.repeat(9000)}@example.com`])('of %j', async (email) => {
    expect(await join({ email })).toEqual({ __typename: 'InvalidInput', problems: [{ field: 'email' }] });
    expect(await waiting()).toEqual([]);
  });
});
