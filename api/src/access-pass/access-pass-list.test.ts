import { beforeAll, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const PASSES = `query ($id: ID!, $first: Int, $after: String) { campaign(id: $id) { totalPasses passes(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id issuedAt expiresAt revokedAt signup { email } accessCode { code } secretLink { name } }
} } }`;

let app: TestApp;
let shop: string;
let merchant: Ask;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
});

const aGate = () => aCampaign(app, shop, { accessType: 'PASSWORD_OR_EMAIL', password: 'first light' });

async function byEmail(campaignId: string, email: string) {
  const { data } = await app.asVisitor()(
    `mutation ($input: GateEmailInput!) {
      result: gateUnlockWithEmail(input: $input) { __typename ... on GateOpened { pass } }
    }`,
    { input: { campaignId, email } },
  );
  return data.result;
}

async function byPassword(campaignId: string) {
  const { data } = await app.asVisitor()(
    `mutation ($input: GatePasswordInput!) {
      result: gateUnlockWithPassword(input: $input) { __typename ... on GateOpened { pass } }
    }`,
    { input: { campaignId, password: 'first light' } },
  );
  return data.result;
}

async function opens(pass: string): Promise<boolean> {
  const { data } = await app.asVisitor()('query ($pass: String!) { access(pass: $pass) { expiresAt } }', { pass });
  return data.access !== null;
}

async function passesOf(id: string, page: Record<string, unknown> = { first: 50 }) {
  return (await merchant(PASSES, { id, ...page })).data.campaign.passes;
}

test('the merchant sees who got in, newest first, and by what', async () => {
  const { id } = await aGate();
  await byEmail(id, 'ada@example.com');
  await byPassword(id);

  const { nodes, totalCount } = await passesOf(id);

  expect(totalCount).toBe(2);
  expect(nodes).toMatchObject([
    { signup: null, accessCode: { code: 'first light' }, secretLink: null, revokedAt: null },
    { signup: { email: 'ada@example.com' }, accessCode: null, secretLink: null, revokedAt: null },
  ]);
});

test('passes are paged without a gap or a repetition', async () => {
  const { id } = await aGate();
  for (let visitor = 0; visitor < 5; visitor += 1) await byPassword(id);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await passesOf(id, { first: 2, after });
    seen.push(...page.nodes.map((node: { id: string }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);

  expect(new Set(seen).size).toBe(5);
  expect(seen).toHaveLength(5);
});

test('a single pass is revoked for good: it opens nothing, the same person gets no other, the rest stay', async () => {
  const { id } = await aGate();
  const { pass: revoked } = await byEmail(id, 'ada@example.com');
  const { pass: kept } = await byEmail(id, 'grace@example.com');
  const [, ada] = (await passesOf(id)).nodes;
  const revoke =
    'mutation ($id: ID!) { accessPassRevoke(id: $id) { accessPass { id revokedAt } userErrors { code } } }';

  const first = await merchant(revoke, { id: ada.id });
  const again = await merchant(revoke, { id: ada.id });

  expect(first.data.accessPassRevoke.accessPass.revokedAt).not.toBeNull();
  expect(again.data).toEqual(first.data);
  expect([await opens(revoked), await opens(kept)]).toEqual([false, true]);
  expect((await byEmail(id, 'ADA@example.com')).__typename).toBe('GateDenied');
});

test('all passes of a campaign are revoked at once, and who gets through again has a good one', async () => {
  const { id } = await aGate();
  const [{ pass: byCode }, { pass: byMail }] = [await byPassword(id), await byEmail(id, 'ada@example.com')];

  const { data } = await merchant(
    'mutation ($id: ID!) { campaignPassesRevoke(campaignId: $id) { campaign { totalPasses } userErrors { code } } }',
    { id },
  );

  expect(data.campaignPassesRevoke).toEqual({ campaign: { totalPasses: 2 }, userErrors: [] });
  expect([await opens(byCode), await opens(byMail)]).toEqual([false, false]);
  expect(await opens((await byEmail(id, 'ada@example.com')).pass)).toBe(true);
});

test('who came by e-mail is named only to who may read sign-ups', async () => {
  const { id } = await aGate();
  await byEmail(id, 'ada@example.com');
  const tool = await app.asTool(shop, ['read_campaigns' as never]);

  const { errors } = await tool(PASSES, { id, first: 1 });

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', scope: 'read_signups' });
});

test('after all passes were revoked the list says so, until a person gets through again', async () => {
  const { id } = await aGate();
  await byEmail(id, 'ada@example.com');
  await byEmail(id, 'grace@example.com');

  await merchant('mutation ($id: ID!) { campaignPassesRevoke(campaignId: $id) { userErrors { code } } }', { id });
  const { pass } = await byEmail(id, 'ada@example.com');

  const { data } = await merchant(
    'query ($id: ID!) { campaign(id: $id) { passes(first: 9) { nodes { isRevoked signup { email } } } } }',
    { id },
  );
  const states = data.campaign.passes.nodes.map((node: { isRevoked: boolean; signup: { email: string } }) => [
    node.signup.email,
    node.isRevoked,
  ]);
  expect(Object.fromEntries(states)).toEqual({ 'ada@example.com': false, 'grace@example.com': true });
  expect(await opens(pass)).toBe(true);
});
