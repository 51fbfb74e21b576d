import { beforeAll, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../../test/app.ts';
import { aShop } from '../../../test/builders.ts';

const LOOK = 'consentText texts { name text } accentColor pictureUrl';
const SAVE = `mutation ($input: CampaignDefaultsInput!) {
  result: campaignDefaultsSave(input: $input) { campaignDefaults { ${LOOK} } userErrors { field code } }
}`;
const CREATE = `mutation ($input: CampaignCreateInput!) {
  result: campaignCreate(input: $input) { campaign { id ${LOOK} } userErrors { field code } }
}`;

const OURS = { consentText: null, texts: [], accentColor: null, pictureUrl: null };
const THEIRS = {
  ...{ consentText: 'Write to me.', accentColor: '#1a6b54', pictureUrl: 'https://pictures.example/kiln.jpg' },
  texts: [{ name: 'heading', text: 'Come in' }],
};

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

async function aMerchant(): Promise<Ask> {
  return app.asTool(await aShop(app));
}

async function save(merchant: Ask, input: object) {
  return (await merchant(SAVE, { input })).data.result;
}

async function create(merchant: Ask, input: object = {}) {
  return (await merchant(CREATE, { input: { name: 'Drop', accessType: 'EMAIL_SIGNUP', ...input } })).data.result
    .campaign;
}

test('a shop that has set none begins its campaigns with our own texts and look', async () => {
  const merchant = await aMerchant();

  expect((await merchant(`{ shop { campaignDefaults { ${LOOK} } } }`)).data.shop.campaignDefaults).toEqual(OURS);
  expect(await create(merchant)).toMatchObject(OURS);
});

test('a new campaign takes what its input leaves out, and keeps it when the defaults change', async () => {
  const merchant = await aMerchant();
  expect(await save(merchant, THEIRS)).toEqual({ campaignDefaults: THEIRS, userErrors: [] });

  const campaign = await create(merchant);
  await save(merchant, { accentColor: '#000000', texts: null });
  const { data } = await merchant(`query ($id: ID!) { campaign(id: $id) { ${LOOK} } }`, { id: campaign.id });

  expect(campaign).toMatchObject(THEIRS);
  expect(data.campaign).toEqual(THEIRS);
});

test('what the input says goes before: a text beside the others, and null for none', async () => {
  const merchant = await aMerchant();
  await save(merchant, THEIRS);

  const campaign = await create(merchant, {
    ...{ accentColor: null, consentText: 'News?' },
    texts: [{ name: 'denied', text: 'Not today' }],
  });
  const plain = await create(merchant, { texts: null });

  expect(campaign).toMatchObject({ accentColor: null, consentText: 'News?', pictureUrl: THEIRS.pictureUrl });
  expect(campaign.texts).toHaveLength(2);
  expect(campaign.texts).toEqual(expect.arrayContaining([...THEIRS.texts, { name: 'denied', text: 'Not today' }]));
  expect(plain.texts).toEqual([]);
});

test('a change leaves the other defaults, and another shop’s, as they are', async () => {
  const [merchant, other] = [await aMerchant(), await aMerchant()];
  await save(merchant, THEIRS);

  const { campaignDefaults } = await save(merchant, { texts: [{ name: 'opened', text: 'Welcome' }] });

  expect(campaignDefaults.accentColor).toBe(THEIRS.accentColor);
  expect(campaignDefaults.texts).toHaveLength(2);
  expect(await create(other)).toMatchObject(OURS);
});

test.each([
  ['a colour', { accentColor: 'teal' }, { field: ['input', 'accentColor'], code: 'INVALID' }],
  ['a picture’s address', { pictureUrl: 'javascript:alert(1)' }, { field: ['input', 'pictureUrl'], code: 'INVALID' }],
  ['a consent text', { consentText: 'x'.repeat(1001) }, { field: ['input', 'consentText'], code: 'TOO_LONG' }],
  ['a text of no gate', { texts: [{ name: 'slogan', text: 'Hi' }] }, { field: ['input', 'texts'], code: 'INVALID' }],
])('%s that no campaign could have is refused, and nothing is saved', async (_what, input, userError) => {
  const merchant = await aMerchant();
  await save(merchant, THEIRS);

  expect(await save(merchant, input)).toEqual({ campaignDefaults: null, userErrors: [userError] });
  expect(await create(merchant)).toMatchObject(THEIRS);
});
