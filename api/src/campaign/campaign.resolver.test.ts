import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aProduct, aShop } from '../../test/builders.ts';

const FIELDS = `id shop name description isActive accessType status password secretLink hostedPageUrl embedSnippet productIds
  collectionIds klaviyoListId omnisendListId startsAt endsAt totalViews totalSignups conversionRate`;
const CREATE = `mutation ($input: CampaignCreateInput!) {
  campaignCreate(input: $input) { campaign { ${FIELDS} } userErrors { field message code } }
}`;
const UPDATE = `mutation ($id: ID!, $input: CampaignUpdateInput!) {
  campaignUpdate(id: $id, input: $input) { campaign { ${FIELDS} } userErrors { field message code } }
}`;
const READ = `query ($id: ID!) { campaign(id: $id) { ${FIELDS} } }`;

let app: TestApp;
let shop: string;
let merchant: Ask;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
});

async function create(input: Record<string, unknown>) {
  return (await merchant(CREATE, { input })).data.campaignCreate;
}

async function update(id: string, input: Record<string, unknown>) {
  return (await merchant(UPDATE, { id, input })).data.campaignUpdate;
}

describe('creating', () => {
  test('a campaign has what was given, a secret link, a hosted page and a snippet to paste', async () => {
    const product = await aProduct(app, shop);

    const { campaign, userErrors } = await create({
      name: '  Winter drop ',
      description: 'Two days early.',
      accessType: 'PASSWORD_OR_EMAIL',
      password: 'First Light',
      productIds: [product, product],
      isActive: true,
    });

    expect(userErrors).toEqual([]);
    expect(campaign).toMatchObject({
      ...{ shop, name: 'Winter drop', description: 'Two days early.', accessType: 'PASSWORD_OR_EMAIL' },
      ...{ password: 'First Light', productIds: [product], collectionIds: [], isActive: true, status: 'LIVE' },
      ...{ totalViews: 0, totalSignups: 0, conversionRate: null, startsAt: null, klaviyoListId: null },
    });
    expect(campaign.secretLink).toMatch(/^[\w-]{24}$/);
    expect(campaign.hostedPageUrl).toBe(`https://vip.example/c/${campaign.secretLink}`);
    expect(campaign.embedSnippet).toContain(`<vip-gate campaign="${campaign.id}"></vip-gate>`);
  });

  test('a pinned snippet names one version of the script, by whose hash the browser knows it', async () => {
    const { campaign } = await create({ name: 'Pinned', accessType: 'EMAIL_SIGNUP' });

    const { data } = await merchant('query ($id: ID!) { campaign(id: $id) { pinnedSnippet } }', { id: campaign.id });

    const [, path = '', hash] =
      /src="https:\/\/vip\.example(\S+)" integrity="(\S+)" cross/.exec(data.campaign.pinnedSnippet) ?? [];
    const script = await app.http.inject(path);
    expect(script.statusCode).toBe(200);
    expect(hash).toBe(`sha384-${createHash('sha384').update(script.rawPayload).digest('base64')}`);
    expect(script.headers['cache-control']).toContain('immutable');
  });

  test('a campaign is a draft until it is activated', async () => {
    const { campaign } = await create({ name: 'Later', accessType: 'EMAIL_SIGNUP' });

    expect(campaign).toMatchObject({ isActive: false, status: 'DRAFT' });
  });

  test.each([
    ['no name', { name: '  ' }, ['input', 'name'], 'BLANK'],
    ['an endless name', { name: 'x'.repeat(201) }, ['input', 'name'], 'TOO_LONG'],
    ['no password where one opens', { accessType: 'PASSWORD' }, ['input', 'password'], 'REQUIRED'],
    ['a password of spaces', { accessType: 'PASSWORD', password: '   ' }, ['input', 'password'], 'REQUIRED'],
    ['a password too short', { accessType: 'PASSWORD', password: 'a b c' }, ['input', 'password'], 'TOO_SHORT'],
    [
      'a password that strangers try first',
      { accessType: 'PASSWORD', password: 'Pass Word' },
      ['input', 'password'],
      'INVALID',
    ],
    ['its own name as the password', { name: 'Oak & Ash', password: 'oak&ash' }, ['input', 'password'], 'INVALID'],
    ['a product of nobody', { productIds: ['nobody'] }, ['input', 'productIds', '0'], 'NOT_FOUND'],
    ['a collection of nobody', { collectionIds: ['nobody'] }, ['input', 'collectionIds', '0'], 'NOT_FOUND'],
    [
      'an end before its start',
      { startsAt: '2026-11-27T10:00:00Z', endsAt: '2026-11-27T10:00:00Z' },
      ['input', 'endsAt'],
      'INVALID',
    ],
  ])('a campaign with %s is refused at that field', async (_what, fields, field, code) => {
    const before = await app.database.prisma.earlyAccessCampaign.count({ where: { shop } });

    const { campaign, userErrors } = await create({ name: 'Winter drop', accessType: 'EMAIL_SIGNUP', ...fields });

    expect(campaign).toBeNull();
    expect(userErrors).toMatchObject([{ field, code }]);
    expect(await app.database.prisma.earlyAccessCampaign.count({ where: { shop } })).toBe(before);
  });

  test('neither password nor secret link lie readable in the database', async () => {
    const { campaign } = await create({ name: 'Sealed', accessType: 'PASSWORD', password: 'open sesame' });
    const codes = await app.database.prisma.accessCode.findMany({ where: { campaignId: campaign.id } });
    const links = await app.database.prisma.secretLink.findMany({ where: { campaignId: campaign.id } });

    const kept = [...codes, ...links].flatMap((row) => Object.values(row)).map((value) => Buffer.from(String(value)));
    const bytes = [codes[0]?.sealedCode, links[0]?.sealedSecret].map((value) =>
      Buffer.from(value ?? []).toString('latin1'),
    );
    expect(kept.concat(bytes.map((value) => Buffer.from(value))).join(' ')).not.toMatch(
      new RegExp(`open ?sesame|${campaign.secretLink}`, 'i'),
    );
  });
});

describe('changing', () => {
  test('only what is named changes, and null clears', async () => {
    const { campaign } = await create({
      name: 'Before',
      description: 'Text',
      accessType: 'PASSWORD',
      password: 'first light',
    });

    const renamed = await update(campaign.id, { name: 'After' });
    const cleared = await update(campaign.id, { description: null });

    expect(renamed.campaign).toEqual({ ...campaign, name: 'After' });
    expect(cleared.campaign).toEqual({ ...campaign, name: 'After', description: null });
  });

  test('a new password opens and the one before does not', async () => {
    const { campaign } = await create({
      name: 'Codes',
      accessType: 'PASSWORD',
      password: 'first light',
      isActive: true,
    });

    const changed = await update(campaign.id, { password: 'second light' });

    expect(changed.campaign.password).toBe('second light');
    const unlock = `mutation ($id: ID!, $password: String!) {
      gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { __typename }
    }`;
    const visitor = app.asVisitor('203.0.113.1');
    const before = await visitor(unlock, { id: campaign.id, password: 'first light' });
    const after = await visitor(unlock, { id: campaign.id, password: 'second light' });
    expect(before.data.gateUnlockWithPassword.__typename).toBe('GateDenied');
    expect(after.data.gateUnlockWithPassword.__typename).toBe('GateOpened');
  });

  test('the password cannot be taken from a campaign that it opens, and can where it does not', async () => {
    const { campaign } = await create({ name: 'Codes', accessType: 'PASSWORD', password: 'first light' });

    expect((await update(campaign.id, { password: null })).userErrors).toMatchObject([{ code: 'REQUIRED' }]);
    const changed = await update(campaign.id, { accessType: 'EMAIL_SIGNUP', password: null });
    expect(changed.campaign.password).toBeNull();
  });

  test('a product that the shop has deleted since does not keep the campaign from being saved', async () => {
    const product = await aProduct(app, shop);
    const { campaign } = await create({ name: 'Goods', accessType: 'EMAIL_SIGNUP', productIds: [product] });
    await app.database.prisma.product.deleteMany({ where: { shop, id: product } });

    const changed = await update(campaign.id, { name: 'Still goods' });

    expect(changed.campaign).toMatchObject({ name: 'Still goods', productIds: [product] });
  });

  test('rotating makes another link, and the one before leads nowhere', async () => {
    const { campaign } = await create({ name: 'Links', accessType: 'SECRET_LINK', isActive: true });

    const { data } = await merchant(
      'mutation ($id: ID!) { secretLinkRotate(campaignId: $id) { campaign { secretLink } userErrors { code } } }',
      { id: campaign.id },
    );

    const { secretLink } = data.secretLinkRotate.campaign;
    expect(secretLink).not.toBe(campaign.secretLink);
    expect((await app.http.inject(`/c/${campaign.secretLink}`)).statusCode).toBe(404);
    expect((await app.http.inject(`/c/${secretLink}`)).statusCode).toBe(200);
  });

  test('a deleted campaign is gone with its sign-ups', async () => {
    const campaign = await aCampaign(app, shop);
    await app.asVisitor()('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', {
      input: { campaignId: campaign.id, email: 'ada@example.com' },
    });

    const remove = 'mutation ($id: ID!) { campaignDelete(id: $id) { deletedCampaignId userErrors { code } } }';
    const first = await merchant(remove, { id: campaign.id });
    const again = await merchant(remove, { id: campaign.id });

    expect(first.data.campaignDelete).toEqual({ deletedCampaignId: campaign.id, userErrors: [] });
    expect(again.data.campaignDelete).toEqual({ deletedCampaignId: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await merchant(READ, { id: campaign.id })).data.campaign).toBeNull();
    expect(await app.database.prisma.signup.count({ where: { campaignId: campaign.id } })).toBe(0);
  });
});

describe('the list', () => {
  const LIST = `query ($first: Int!, $after: String, $query: String, $sortKey: CampaignSortKey!) {
    campaigns(first: $first, after: $after, query: $query, sortKey: $sortKey) {
      nodes { name products { title } } totalCount pageInfo { hasNextPage endCursor }
    }
  }`;
  let other: string;
  let list: Ask;

  beforeAll(async () => {
    other = await aShop(app);
    list = await app.asTool(other);
    const product = await aProduct(app, other, 'Tall Vase');
    for (const name of ['Delta', 'alpha', 'Bravo', '100% wool', 'Charlie']) {
      await aCampaign(app, other, { name, productIds: [product] });
    }
  });

  test('is paged without a gap or a repetition, newest first', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await list(LIST, { first: 2, after, sortKey: 'CREATED_AT' });
      names.push(...data.campaigns.nodes.map((node: { name: string }) => node.name));
      after = data.campaigns.pageInfo.hasNextPage ? data.campaigns.pageInfo.endCursor : null;
    } while (after);

    expect(names).toEqual(['Charlie', '100% wool', 'Bravo', 'alpha', 'Delta']);
  });

  test('stands by name as people order names: capitals, accents and numbers in their places, page by page', async () => {
    const named = await aShop(app);
    const listNamed = await app.asTool(named);
    for (const name of ['Drop 10', 'Zebra', 'drop 2', 'Ärger', 'apple', 'Drop 2', 'Éclair'])
      await aCampaign(app, named, { name });

    const names: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await listNamed(LIST, { first: 1, after, sortKey: 'NAME' });
      names.push(...data.campaigns.nodes.map((node: { name: string }) => node.name));
      after = data.campaigns.pageInfo.hasNextPage ? data.campaigns.pageInfo.endCursor : null;
    } while (after);

    expect(names).toEqual(['apple', 'Ärger', 'drop 2', 'Drop 2', 'Drop 10', 'Éclair', 'Zebra']);
  });

  test('finds a part of a name in any case, and takes a percent sign for itself', async () => {
    const byName = await list(LIST, { first: 10, query: 'ALPH', sortKey: 'NAME' });
    const byPercent = await list(LIST, { first: 10, query: '%', sortKey: 'NAME' });

    expect(byName.data.campaigns).toMatchObject({ nodes: [{ name: 'alpha' }], totalCount: 1 });
    expect(byPercent.data.campaigns.nodes).toMatchObject([{ name: '100% wool' }]);
  });

  test('refuses a page of none, of too many, and after a cursor of another list', async () => {
    const byName = await list(LIST, { first: 1, sortKey: 'NAME' });
    const foreign = byName.data.campaigns.pageInfo.endCursor;

    for (const wrong of [{ first: 0 }, { first: 101 }, { first: 1, after: foreign }, { first: 1, after: 'made-up' }]) {
      const { errors } = await list(LIST, { sortKey: 'CREATED_AT', ...wrong });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  test('shows the products of every campaign', async () => {
    const { data } = await list(LIST, { first: 10, sortKey: 'NAME' });

    expect(data.campaigns.nodes).toHaveLength(5);
    for (const node of data.campaigns.nodes) expect(node.products).toEqual([{ title: 'Tall Vase' }]);
  });
});

test.each([
  ['in a variable', CREATE, { input: { name: 'a\u0000b', accessType: 'EMAIL_SIGNUP' } }],
  ['in the document', '{ campaigns(query: "a\\u0000b") { totalCount } }', {}],
])('a text with the character NUL %s is refused as the caller’s fault', async (_where, query, variables) => {
  const { status, errors } = await merchant(query, variables);

  expect(status).toBe(400);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('views and sign-ups make the conversion rate', async () => {
  const { id } = await aCampaign(app, shop);
  const visitor = app.asVisitor();
  for (let view = 0; view < 4; view += 1) {
    await visitor('mutation ($id: ID!) { viewRecord(input: { campaignId: $id }) { __typename } }', { id });
  }
  await visitor('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', {
    input: { campaignId: id, email: `${randomUUID()}@example.com` },
  });

  const { data } = await merchant(READ, { id });

  expect(data.campaign).toMatchObject({ totalViews: 4, totalSignups: 1, conversionRate: 0.25 });
});
