import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Ask, appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { ALL_SCOPES, ApiTokenScope } from '../shop/api-token-scope.ts';

let app: TestApp;
let shop: string;
let campaignId: string;
let ask: Ask;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  shop = await aShop(app);
  campaignId = (await aCampaign(app, shop)).id;
  ask = await app.asTool(shop);
});

async function invite(id: string, ...emailKeys: string[]): Promise<void> {
  await app.database.prisma.guest.createMany({
    data: emailKeys.map((emailKey) => ({ shop, campaignId: id, emailKey })),
  });
}

const GUESTS = `query ($id: ID!, $first: Int, $after: String, $query: String) { campaign(id: $id) {
  guestsCount guests(first: $first, after: $after, query: $query) {
    nodes { email } totalCount pageInfo { hasNextPage endCursor }
  } } }`;

test('a merchant pages through the guest list by address, each guest once', async () => {
  const everybody = ['ada', 'alan', 'barbara', 'edsger', 'grace'].map((name) => `${name}@example.com`);
  await invite(campaignId, ...everybody.toReversed());

  const met: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await ask(GUESTS, { id: campaignId, first: 2, after });
    expect(data.campaign.guests.totalCount).toBe(5);
    met.push(...data.campaign.guests.nodes.map(({ email }: { email: string }) => email));
    after = data.campaign.guests.pageInfo.hasNextPage ? data.campaign.guests.pageInfo.endCursor : null;
  } while (after !== null);

  expect(met).toEqual(everybody);
});

test('a part of an address finds a guest, and signs of a pattern stand for themselves', async () => {
  await invite(campaignId, 'ada_l@example.com', 'adal@example.com', 'grace@example.com');
  const found = async (query: string) =>
    (await ask(GUESTS, { id: campaignId, query })).data.campaign.guests.nodes.map(
      ({ email }: { email: string }) => email,
    );

  expect(await found(' ADA_L ')).toEqual(['ada_l@example.com']);
  expect(await found('%')).toEqual([]);
  expect(await found('example')).toHaveLength(3);
});

test('a cursor of another list is refused by its name', async () => {
  const { data } = await ask('{ campaigns { pageInfo { endCursor } } }');
  const { errors } = await ask(GUESTS, { id: campaignId, after: data.campaigns.pageInfo.endCursor });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
});

test('each campaign of a page tells its own number of guests', async () => {
  const other = await aCampaign(app, shop, { name: 'Other' });
  await invite(campaignId, 'ada@example.com', 'grace@example.com');
  await invite(other.id, 'ada@example.com');
  await aCampaign(app, shop, { name: 'Without guests' });

  const { data } = await ask('{ campaigns { nodes { name guestsCount } } }');

  expect(data.campaigns.nodes.toSorted(byCount)).toEqual([
    { name: 'Without guests', guestsCount: 0 },
    { name: 'Other', guestsCount: 1 },
    { name: 'Winter drop', guestsCount: 2 },
  ]);
});

function byCount(a: { guestsCount: number }, b: { guestsCount: number }): number {
  return a.guestsCount - b.guestsCount;
}

test('clearing empties one campaign’s list and no other’s', async () => {
  const other = await aCampaign(app, shop, { name: 'Other' });
  await invite(campaignId, 'ada@example.com');
  await invite(other.id, 'ada@example.com');

  const { data } = await ask(
    'mutation ($id: ID!) { guestListClear(campaignId: $id) { campaign { guestsCount } userErrors { code } } }',
    { id: campaignId },
  );

  expect(data.guestListClear).toEqual({ campaign: { guestsCount: 0 }, userErrors: [] });
  expect(await app.database.prisma.guest.findMany({ where: { shop } })).toMatchObject([{ campaignId: other.id }]);
});

test('who may not read sign-ups counts guests, but reads no addresses', async () => {
  await invite(campaignId, 'ada@example.com');
  const reader = await app.asTool(
    shop,
    ALL_SCOPES.filter((scope) => scope !== ApiTokenScope.read_signups),
  );
  const read = (fields: string) => reader(`query ($id: ID!) { campaign(id: $id) { ${fields} } }`, { id: campaignId });

  expect((await read('guestsCount')).data.campaign).toEqual({ guestsCount: 1 });
  for (const list of ['guests', 'waitingList']) {
    const { errors } = await read(`${list} { nodes { email } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', scope: 'read_signups' });
  }
});

test('an address is a guest of the campaign that lists it, and of no other campaign or shop', async () => {
  const other = await aCampaign(app, shop, { name: 'Other' });
  const second = await aShop(app, 'Second');
  await invite(campaignId, 'ada@example.com');
  const { guestList } = app.services;

  expect(await guestList.isGuest({ shop, id: campaignId }, 'ada@example.com')).toBe(true);
  expect(await guestList.isGuest({ shop, id: campaignId }, 'grace@example.com')).toBe(false);
  expect(await guestList.isGuest({ shop, id: other.id }, 'ada@example.com')).toBe(false);
  expect(await guestList.isGuest({ shop: second, id: campaignId }, 'ada@example.com')).toBe(false);
});

async function wait(...emailKeys: string[]): Promise<string[]> {
  const data = emailKeys.map((emailKey) => ({ shop, campaignId, email: emailKey, emailKey }));
  const rows = await app.database.prisma.waitingListEntry.createManyAndReturn({ data, select: { id: true } });
  return rows.map(({ id }) => id);
}

async function peopleOf(id: string): Promise<{ guests: string[]; waiting: string[] }> {
  const { data } = await ask(
    'query ($id: ID!) { campaign(id: $id) { guests { nodes { email } } waitingList { nodes { email } } } }',
    { id },
  );
  const addresses = ({ nodes }: { nodes: { email: string }[] }) => nodes.map(({ email }) => email);
  return { guests: addresses(data.campaign.guests), waiting: addresses(data.campaign.waitingList) };
}

const REMOVE_GUEST = `mutation ($id: ID!, $email: String!) {
  guestRemove(campaignId: $id, email: $email) { campaign { guestsCount } userErrors { field code } } }`;

test('one guest is taken off one campaign’s list, however the address is written', async () => {
  const other = await aCampaign(app, shop, { name: 'Other' });
  await invite(campaignId, 'ada@example.com', 'grace@example.com');
  await invite(other.id, 'ada@example.com');

  const first = await ask(REMOVE_GUEST, { id: campaignId, email: ' Ada@EXAMPLE.com ' });
  const again = await ask(REMOVE_GUEST, { id: campaignId, email: 'ada@example.com' });
  const noAddress = await ask(REMOVE_GUEST, { id: campaignId, email: '%' });

  const unknown = { campaign: null, userErrors: [{ field: ['email'], code: 'NOT_FOUND' }] };
  expect(first.data.guestRemove).toEqual({ campaign: { guestsCount: 1 }, userErrors: [] });
  expect(again.data.guestRemove).toEqual(unknown);
  expect(noAddress.data.guestRemove).toEqual(unknown);
  expect((await peopleOf(campaignId)).guests).toEqual(['grace@example.com']);
  expect((await peopleOf(other.id)).guests).toEqual(['ada@example.com']);
});

test('somebody who waits is forgotten', async () => {
  const [ada = ''] = await wait('ada@example.com', 'grace@example.com');
  const remove = (id: string) =>
    ask(
      'mutation ($id: ID!) { waitingListEntryRemove(id: $id) { removedWaitingListEntryId userErrors { field code } } }',
      { id },
    );

  expect((await remove(ada)).data.waitingListEntryRemove).toEqual({ removedWaitingListEntryId: ada, userErrors: [] });
  for (const id of [ada, 'no-id']) {
    expect((await remove(id)).data.waitingListEntryRemove).toEqual({
      removedWaitingListEntryId: null,
      userErrors: [{ field: ['id'], code: 'NOT_FOUND' }],
    });
  }
  expect((await peopleOf(campaignId)).waiting).toEqual(['grace@example.com']);
});

const ADMIT = `mutation ($id: ID!, $ids: [ID!]!) {
  waitingListAdmit(campaignId: $id, ids: $ids) { admittedCount campaign { guestsCount } userErrors { field code } } }`;

test('who is admitted goes from the waiting list to the guest list, once', async () => {
  await invite(campaignId, 'grace@example.com');
  const [ada = '', grace = ''] = await wait('ada@example.com', 'grace@example.com', 'alan@example.com');

  const { data } = await ask(ADMIT, { id: campaignId, ids: [ada, grace, ada, 'no-id'] });
  const again = await ask(ADMIT, { id: campaignId, ids: [ada] });

  expect(data.waitingListAdmit).toEqual({ admittedCount: 2, campaign: { guestsCount: 2 }, userErrors: [] });
  expect(again.data.waitingListAdmit).toEqual({
    ...{ admittedCount: 0, campaign: null },
    userErrors: [{ field: ['ids'], code: 'NOT_FOUND' }],
  });
  expect(await peopleOf(campaignId)).toEqual({
    guests: ['ada@example.com', 'grace@example.com'],
    waiting: ['alan@example.com'],
  });
});

test('nobody is admitted by the id of another campaign’s waiting list, nor too many at once', async () => {
  const other = await aCampaign(app, shop, { name: 'Other' });
  const [ada = ''] = await wait('ada@example.com');

  const elsewhere = await ask(ADMIT, { id: other.id, ids: [ada] });
  const many = await ask(ADMIT, { id: campaignId, ids: Array.from({ length: 101 }, () => ada) });

  expect(elsewhere.data.waitingListAdmit.userErrors).toEqual([{ field: ['ids'], code: 'NOT_FOUND' }]);
  expect(many.data.waitingListAdmit.userErrors).toEqual([{ field: ['ids'], code: 'TOO_MANY' }]);
  expect(await peopleOf(campaignId)).toEqual({ guests: [], waiting: ['ada@example.com'] });
});

const ADMIT_AND_TELL = `mutation ($id: ID!, $ids: [ID!]!) {
  waitingListAdmit(campaignId: $id, ids: $ids) { admittedCount mailedCount campaign { admissionNotice } } }`;

function mailsTo(address: string) {
  return app.services.mailbox?.list().filter(({ to }) => to === address) ?? [];
}

test('who is admitted gets one mail with the page to come in by, and whoever waits on gets none', async () => {
  const ids = await wait('Ada.Mailed@example.com', 'alan.mailed@example.com');

  const { data } = await ask(ADMIT_AND_TELL, { id: campaignId, ids: ids.slice(0, 1) });
  await app.services.outgoing.settled();

  expect(data.waitingListAdmit).toEqual({ admittedCount: 1, mailedCount: 1, campaign: { admissionNotice: 'MAIL' } });
  const [mail, ...others] = mailsTo('Ada.Mailed@example.com');
  expect(others).toEqual([]);
  const { data: of } = await ask('query ($id: ID!) { campaign(id: $id) { name hostedPageUrl } }', { id: campaignId });
  expect(mail?.subject).toContain(of.campaign.name);
  expect(mail?.text).toContain(of.campaign.hostedPageUrl);
  expect(mail?.html).toContain(`href="${of.campaign.hostedPageUrl}"`);
  expect(mailsTo('alan.mailed@example.com')).toEqual([]);
});

test('a mail before the beginning tells when it begins, by the shop’s clock', async () => {
  await ask(
    'mutation ($id: ID!) { campaignUpdate(id: $id, input: { startsAt: "2098-07-01T10:00:00Z" }) { userErrors { code } } }',
    {
      id: campaignId,
    },
  );

  await ask(ADMIT_AND_TELL, { id: campaignId, ids: await wait('early.mailed@example.com') });
  await app.services.outgoing.settled();

  expect(mailsTo('early.mailed@example.com')[0]?.text).toMatch(/It opens on Tuesday, July 1, 2098.* at 12:00/);
});

test('nobody is written to where that would lead nowhere, and the answer says so', async () => {
  await ask('mutation ($id: ID!) { campaignPause(id: $id) { userErrors { code } } }', { id: campaignId });

  const { data } = await ask(ADMIT_AND_TELL, { id: campaignId, ids: await wait('paused.mailed@example.com') });
  await app.services.outgoing.settled();

  expect(data.waitingListAdmit).toEqual({
    admittedCount: 1,
    mailedCount: 0,
    campaign: { admissionNotice: 'NOT_OPEN' },
  });
  expect(mailsTo('paused.mailed@example.com')).toEqual([]);
});

test('without a mail server people are admitted, and nobody is told that they were mailed', async () => {
  const shopify = {
    SHOPIFY_API_KEY: 'key',
    SHOPIFY_API_SECRET: 'secret',
    APP_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const mute = await (await appOver(app.database, shopify)).asTool(shop);

  const { data } = await mute(ADMIT_AND_TELL, { id: campaignId, ids: await wait('mute.mailed@example.com') });

  expect(data.waitingListAdmit).toMatchObject({ admittedCount: 1, mailedCount: 0 });
  expect((await mute('query ($id: ID!) { campaign(id: $id) { admissionNotice } }', { id: campaignId })).data).toEqual({
    campaign: { admissionNotice: 'NO_MAIL_SERVER' },
  });
});

test('the budget of one mailbox holds for these mails too, from whichever campaign', async () => {
  const address = 'often.mailed@example.com';
  let mailed = 0;
  for (let campaign = 0; campaign < 12; campaign += 1) {
    const { id } = await aCampaign(app, shop);
    campaignId = id;
    const { data } = await ask(ADMIT_AND_TELL, { id, ids: await wait(address) });
    mailed += data.waitingListAdmit.mailedCount;
  }
  await app.services.outgoing.settled();

  expect([mailed, mailsTo(address).length]).toEqual([10, 10]);
});
