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

test('they are found by campaign and by the beginning of the address, however it is written', async () => {
  expect(await emailsOf({ campaignId: one.id })).toEqual(['grace@example.com', 'ada@example.com']);
  expect(await emailsOf({ query: ' GRACE' })).toEqual(['grace@example.com']);
  expect(await emailsOf({ query: 'Ada@Exam', campaignId: two.id })).toEqual(['ada@example.com']);
  expect(await emailsOf({ query: 'ada@EXAMPLE.com' })).toEqual(['ada@example.com', 'ada@example.com']);
  expect(await emailsOf({ query: 'a_b' })).toEqual(['a_b@example.com']);
  expect(await emailsOf({ query: 'a%' })).toEqual([]);
  expect(await emailsOf({ query: 'example' })).toEqual([]);
  expect(await emailsOf({ campaignId: 'made-up' })).toEqual([]);
});

test('they are counted, and found by consent, by time, by page, and by where they stand at a destination', async () => {
  const filtered = await aCampaign(app, shop, { name: 'Filtered' });
  for (const [email, acceptsMarketing, page] of [
    ['yes@example.com', true, 'https://shop.example/early?utm_source=x'],
    ['no@example.com', false, 'https://shop.example/other'],
  ] as const) {
    await app.asVisitor()(SIGN_UP, { input: { campaignId: filtered.id, email, acceptsMarketing, page } });
  }
  const { id } = await app.database.prisma.signup.findFirstOrThrow({ where: { shop, email: 'no@example.com' } });
  const failed = { destination: 'KLAVIYO', audience: 'L1', state: 'FAILED' } as const;
  await app.database.prisma.receipt.create({ data: { shop, campaignId: filtered.id, signupId: id, ...failed } });
  const found = async (filter: object) => {
    const { data, errors } = await merchant(
      `query ($campaignId: ID, $filter: SignupFilterInput) {
        signups(campaignId: $campaignId, filter: $filter) { nodes { email page } totalCount }
        signupsCount(campaignId: $campaignId, filter: $filter) { count precision }
      }`,
      { campaignId: filtered.id, filter },
    );
    if (errors) return errors[0]?.extensions.code;
    expect(data.signupsCount).toEqual({ count: data.signups.totalCount, precision: 'EXACT' });
    return data.signups.nodes.map(({ email }: { email: string }) => email.split('@')[0]);
  };
  const standing = (states: string[], destination = 'KLAVIYO') => ({ standings: [{ destination, states }] });

  expect(await found({})).toEqual(['no', 'yes']);
  expect(await found({ acceptsMarketing: true })).toEqual(['yes']);
  expect(await found({ acceptsMarketing: false })).toEqual(['no']);
  expect(await found({ page: 'https://shop.example/early' })).toEqual(['yes']);
  expect(await found(standing(['FAILED', 'PARKED']))).toEqual(['no']);
  expect(await found(standing(['ON_LIST']))).toEqual([]);
  expect(await found(standing([]))).toEqual(['yes']);
  expect(await found(standing([], 'OMNISEND'))).toEqual(['no', 'yes']);
  expect(await found({ from: '2020-01-01T00:00:00Z', to: '2099-01-01T00:00:00Z' })).toEqual(['no', 'yes']);
  expect(await found({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
  expect(await found({ from: '2099-01-01T00:00:00Z', to: '2020-01-01T00:00:00Z' })).toBe('BAD_USER_INPUT');
  await app.services.campaigns.delete(shop, filtered.id);
});

test('one sign-up tells its answers about marketing in their words, its confirmation and its place', async () => {
  const campaign = await aCampaign(app, shop, { name: 'Told', trustLevel: 'CONFIRM_LATER' });
  const input = { campaignId: campaign.id, email: 'told@example.com', page: 'https://shop.example/early#top' };
  const words = { consentText: 'News, please', language: 'en' };
  await app.asVisitor()(SIGN_UP, { input });
  await app.asVisitor()(SIGN_UP, { input: { ...input, ...words, acceptsMarketing: true } });
  const { id } = await app.database.prisma.signup.findFirstOrThrow({ where: { shop, email: input.email } });

  const { data } = await merchant(
    `query ($id: ID!) { signup(id: $id) {
      email page acceptsMarketing confirmedAt consents { isGiven text textVersion language page }
      confirmation { sentCount confirmedAt } pass { isRevoked revokedAt } campaign { name }
    } unknown: signup(id: "nobody") { id } }`,
    { id },
  );

  expect(data.unknown).toBeNull();
  expect(data.signup).toMatchObject({
    ...{ email: input.email, page: 'https://shop.example/early', acceptsMarketing: true, confirmedAt: null },
    consents: [{ isGiven: false }, { isGiven: true, text: 'News, please', language: 'en' }],
    ...{ confirmation: { confirmedAt: null }, pass: { isRevoked: false }, campaign: { name: 'Told' } },
  });
  expect(data.signup.confirmation.sentCount).toBeGreaterThan(0);
  await app.services.campaigns.delete(shop, campaign.id);
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
