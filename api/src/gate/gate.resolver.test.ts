import { beforeAll, describe, expect, test } from 'vitest';
import { patiently, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aProduct, aShop } from '../../test/builders.ts';

const TYPED = `__typename
  ... on GateOpened { pass expiresAt access { products { title price { amount currencyCode } url } } }
  ... on GateDenied { message }
  ... on CampaignNotOpen { status }
  ... on TooManyAttempts { retryAt }
  ... on InvalidInput { problems { field message } }`;

const PASSWORD = `mutation ($id: ID!, $password: String!) {
  gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { ${TYPED} }
}`;
const EMAIL = `mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { ${TYPED} } }`;
const LINK = `mutation ($secret: String!) { gateUnlockWithSecretLink(input: { secretLink: $secret }) { ${TYPED} } }`;

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const yesterday = new Date(Date.now() - 86_400_000).toISOString();

let app: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app, 'Kiln');
});

async function tryPassword(id: string, password: string, address = '192.0.2.1') {
  return (await patiently(app.asVisitor(address))(PASSWORD, { id, password })).data.gateUnlockWithPassword;
}

describe('before the gate', () => {
  test('a visitor finds a campaign by its id and by its secret link, and reads what is public', async () => {
    const { id, secretLink } = await aCampaign(app, shop, { name: 'Friends first' });
    const fields = '{ id name accessType status shopName }';

    const { data } = await app.asVisitor()(
      `query ($id: ID!, $secret: String!) { byId: campaign(id: $id) ${fields} byLink: campaign(secretLink: $secret) ${fields} }`,
      { id, secret: secretLink },
    );

    expect(data.byId).toEqual({
      id,
      name: 'Friends first',
      accessType: 'EMAIL_SIGNUP',
      status: 'LIVE',
      shopName: 'Kiln',
    });
    expect(data.byLink).toEqual(data.byId);
  });

  test('the schema gives a visitor no way to a password, a link or the products', async () => {
    const { data } = await app.asVisitor()('{ __type(name: "GateCampaign") { fields { name } } }');

    const names = data.__type.fields.map((field: { name: string }) => field.name);
    expect(names).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/password|secret|link|product|collection/i)]),
    );
  });

  test.each(['made-up', '00000000-0000-4000-8000-000000000000', ''])('no campaign is at %j', async (id) => {
    const { data } = await app.asVisitor()('query ($id: ID) { campaign(id: $id) { id } }', { id });

    expect(data.campaign).toBeNull();
  });
});

describe('by password', () => {
  test('the right password opens, however it is typed, and shows the products', async () => {
    const product = await aProduct(app, shop, 'Blue Bowl');
    const { id } = await aCampaign(app, shop, {
      accessType: 'PASSWORD',
      password: 'First Light',
      productIds: [product],
    });

    const opened = await tryPassword(id, ' first  LIGHT ');

    expect(opened.__typename).toBe('GateOpened');
    expect(opened.access.products).toEqual([
      {
        title: 'Blue Bowl',
        price: { amount: '48.00', currencyCode: 'EUR' },
        url: expect.stringContaining('/products/blue-bowl'),
      },
    ]);
  });

  test('one answer for a wrong password, an unknown campaign, a paused one and a gate of another type', async () => {
    const password = 'first light';
    const { id: live } = await aCampaign(app, shop, { accessType: 'PASSWORD', password });
    const { id: paused } = await aCampaign(app, shop, { accessType: 'PASSWORD', password, isActive: false });
    const { id: byEmail } = await aCampaign(app, shop, { accessType: 'EMAIL_SIGNUP', password });

    const answers = await Promise.all([
      tryPassword(live, 'wrong guess', '192.0.2.10'),
      tryPassword('00000000-0000-4000-8000-000000000000', password, '192.0.2.11'),
      tryPassword(paused, password, '192.0.2.12'),
      tryPassword(byEmail, password, '192.0.2.13'),
    ]);

    expect(answers[0].__typename).toBe('GateDenied');
    expect(answers).toEqual(Array(4).fill(answers[0]));
  });

  test('the password of another campaign does not open', async () => {
    await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'for the others' });
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'for these' });

    expect((await tryPassword(id, 'for the others', '192.0.2.14')).__typename).toBe('GateDenied');
  });

  test('a campaign before and after its window says so, whatever the password', async () => {
    const early = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light', startsAt: tomorrow });
    const late = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light', endsAt: yesterday });

    expect(await tryPassword(early.id, 'first light')).toEqual({ __typename: 'CampaignNotOpen', status: 'SCHEDULED' });
    expect(await tryPassword(early.id, 'wrong guess')).toEqual({ __typename: 'CampaignNotOpen', status: 'SCHEDULED' });
    expect(await tryPassword(late.id, 'first light')).toEqual({ __typename: 'CampaignNotOpen', status: 'ENDED' });
  });

  test('an empty and an endless password are named as such and cost no guess', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });

    const empty = await tryPassword(id, '   ');
    const endless = await tryPassword(id, 'x'.repeat(201));

    expect(empty.problems[0].field).toBe('password');
    expect(endless.problems[0].field).toBe('password');
    expect(JSON.stringify(endless)).not.toContain('xxx');
  });
});

describe('guessing', () => {
  test('after ten wrong guesses even the right password waits, until a time that is told', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await tryPassword(id, `guess ${guess}`, '198.51.100.1')).__typename).toBe('GateDenied');
    }

    const refused = await tryPassword(id, 'first light', '198.51.100.1');

    expect(refused.__typename).toBe('TooManyAttempts');
    const wait = new Date(refused.retryAt).getTime() - Date.now();
    expect(wait).toBeGreaterThan(9 * 60_000);
    expect(wait).toBeLessThanOrEqual(10 * 60_000);
  });

  test('of a hundred guesses at once ten are looked at', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });

    const guesses = Array.from({ length: 100 }, (_, guess) => tryPassword(id, `guess ${guess}`, '198.51.100.2'));
    const kinds = (await Promise.all(guesses)).map(({ __typename }) => __typename);

    expect(kinds.filter((kind) => kind === 'GateDenied')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'TooManyAttempts')).toHaveLength(90);
  });

  test('a spent budget holds at this campaign and this address only', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    const other = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    await Promise.all(Array.from({ length: 11 }, () => tryPassword(id, 'wrong guess', '198.51.100.3')));

    expect((await tryPassword(other.id, 'first light', '198.51.100.3')).__typename).toBe('GateOpened');
    expect((await tryPassword(id, 'first light', '198.51.100.4')).__typename).toBe('GateOpened');
  });

  test('the addresses of one IPv6 network have one budget', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    for (let host = 1; host <= 10; host += 1) await tryPassword(id, 'wrong guess', `2001:db8:7:7::${host}`);

    expect((await tryPassword(id, 'first light', '2001:db8:7:7:ffff::1')).__typename).toBe('TooManyAttempts');
    expect((await tryPassword(id, 'first light', '2001:db8:7:8::1')).__typename).toBe('GateOpened');
  });

  test('five hundred right answers from one address are all let in', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });

    const visitors = Array.from({ length: 500 }, () => tryPassword(id, 'first light', '198.51.100.5'));
    const kinds = new Set((await Promise.all(visitors)).map(({ __typename }) => __typename));

    expect(kinds).toEqual(new Set(['GateOpened']));
  });

  test('a made-up forwarding header buys no new budget', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    const kinds = [];
    for (let guess = 0; guess < 11; guess += 1) {
      const response = await app.http.inject({
        method: 'POST',
        url: '/public/graphql',
        remoteAddress: '198.51.100.6',
        headers: { 'x-forwarded-for': `203.0.113.${guess}` },
        payload: { query: PASSWORD, variables: { id, password: 'wrong guess' } },
      });
      kinds.push(response.json().data.gateUnlockWithPassword.__typename);
    }

    expect(kinds.at(-1)).toBe('TooManyAttempts');
  });
});

describe('by e-mail', () => {
  async function signUp(input: Record<string, unknown>) {
    return (await app.asVisitor()(EMAIL, { input })).data.gateUnlockWithEmail;
  }

  test('an address opens, and the sign-up is kept as it was given', async () => {
    const { id: campaignId } = await aCampaign(app, shop);

    const opened = await signUp({ campaignId, email: ' Ada@Example.com ', firstName: ' Ada ', acceptsMarketing: true });

    expect(opened.__typename).toBe('GateOpened');
    const kept = await app.database.prisma.signup.findMany({ where: { shop, campaignId } });
    expect(kept).toMatchObject([
      {
        email: 'Ada@Example.com',
        emailKey: 'ada@example.com',
        firstName: 'Ada',
        lastName: null,
        acceptsMarketing: true,
      },
    ]);
  });

  test('the same address a hundred times at once, however typed, is one sign-up, counted once', async () => {
    const { id: campaignId } = await aCampaign(app, shop);
    const spellings = [
      'ren\u00e9@example.com',
      'RENE\u0301@EXAMPLE.COM',
      ' Ren\u00e9@example.com\u200b',
      'rene\u0301@Example.Com ',
    ];

    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, visit) => signUp({ campaignId, email: spellings[visit % spellings.length] })),
    );

    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['GateOpened']));
    expect(await app.database.prisma.signup.count({ where: { shop, campaignId } })).toBe(1);
    const people = answers.map(({ pass }) => JSON.parse(Buffer.from(pass.split('.')[1], 'base64url').toString()).sub);
    expect(new Set(people).size).toBe(1);
    const campaign = await app.services.campaigns.find(shop, campaignId);
    expect(campaign?.totalSignups).toBe(1);
  });

  test('many people at once are all kept and all counted', async () => {
    const { id: campaignId } = await aCampaign(app, shop);

    await Promise.all(
      Array.from({ length: 300 }, (_, person) => signUp({ campaignId, email: `person-${person}@example.com` })),
    );

    expect(await app.database.prisma.signup.count({ where: { shop, campaignId } })).toBe(300);
    expect((await app.services.campaigns.find(shop, campaignId))?.totalSignups).toBe(300);
  });

  test('consent that is given later is added, and consent that was given is not taken away', async () => {
    const { id: campaignId } = await aCampaign(app, shop);

    await signUp({ campaignId, email: 'ada@example.com', acceptsMarketing: false });
    await signUp({ campaignId, email: 'ada@example.com', acceptsMarketing: true });
    await signUp({ campaignId, email: 'ada@example.com', acceptsMarketing: false });

    const kept = await app.database.prisma.signup.findFirstOrThrow({ where: { shop, campaignId } });
    expect(kept.acceptsMarketing).toBe(true);
  });

  test.each([
    ['email', { email: 'not an address' }],
    ['firstName', { email: 'ada@example.com', firstName: 'x'.repeat(101) }],
  ])('a bad %s is named, and nothing of it is repeated', async (field, input) => {
    const { id: campaignId } = await aCampaign(app, shop);

    const refused = await signUp({ campaignId, ...input });

    expect(refused.problems.map((problem: { field: string }) => problem.field)).toEqual([field]);
    expect(JSON.stringify(refused)).not.toMatch(/not an address|xxx/);
    expect(await app.database.prisma.signup.count({ where: { shop, campaignId } })).toBe(0);
  });

  test('an e-mail opens no gate that asks for a password alone, and none that is paused', async () => {
    const { id: byPassword } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    const { id: paused } = await aCampaign(app, shop, { isActive: false });

    expect((await signUp({ campaignId: byPassword, email: 'ada@example.com' })).__typename).toBe('GateDenied');
    expect((await signUp({ campaignId: paused, email: 'ada@example.com' })).__typename).toBe('GateDenied');
    expect(await app.database.prisma.signup.count({ where: { campaignId: { in: [byPassword, paused] } } })).toBe(0);
  });

  test('a known and a new address get answers of the same form', async () => {
    const { id: campaignId } = await aCampaign(app, shop);

    const first = await signUp({ campaignId, email: 'ada@example.com' });
    const again = await signUp({ campaignId, email: 'ada@example.com' });

    expect(Object.keys(again)).toEqual(Object.keys(first));
    expect(again.access).toEqual(first.access);
    expect(again.pass.length).toBe(first.pass.length);
  });
});

describe('by secret link', () => {
  async function follow(secret: string) {
    return (await app.asVisitor()(LINK, { secret })).data.gateUnlockWithSecretLink;
  }

  test('the link of a SECRET_LINK campaign opens its gate', async () => {
    const { secretLink } = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });

    expect((await follow(secretLink)).__typename).toBe('GateOpened');
  });

  test('a made-up link, a rotated one and that of a campaign of another type open nothing, with one answer', async () => {
    const rotated = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });
    await app.services.campaigns.rotateSecretLink(shop, rotated.id);
    const byEmail = await aCampaign(app, shop, { accessType: 'EMAIL_SIGNUP' });

    const answers = await Promise.all(['made-up', 'A'.repeat(24), rotated.secretLink, byEmail.secretLink].map(follow));

    expect(answers[0].__typename).toBe('GateDenied');
    expect(answers).toEqual(Array(4).fill(answers[0]));
  });
});

describe('views', () => {
  const VIEW = 'mutation ($id: ID!) { viewRecord(input: { campaignId: $id }) { __typename } }';

  test('every view is counted, also a thousand at once', async () => {
    const { id } = await aCampaign(app, shop);
    const before = await app.services.campaigns.find(shop, id);

    const views = Array.from({ length: 1000 }, () => app.asVisitor()(VIEW, { id }));
    const kinds = new Set((await Promise.all(views)).map(({ data }) => data.viewRecord.__typename));

    expect(kinds).toEqual(new Set(['ViewRecorded']));
    const campaign = await app.services.campaigns.find(shop, id);
    expect(campaign?.totalViews).toBe(1000);
    expect(campaign?.updatedAt).toEqual(before?.updatedAt);
  });

  test('a view of no campaign is refused and counts nowhere', async () => {
    const { data } = await app.asVisitor()(VIEW, { id: 'made-up' });

    expect(data.viewRecord.__typename).toBe('InvalidInput');
  });
});
