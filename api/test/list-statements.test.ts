import { randomUUID } from 'node:crypto';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { adminSchema } from '../src/schemas.ts';
import { ALL_SCOPES } from '../src/shop/api-token-scope.ts';
import { type TestApp, testApp } from './app.ts';
import { aCampaign, aProduct, aShop } from './builders.ts';
import { statementsOf } from './counted-statements.ts';

const FEW = 1;
const MANY = 30;

const ITEM = 'id title imageUrl';
const CODE = 'id name totalUses maxUses revokedAt';
const RECEIPTS = 'receipts { destination state reason history { event at } }';
const SIGNUP = `id email firstName klaviyoSynced omnisendContactId campaign { id name secretLink } ${RECEIPTS}`;
const SETTINGS =
  'id name status password secretLink hostedPageUrl totalViews totalSignups conversionRate texts { name text }';
const GOODS = `products { ${ITEM} price { amount } variantsCount totalInventory } collections { ${ITEM} productsCount }`;
const CREDENTIALS = `accessCodes { ${CODE} code } secretLinks { ${CODE} hostedPageUrl }`;
const HAPPENING = 'id at count source device outcome reason way credentialName campaignName';
const page = (nodes: string) => `{ totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes { ${nodes} } }`;

/** One row for each list of the admin schema, with all that one of its rows may show but further lists. */
const LISTS: Record<string, (campaignId: string) => string> = {
  'Query.campaigns': () => `{ campaigns(first: 100) ${page(`${SETTINGS} ${GOODS} ${CREDENTIALS}`)} }`,
  'Query.signups': () => `{ signups(first: 100) ${page(SIGNUP)} }`,
  'Query.products': () => `{ products(first: 100) ${page(`${ITEM} price { amount } variantsCount totalInventory`)} }`,
  'Query.collections': () => `{ collections(first: 100) ${page(`${ITEM} productsCount`)} }`,
  'Query.apiTokens': () => `{ apiTokens(first: 100) ${page('id name scopes lastUsedAt')} }`,
  'Query.dataRequests': () => `{ dataRequests(first: 100) ${page('id email status downloadPath')} }`,
  'EarlyAccessCampaign.signups': ofCampaign(`signups(first: 100) ${page(SIGNUP)}`),
  'EarlyAccessCampaign.guests': ofCampaign('guests(first: 100) { nodes { email addedAt } pageInfo { hasNextPage } }'),
  'EarlyAccessCampaign.waitingList': ofCampaign(`waitingList(first: 100) ${page('id email createdAt')}`),
  'EarlyAccessCampaign.passes': ofCampaign(
    `passes(first: 100) ${page(`id isRevoked accessCode { ${CODE} } secretLink { ${CODE} } signup { id email }`)}`,
  ),
  'EarlyAccessCampaign.happenings': ofCampaign(`happenings(kind: ATTEMPT, first: 100) ${page(HAPPENING)}`),
  'Shop.happenings': () => `{ shop { domain happenings(kind: ATTEMPT, first: 100) ${page(HAPPENING)} } }`,
  'EarlyAccessCampaign.actions': ofCampaign(`actions(first: 100) ${page('id kind actor at')}`),
};

/** What is a journal of another system's doing: empty in standalone mode, and looked at with its own tests. */
const ELSEWHERE = ['CampaignUnlisting.journal'];

function ofCampaign(list: string): (campaignId: string) => string {
  return (campaignId) => `{ campaign(id: "${campaignId}") { id ${list} } }`;
}

let app: TestApp;
let few: Filled;
let many: Filled;

interface Filled {
  readonly shop: string;
  readonly campaignId: string;
}

beforeAll(async () => {
  app = await testApp({ ADMIN_QUERY_COST: '1000000', QUERY_TOKENS: '5000' });
  few = await filled(FEW);
  many = await filled(MANY);
}, 90_000);

/** A shop with so many of everything that is listed. */
async function filled(count: number): Promise<Filled> {
  const shop = await aShop(app);
  const each = Array.from({ length: count }, (_, place) => place);
  const productIds = await Promise.all(each.map((place) => aProduct(app, shop, `Bowl ${place}`)));
  const first = { name: 'Drop', accessType: 'PASSWORD', password: 'deep blue sea', productIds };
  const { id: campaignId } = await aCampaign(app, shop, first);
  const { services } = app;
  for (let copies = 1; copies < count; copies += 1)
    await services.campaigns.duplicate(shop, campaignId, { withGuests: false });
  await fillCatalog(shop, productIds);
  await fillCampaign({ shop, campaignId }, each);
  await Promise.all(
    each.map((place) => services.apiTokens.create(shop, { name: `Tool ${place}`, scopes: [...ALL_SCOPES] })),
  );
  for (const place of each) await services.privacy.personalData.requestFor(shop, `guest-${place}@example.com`);
  return { shop, campaignId };
}

async function fillCatalog(shop: string, productIds: readonly string[]): Promise<void> {
  const { prisma } = app.database;
  const collections = productIds.map((productId, place) => ({ id: randomUUID(), productId, place }));
  await prisma.collection.createMany({
    data: collections.map(({ id, place }) => ({ shop, id, handle: `kiln-${place}`, title: `Kiln ${place}` })),
  });
  await prisma.collectionMembership.createMany({
    data: collections.map(({ id, productId, place }) => ({ shop, collectionId: id, productId, position: place })),
  });
  const collectionIds = collections.map(({ id }) => id);
  await prisma.earlyAccessCampaign.updateMany({ where: { shop }, data: { collectionIds } });
}

async function fillCampaign(campaign: Filled, each: readonly number[]): Promise<void> {
  const { prisma } = app.database;
  const codes = await prisma.accessCode.findMany({ where: campaign });
  const people = each.map((place) => {
    const email = `guest-${place}@example.com`;
    return { ...campaign, id: randomUUID(), email, emailKey: email };
  });
  await prisma.signup.createMany({ data: people });
  await prisma.waitingListEntry.createMany({ data: people.map((person) => ({ ...person, id: randomUUID() })) });
  await prisma.guest.createMany({ data: people.map(({ emailKey }) => ({ ...campaign, emailKey })) });
  const expiresAt = new Date(Date.now() + 86_400_000);
  // Each names a sign-up and a code, so that one row asks for all that thirty do.
  const origin = { accessCodeId: codes[0]?.id ?? null, expiresAt };
  const passes = people.map(({ id }) => ({ ...campaign, id: randomUUID(), signupId: id, ...origin }));
  await prisma.accessPass.createMany({ data: passes });
  const receipts = people.map(({ id }) => ({
    ...campaign,
    signupId: id,
    audience: 'L1',
    destination: 'KLAVIYO' as const,
  }));
  await prisma.receipt.createMany({ data: receipts });
  await prisma.receiptEntry.createMany({
    data: people.map(({ shop, id }) => ({
      shop,
      signupId: id,
      destination: 'KLAVIYO' as const,
      event: 'PLANNED' as const,
    })),
  });
  const traits = { source: 'direct', device: 'phone', isSuspected: false, accessCodeId: codes[0]?.id ?? null };
  const tried = {
    ...campaign,
    ...traits,
    kind: 'ATTEMPT' as const,
    way: 'CODE' as const,
    count: 1,
    at: new Date(),
  };
  await prisma.happening.createMany({ data: each.map(() => tried) });
  await prisma.campaignAction.createMany({
    data: each.map(() => ({ ...campaign, kind: 'PAUSED' as const, actor: 'Merchant' })),
  });
}

/** The lists of the schema: whatever is a Relay connection. */
function listsOf(): string[] {
  const types = Object.values(adminSchema().getTypeMap()).filter(
    (type): type is GraphQLObjectType => 'getFields' in type && !type.name.startsWith('__') && type.astNode !== null,
  );
  return types.flatMap((type) =>
    Object.values(type.getFields() as Record<string, GraphQLField<unknown, unknown>>)
      .filter(({ type: answer }) => String(answer).endsWith('Connection!'))
      .map((field) => `${type.name}.${field.name}`),
  );
}

test('every list of the admin schema has its row in this table', () => {
  expect([...Object.keys(LISTS), ...ELSEWHERE].toSorted()).toEqual(listsOf().toSorted());
});

describe.each(Object.entries(LISTS))('%s', (_list, document) => {
  test('costs as many statements for thirty rows as for one', async () => {
    const [forFew, forMany] = [await statementsFor(few, document), await statementsFor(many, document)];

    expect(forFew.rows).toBeGreaterThanOrEqual(FEW);
    expect(forMany.rows).toBeGreaterThanOrEqual(MANY);
    expect(forMany.statements.length, forMany.statements.join('\n\n')).toBe(forFew.statements.length);
  });
});

async function statementsFor({ shop, campaignId }: Filled, document: (campaignId: string) => string) {
  const ask = await app.asTool(shop);
  let rows = 0;
  const statements = await statementsOf(async () => {
    const { data, errors } = await ask(document(campaignId));
    expect(errors).toBeUndefined();
    const list = data.campaign ?? data.shop ?? data;
    rows = Object.values<{ nodes?: unknown[] }>(list).find((part) => part?.nodes)?.nodes?.length ?? 0;
  });
  return { statements, rows };
}

test('a list that asked for each row would be found', async () => {
  const ask = await app.asTool(many.shop);
  const forEach = '{ campaigns(first: 100) { nodes { signups(first: 1) { totalCount } } } }';

  const statements = await statementsOf(async () => ask(forEach));

  expect(statements.length).toBeGreaterThan(MANY);
});
