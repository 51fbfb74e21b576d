import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { adminSchema } from '../src/schemas.ts';
import { ApiTokenScope } from '../src/shop/api-token-scope.ts';
import { type Answer, type Ask, asker, type TestApp, testApp } from './app.ts';
import { aCampaign, aProduct, aShop, type MadeCampaign } from './builders.ts';

/** What the first shop has, and the second one tries to reach. */
interface Goods {
  readonly shop: string;
  readonly campaign: MadeCampaign;
  readonly product: string;
  readonly signup: string;
  readonly waiting: string;
  readonly token: string;
  readonly accessCode: string;
  readonly secretLink: string;
  readonly accessPass: string;
}

/** How the second shop goes for the first one's data by one operation, and what must come of it. */
interface Trial {
  /** The document with the first shop's ids in every place that takes one. */
  readonly attempt: (goods: Goods) => string;
  /** The answer of somebody who asks for what is not there. */
  readonly answer: unknown;
  /** The scope without which the operation is refused; null where any valid token will do. */
  readonly scope: ApiTokenScope | null;
}

const NOT_FOUND = [{ code: 'NOT_FOUND' }];
const { read_campaigns, write_campaigns, read_signups, write_signups, read_settings, write_settings } = ApiTokenScope;
const { read_analytics } = ApiTokenScope;

const LIST = '{ nodes { id } totalCount }';
const EMPTY = { nodes: [], totalCount: 0 };

/** One row for every operation of the admin schema and every field that takes arguments. */
const TRIALS: Record<string, Trial> = {
  'Query.campaign': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { id } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'Query.campaigns': {
    attempt: () => `{ result: campaigns(query: "Winter") ${LIST} }`,
    ...{ answer: EMPTY, scope: read_campaigns },
  },
  'Query.attention': {
    attempt: () => '{ result: attention { campaignId } }',
    ...{ answer: [], scope: read_campaigns },
  },
  'Query.setUp': {
    attempt: () => '{ result: setUp { hasCatalog hasCampaign hasConnection hasPeople campaignId } }',
    answer: { hasCatalog: false, hasCampaign: false, hasConnection: false, hasPeople: false, campaignId: null },
    scope: read_campaigns,
  },
  'Query.signups': {
    attempt: ({ campaign }) => `{ result: signups(campaignId: "${campaign.id}") ${LIST} }`,
    ...{ answer: EMPTY, scope: read_signups },
  },
  'Query.signup': {
    attempt: ({ signup }) => `{ result: signup(id: "${signup}") { id email consents { text } page } }`,
    ...{ answer: null, scope: read_signups },
  },
  'Query.signupsCount': {
    attempt: ({ campaign }) => `{ result: signupsCount(campaignId: "${campaign.id}", query: "ada") { count } }`,
    ...{ answer: { count: 0 }, scope: read_signups },
  },
  'Query.products': {
    attempt: () => `{ result: products(query: "Bowl") ${LIST} }`,
    ...{ answer: EMPTY, scope: read_campaigns },
  },
  'Query.catalogSync': {
    attempt: () => '{ result: catalogSync { state } }',
    ...{ answer: null, scope: read_campaigns },
  },
  'Mutation.catalogRefresh': {
    attempt: () => 'mutation { result: catalogRefresh { catalogSync { state } userErrors { code } } }',
    ...{ answer: { catalogSync: null, userErrors: NOT_FOUND }, scope: write_settings },
  },
  'Query.collections': { attempt: () => `{ result: collections ${LIST} }`, answer: EMPTY, scope: read_campaigns },
  'Query.apiTokens': {
    attempt: () => '{ result: apiTokens { nodes { name } } }',
    ...{ answer: { nodes: [{ name: 'second' }] }, scope: read_settings },
  },
  'Query.shop': { attempt: () => '{ result: shop { name } }', answer: { name: 'Second' }, scope: null },
  'Mutation.shopUpdate': {
    attempt: () => 'mutation { result: shopUpdate(input: { timeZone: "Moon/Base" }) { userErrors { code } } }',
    ...{ answer: { userErrors: [{ code: 'INVALID' }] }, scope: write_settings },
  },
  'Mutation.campaignDefaultsSave': {
    attempt: () => `mutation { result: campaignDefaultsSave(input: { consentText: "Stolen" }) {
      campaignDefaults { consentText accentColor } userErrors { code } } }`,
    ...{ answer: { campaignDefaults: { consentText: 'Stolen', accentColor: null }, userErrors: [] } },
    scope: write_settings,
  },
  'Query.mailSender': {
    attempt: () => '{ result: mailSender { name } }',
    ...{ answer: { name: 'Second' }, scope: read_settings },
  },
  'Mutation.testMailSend': {
    attempt: () => 'mutation { result: testMailSend(to: "nobody") { userErrors { code } } }',
    ...{ answer: { userErrors: [{ code: 'INVALID' }] }, scope: write_settings },
  },
  // The keys are the server's and every shop's: there is nothing of one shop in them.
  'Query.signingKeys': {
    attempt: () => '{ result: signingKeys { state } }',
    ...{ answer: [{ state: 'SIGNING' }], scope: read_settings },
  },
  'Mutation.signingKeyRotate': {
    attempt: () => 'mutation { result: signingKeyRotate { signingKeys { state } userErrors { code } } }',
    ...{ answer: { signingKeys: [{ state: 'WAITING' }, { state: 'SIGNING' }], userErrors: [] }, scope: write_settings },
  },
  'Query.campaignPreview': {
    attempt: ({ campaign, product }) =>
      `{ result: campaignPreview(id: "${campaign.id}", input: { productIds: ["${product}"] }, at: "2026-11-27T10:00:00Z") { gate { name } } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'Query.campaignAdmission': {
    attempt: ({ campaign }) =>
      `{ result: campaignAdmission(campaignId: "${campaign.id}", presented: "ada@example.com") { kind } }`,
    ...{ answer: null, scope: read_signups },
  },
  'EarlyAccessCampaign.signups': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { signups ${LIST} } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'EarlyAccessCampaign.guests': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { guests { nodes { email } } } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'EarlyAccessCampaign.waitingList': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { waitingList ${LIST} } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'Query.connections': {
    attempt: () => '{ result: connections { accountName keyEnding sync { total } } }',
    ...{ answer: [], scope: read_settings },
  },
  'Connection.audiences': {
    attempt: () => '{ result: connections { audiences(query: "VIP") { audiences { id } } } }',
    ...{ answer: [], scope: read_settings },
  },
  'Mutation.connectionSave': {
    attempt: () =>
      'mutation { result: connectionSave(input: { destination: KLAVIYO, sendsEvent: true }) { userErrors { code } } }',
    ...{ answer: { userErrors: [{ code: 'REQUIRED' }] }, scope: write_settings },
  },
  'Mutation.connectionTest': {
    attempt: () => 'mutation { result: connectionTest(destination: KLAVIYO) { userErrors { code } } }',
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_settings },
  },
  'Mutation.connectionDelete': {
    attempt: () => 'mutation { result: connectionDelete(destination: KLAVIYO) { userErrors { code } } }',
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_settings },
  },
  'Mutation.syncRetry': {
    attempt: ({ campaign, signup }) => `mutation { result: syncRetry(input: {
      destination: KLAVIYO, campaignId: "${campaign.id}", signupId: "${signup}" }) { count userErrors { code } } }`,
    ...{ answer: { count: 0, userErrors: NOT_FOUND }, scope: write_signups },
  },
  'Mutation.syncBackfill': {
    attempt: ({ campaign }) =>
      `mutation { result: syncBackfill(campaignId: "${campaign.id}", destination: KLAVIYO) { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_signups },
  },
  'Mutation.guestListClear': change('guestListClear', (id) => `campaignId: "${id}"`),
  'Mutation.guestAdd': change('guestAdd', (id) => `campaignId: "${id}", email: "mallory@example.com"`),
  'Mutation.guestRemove': change('guestRemove', (id) => `campaignId: "${id}", email: "grace@example.com"`),
  'Mutation.waitingListEntryRemove': {
    attempt: ({ waiting }) => `mutation { result: waitingListEntryRemove(id: "${waiting}") { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_signups },
  },
  'Mutation.waitingListAdmit': {
    attempt: ({ campaign, waiting }) =>
      `mutation { result: waitingListAdmit(campaignId: "${campaign.id}", ids: ["${waiting}"]) { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_campaigns },
  },
  'Mutation.campaignCreate': {
    attempt: ({ product }) => `mutation { result: campaignCreate(input: {
      name: "Stolen goods", accessType: EMAIL_SIGNUP, productIds: ["${product}"] }) { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_campaigns },
  },
  'Mutation.campaignUpdate': change('campaignUpdate', (id) => `id: "${id}", input: { name: "Stolen" }`),
  'Mutation.campaignDelete': change('campaignDelete', (id) => `id: "${id}"`),
  'Mutation.campaignDuplicate': change('campaignDuplicate', (id) => `id: "${id}", includeGuestList: true`),
  'Mutation.campaignActivate': change('campaignActivate', (id) => `id: "${id}"`),
  'Mutation.campaignArchive': change('campaignArchive', (id) => `id: "${id}"`),
  'Mutation.campaignUnarchive': change('campaignUnarchive', (id) => `id: "${id}"`),
  'Mutation.campaignPause': change('campaignPause', (id) => `id: "${id}"`),
  'EarlyAccessCampaign.passes': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { passes ${LIST} } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'EarlyAccessCampaign.actions': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { actions ${LIST} } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'EarlyAccessCampaign.analytics': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { analytics { totals { views } } } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'Shop.analytics': {
    attempt: () => '{ result: shop { analytics { totals { views attempts } sources { value } } } }',
    ...{ answer: { analytics: { totals: { views: 0, attempts: 0 }, sources: [] } }, scope: read_analytics },
  },
  'EarlyAccessCampaign.happenings': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { happenings(kind: ATTEMPT) ${LIST} } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'EarlyAccessCampaign.orders': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { orders ${LIST} } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'Shop.happenings': {
    attempt: () => `{ result: shop { happenings(kind: ATTEMPT) ${LIST} } }`,
    ...{ answer: { happenings: EMPTY }, scope: read_analytics },
  },
  'Mutation.campaignOpenToAll': change('campaignOpenToAll', (id) => `campaignId: "${id}"`),
  'Mutation.accessCodeCreate': change('accessCodeCreate', (id) => `campaignId: "${id}", input: { name: "Stolen" }`),
  'Mutation.accessCodeUpdate': {
    attempt: ({ accessCode }) =>
      `mutation { result: accessCodeUpdate(id: "${accessCode}", input: { code: "stolen" }) { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_campaigns },
  },
  'Mutation.accessCodeRevoke': {
    attempt: ({ accessCode }) => `mutation { result: accessCodeRevoke(id: "${accessCode}") { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_campaigns },
  },
  'Mutation.secretLinkCreate': change('secretLinkCreate', (id) => `campaignId: "${id}", input: { name: "Stolen" }`),
  'Mutation.secretLinkUpdate': {
    attempt: ({ secretLink }) =>
      `mutation { result: secretLinkUpdate(id: "${secretLink}", input: { maxUses: 9 }) { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_campaigns },
  },
  'Mutation.secretLinkRevoke': {
    attempt: ({ secretLink }) => `mutation { result: secretLinkRevoke(id: "${secretLink}") { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_campaigns },
  },
  'Mutation.accessPassRevoke': {
    attempt: ({ accessPass }) => `mutation { result: accessPassRevoke(id: "${accessPass}") { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_campaigns },
  },
  'Mutation.accessPassRestore': {
    attempt: ({ accessPass }) => `mutation { result: accessPassRestore(id: "${accessPass}") { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_campaigns },
  },
  'Mutation.campaignPassesRevoke': change('campaignPassesRevoke', (id) => `campaignId: "${id}"`),
  'Mutation.secretLinkRotate': change('secretLinkRotate', (id) => `campaignId: "${id}"`),
  'Mutation.installationTest': change('installationTest', (id) => `campaignId: "${id}", url: "https://127.0.0.1/"`),
  'Mutation.unlistingUndo': change('unlistingUndo', (id) => `campaignId: "${id}"`),
  'Mutation.unlistingUndoAll': {
    attempt: () => 'mutation { result: unlistingUndoAll { unlisting { hiddenCount } userErrors { code } } }',
    ...{ answer: { unlisting: null, userErrors: [] }, scope: write_campaigns },
  },
  'CampaignUnlisting.journal': {
    attempt: ({ campaign }) => `{ result: campaign(id: "${campaign.id}") { unlisting { journal { totalCount } } } }`,
    ...{ answer: null, scope: read_campaigns },
  },
  'Mutation.signupDelete': {
    attempt: ({ signup }) => `mutation { result: signupDelete(id: "${signup}") { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_signups },
  },
  'Query.dataRequests': {
    attempt: () => `{ result: dataRequests ${LIST} }`,
    ...{ answer: EMPTY, scope: read_signups },
  },
  'Mutation.personalDataErase': {
    attempt: () =>
      'mutation { result: personalDataErase(email: "ada@example.com") { removedCount userErrors { code } } }',
    ...{ answer: { removedCount: 0, userErrors: [] }, scope: write_signups },
  },
  'Mutation.personalDataRequest': {
    attempt: () => 'mutation { result: personalDataRequest(email: "ada") { dataRequest { id } userErrors { code } } }',
    ...{ answer: { dataRequest: null, userErrors: [{ code: 'INVALID' }] }, scope: write_signups },
  },
  'Mutation.apiTokenCreate': {
    attempt: () => 'mutation { result: apiTokenCreate(input: { name: "", scopes: [] }) { token } }',
    ...{ answer: { token: null }, scope: write_settings },
  },
  'Mutation.apiTokenRevoke': {
    attempt: ({ token }) => `mutation { result: apiTokenRevoke(id: "${token}") { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_settings },
  },
};

function change(operation: string, args: (campaignId: string) => string): Trial {
  return {
    attempt: ({ campaign }) => `mutation { result: ${operation}(${args(campaign.id)}) { userErrors { code } } }`,
    ...{ answer: { userErrors: NOT_FOUND }, scope: write_campaigns },
  };
}

let app: TestApp;
let goods: Goods;
let second: Ask;
let secondShop: string;

beforeAll(async () => {
  app = await testApp();
  goods = await someGoods(await aShop(app, 'First'));
  secondShop = await aShop(app, 'Second');
  const { token } = await app.services.apiTokens.create(secondShop, {
    name: 'second',
    scopes: Object.values(ApiTokenScope),
  });
  second = asker(app.http, '/admin/graphql', { headers: { authorization: `Bearer ${token}` } });
});

async function someGoods(shop: string): Promise<Goods> {
  const product = await aProduct(app, shop);
  const campaign = await aCampaign(app, shop, { productIds: [product], hidesProducts: true });
  await app.asVisitor()('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', {
    input: { campaignId: campaign.id, email: 'ada@example.com' },
  });
  const ofCampaign = { shop, campaignId: campaign.id, emailKey: 'grace@example.com' };
  await app.database.prisma.guest.create({ data: ofCampaign });
  const waiting = await app.database.prisma.waitingListEntry.create({
    data: { ...ofCampaign, email: 'grace@example.com' },
  });
  const signup = await app.database.prisma.signup.findFirstOrThrow({ where: { shop } });
  const token = await app.database.prisma.apiToken.findFirstOrThrow({ where: { shop } });
  const people = { signup: signup.id, waiting: waiting.id };
  await someSync(shop, campaign.id, signup.id);
  await app.services.privacy.personalData.requestFor(shop, 'ada@example.com');
  await app.services.campaignDefaults.save(shop, { accentColor: '#123456' });
  return { shop, campaign, product, ...people, token: token.id, ...(await someKeys(shop, campaign.id)) };
}

/** A connection, and a sign-up that failed there. */
async function someSync(shop: string, campaignId: string, signupId: string): Promise<void> {
  const { prisma } = app.database;
  const account = { accountId: 'FIRST', accountName: 'First', keyEnding: 'abcd', sealedKey: new Uint8Array(40) };
  await prisma.connection.create({ data: { shop, destination: 'KLAVIYO', ...account } });
  const failed = { destination: 'KLAVIYO', audience: 'L1', state: 'FAILED' } as const;
  await prisma.receipt.create({ data: { shop, campaignId, signupId, ...failed } });
}

/** The ways into a campaign, and a pass that one of them gave. */
async function someKeys(shop: string, campaignId: string) {
  const { accessCode } = await app.services.accessCodes.create({ shop, campaignId }, { name: 'For the press' });
  const secretLink = await app.database.prisma.secretLink.findFirstOrThrow({ where: { shop } });
  const accessPass = await app.database.prisma.accessPass.findFirstOrThrow({ where: { shop } });
  return { accessCode: accessCode?.id ?? '', secretLink: secretLink.id, accessPass: accessPass.id };
}

/** Everything that the database holds of the first shop. */
async function snapshot(): Promise<unknown> {
  const { prisma } = app.database;
  const where = { shop: goods.shop };
  return Promise.all([
    prisma.earlyAccessCampaign.findMany({ where, include: { accessCodes: true, secretLinks: true } }),
    prisma.signup.findMany({ where }),
    prisma.accessPass.findMany({ where }),
    prisma.guest.findMany({ where }),
    prisma.waitingListEntry.findMany({ where }),
    prisma.product.findMany({ where, include: { variants: true } }),
    prisma.connection.findMany({ where }),
    prisma.receipt.findMany({ where, include: { entries: true } }),
    prisma.backfill.findMany({ where }),
    prisma.unlisting.findMany({ where }),
    prisma.dataRequest.findMany({ where }),
    prisma.campaignAction.findMany({ where }),
    prisma.apiToken.findMany({ where, select: { id: true, revokedAt: true } }),
    prisma.shop.findMany({ where: { domain: goods.shop } }),
    prisma.campaignDefaults.findMany({ where }),
  ]);
}

/** Every operation, and every field with arguments: whatever a caller could put another shop's id into. */
function operationsOf(): string[] {
  const types = Object.values(adminSchema().getTypeMap()).filter(
    (type): type is GraphQLObjectType => 'getFields' in type && !type.name.startsWith('__') && type.astNode !== null,
  );
  return types.flatMap((type) =>
    Object.values(type.getFields() as Record<string, GraphQLField<unknown, unknown>>)
      .filter((field) => ['Query', 'Mutation'].includes(type.name) || (field.args ?? []).length > 0)
      .map((field) => `${type.name}.${field.name}`),
  );
}

test('every operation of the admin schema has its row in this table', () => {
  expect(Object.keys(TRIALS).toSorted()).toEqual(operationsOf().toSorted());
});

describe.each(Object.entries(TRIALS))('%s', (_operation, { attempt, answer, scope }) => {
  test('gives another shop nothing and changes nothing', async () => {
    const before = await snapshot();

    const { data } = await second(attempt(goods));

    expect(data?.result).toEqual(answer);
    expect(await snapshot()).toEqual(before);
  });

  test('is for nobody without a token', async () => {
    const anonymous = asker(app.http, '/admin/graphql', {});

    expectCode(await anonymous(attempt(goods)), 401, 'UNAUTHENTICATED');
  });

  test.skipIf(scope === null)('needs its scope, and says which', async () => {
    const others = Object.values(ApiTokenScope).filter((other) => other !== scope);
    const ask = await app.asTool(goods.shop, others);

    const refused = await ask(attempt(goods));

    expect(refused.errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN', scope } });
    expect(refused.errors?.[0]?.message).toContain(scope);
  });
});

test('the trials do find what is the caller’s own: a table that finds nothing would prove nothing', async () => {
  const first = await app.asTool(goods.shop);

  const { data } = await first(TRIALS['Query.campaign']?.attempt(goods) ?? '');

  expect(data.result).toEqual({ id: goods.campaign.id });
});

function expectCode({ status, errors, data }: Answer, expected: number, code: string): void {
  expect(status).toBe(expected);
  expect(data?.result).toBeUndefined();
  expect(errors?.[0]?.extensions.code).toBe(code);
}
