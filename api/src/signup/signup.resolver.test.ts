import { beforeAll, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, type MadeCampaign } from '../../test/builders.ts';

const SIGN_UP = 'mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }';
const LIST = `query ($first: Int!, $after: String, $campaignId: ID, $query: String) {
  signups(first: $first, after: $after, campaignId: $campaignId, query: $query) {
    nodes { id email firstName campaign { name } klaviyoSynced omnisendSynced } totalCount pageInfo { hasNextPage endCursor }
  }
}`;

let app: TestApp;
let shop: string;
let merchant: Ask;
let one: MadeCampaign;
let two: MadeCampaign;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
  one = await aCampaign(app, shop, { name: 'One' });
  two = await aCampaign(app, shop, { name: 'Two' });
  for (const [campaign, email, firstName] of [
    [one, 'ada@example.com', 'Ada'],
    [one, 'grace@example.com', 'Grace'],
    [two, 'ada@example.com', 'Ada'],
    [two, 'a_b@example.com', null],
  ] as const) {
    await app.asVisitor()(SIGN_UP, { input: { campaignId: campaign.id, email, firstName } });
  }
});

async function emailsOf(variables: Record<string, unknown>): Promise<string[]> {
  const { data } = await merchant(LIST, { first: 50, ...variables });
  return data.signups.nodes.map(({ email }: { email: string }) => email);
}

test('the shop’s sign-ups are listed newest first, with their campaigns', async () => {
  const { data } = await merchant(LIST, { first: 50 });

  expect(data.signups.totalCount).toBe(4);
  expect(data.signups.nodes[0]).toMatchObject({
    email: 'a_b@example.com',
    campaign: { name: 'Two' },
    klaviyoSynced: false,
  });
  expect(data.signups.nodes.at(-1)).toMatchObject({ email: 'ada@example.com', campaign: { name: 'One' } });
});

test('they are found by campaign, by a part of the address and by name', async () => {
  expect(await emailsOf({ campaignId: one.id })).toEqual(['grace@example.com', 'ada@example.com']);
  expect(await emailsOf({ query: 'GRACE' })).toEqual(['grace@example.com']);
  expect(await emailsOf({ query: 'a_b' })).toEqual(['a_b@example.com']);
  expect(await emailsOf({ campaignId: 'made-up' })).toEqual([]);
});

test('pages follow each other without a gap or a repetition', async () => {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await merchant(LIST, { first: 3, after });
    found.push(...data.signups.nodes.map(({ id }: { id: string }) => id));
    after = data.signups.pageInfo.hasNextPage ? data.signups.pageInfo.endCursor : null;
  } while (after);

  expect(new Set(found).size).toBe(4);
  expect(found).toHaveLength(4);
});

test('a campaign lists its own sign-ups', async () => {
  const { data } = await merchant(
    'query ($id: ID!) { campaign(id: $id) { totalSignups signups { nodes { email } totalCount } } }',
    {
      id: two.id,
    },
  );

  expect(data.campaign.signups).toEqual({
    nodes: [{ email: 'a_b@example.com' }, { email: 'ada@example.com' }],
    totalCount: 2,
  });
  expect(data.campaign.totalSignups).toBe(2);
});

test('a deleted sign-up is gone and no longer counted, once', async () => {
  const campaign = await aCampaign(app, shop);
  await app.asVisitor()(SIGN_UP, { input: { campaignId: campaign.id, email: 'gone@example.com' } });
  const { id } = await app.database.prisma.signup.findFirstOrThrow({ where: { shop, campaignId: campaign.id } });
  const remove = 'mutation ($id: ID!) { signupDelete(id: $id) { deletedSignupId userErrors { code } } }';

  const answers = await Promise.all([merchant(remove, { id }), merchant(remove, { id })]);

  const deleted = answers.map(({ data }) => data.signupDelete.deletedSignupId);
  expect(deleted.toSorted()).toEqual([id, null].toSorted());
  expect((await app.services.campaigns.find(shop, campaign.id))?.totalSignups).toBe(0);
});
