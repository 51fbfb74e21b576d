import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, endCampaign } from '../../test/builders.ts';
import { GATE_TEXTS } from './campaign-texts.ts';

const SETTINGS = `activatedAt capacity totalPasses trustLevel confirmWithinMinutes isGuestListOnly hasWaitingList
  showsEmailFirst hidesProducts consentText texts { name text } accentColor pictureUrl status`;
const UPDATE = `mutation ($id: ID!, $input: CampaignUpdateInput!) {
  campaignUpdate(id: $id, input: $input) { campaign { ${SETTINGS} } userErrors { field message code } }
}`;

let app: TestApp;
let shop: string;
let merchant: Ask;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
});

async function update(id: string, input: Record<string, unknown>) {
  return (await merchant(UPDATE, { id, input })).data.campaignUpdate;
}

async function aPassword(id: string, password: string) {
  const { data } = await app.asVisitor()(
    'mutation ($input: GatePasswordInput!) { gateUnlockWithPassword(input: $input) { __typename } }',
    { input: { campaignId: id, password } },
  );
  return data.gateUnlockWithPassword.__typename;
}

test('a new campaign lets in as many as come, at once, with the widget’s own texts', async () => {
  const { id } = await aCampaign(app, shop);

  const { campaign } = await update(id, {});

  expect(campaign).toMatchObject({
    ...{ capacity: null, totalPasses: 0, trustLevel: 'INSTANT', confirmWithinMinutes: 1440, texts: [] },
    ...{ isGuestListOnly: false, hasWaitingList: false, showsEmailFirst: false, hidesProducts: false },
    ...{ consentText: null, accentColor: null, pictureUrl: null },
  });
});

test('every setting is kept as it was given, and stays when something else changes', async () => {
  const { id } = await aCampaign(app, shop);
  const settings = {
    ...{ capacity: 500, trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 60, isGuestListOnly: true },
    ...{
      hasWaitingList: true,
      showsEmailFirst: true,
      hidesProducts: true,
      consentText: 'Write to me.',
      accentColor: '#1a6b54',
    },
    ...{ pictureUrl: 'https://pictures.example/kiln.jpg', texts: [{ name: 'heading', text: 'Come in' }] },
  };

  await update(id, settings);
  const { campaign } = await update(id, { name: 'Renamed' });

  expect(campaign).toMatchObject(settings);
});

test('a copy has the same settings', async () => {
  const { id } = await aCampaign(app, shop);
  await update(id, { capacity: 7, texts: [{ name: 'denied', text: 'Not today' }] });

  const { data } = await merchant(
    `mutation ($id: ID!) { campaignDuplicate(id: $id) { campaign { ${SETTINGS} } userErrors { code } } }`,
    { id },
  );

  const copy = { capacity: 7, texts: [{ name: 'denied', text: 'Not today' }], status: 'DRAFT', activatedAt: null };
  expect(data.campaignDuplicate.campaign).toMatchObject(copy);
});

test('texts are replaced one by one, an empty one gives back the widget’s, null gives back all', async () => {
  const { id } = await aCampaign(app, shop);
  await update(id, { texts: GATE_TEXTS.map((name) => ({ name, text: `Our ${name}` })) });

  const one = await update(id, {
    texts: [
      { name: 'heading', text: ' Hello ' },
      { name: 'denied', text: '  ' },
    ],
  });
  const none = await update(id, { texts: null });

  const texts = new Map(one.campaign.texts.map(({ name, text }: Record<string, string>) => [name, text]));
  expect(texts.get('heading')).toBe('Hello');
  expect(texts.has('denied')).toBe(false);
  expect(texts.size).toBe(GATE_TEXTS.length - 1);
  expect(none.campaign.texts).toEqual([]);
});

describe('refused at its field', () => {
  test.each([
    ['room for nobody', 'capacity', 0, 'INVALID'],
    ['room for less than nobody', 'capacity', -1, 'INVALID'],
    ['room for more than ten million', 'capacity', 10_000_001, 'INVALID'],
    ['four minutes to confirm', 'confirmWithinMinutes', 4, 'INVALID'],
    ['more than thirty days to confirm', 'confirmWithinMinutes', 43_201, 'INVALID'],
    ['a colour by its name', 'accentColor', 'red', 'INVALID'],
    ['a colour that brings more CSS', 'accentColor', '#1a6b54;}', 'INVALID'],
    ['a picture that is a script', 'pictureUrl', 'javascript:alert(1)', 'INVALID'],
    ['a picture that is a script in disguise', 'pictureUrl', ' java\nscript:alert(1)', 'INVALID'],
    ['a picture written out', 'pictureUrl', 'data:image/png;base64,AAAA', 'INVALID'],
    ['a picture without a host', 'pictureUrl', '/kiln.jpg', 'INVALID'],
    ['an endless address', 'pictureUrl', `https://pictures.example/${'x'.repeat(2000)}`, 'TOO_LONG'],
    ['endless words beside the box', 'consentText', 'x'.repeat(1001), 'TOO_LONG'],
    ['a text that no gate has', 'texts', [{ name: '__proto__', text: 'x' }], 'INVALID'],
    ['an endless text', 'texts', [{ name: 'heading', text: 'x'.repeat(501) }], 'TOO_LONG'],
    ['an end in the past', 'endsAt', new Date(Date.now() - 1000).toISOString(), 'INVALID'],
  ])('%s', async (_what, field, value, code) => {
    const { id } = await aCampaign(app, shop);

    const { campaign, userErrors } = await update(id, { [field]: value });

    expect(campaign).toBeNull();
    expect(userErrors).toMatchObject([{ field: ['input', field], code }]);
  });
});

test('the end that has come since does not keep an ended campaign from being changed', async () => {
  const { id } = await aCampaign(app, shop);
  await endCampaign(app, id, new Date(Date.now() - 1000));

  expect((await update(id, { name: 'Over' })).campaign).toMatchObject({ status: 'ENDED' });
});

test('a capacity below the places that are taken says full, and more places open it again', async () => {
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  await aPassword(id, 'first light');
  await aPassword(id, 'first light');

  expect((await update(id, { capacity: 1 })).campaign).toMatchObject({ status: 'FULL', totalPasses: 2 });
  expect(await aPassword(id, 'first light')).toBe('CampaignFull');
  expect((await update(id, { capacity: null })).campaign).toMatchObject({ status: 'LIVE', capacity: null });
  expect(await aPassword(id, 'first light')).toBe('GateOpened');
});
