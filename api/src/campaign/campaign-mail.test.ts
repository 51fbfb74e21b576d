import { beforeAll, expect, test } from 'vitest';
import { type Ask, appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const SHOPIFY = {
  ...{ SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret' },
  APP_KEY: Buffer.alloc(32, 7).toString('base64'),
};
const SMTP = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'early@vip.example' };

let mailing: TestApp;
let shop: string;
let mute: Ask;

beforeAll(async () => {
  mailing = await testApp({ ...SHOPIFY, ...SMTP });
  shop = await aShop(mailing);
  mute = await (await appOver(mailing.database, SHOPIFY)).asTool(shop);
});

const UPDATE = `mutation ($id: ID!, $input: CampaignUpdateInput!) {
  result: campaignUpdate(id: $id, input: $input) { campaign { name trustLevel } userErrors { field message code } } }`;

const create = (input: Record<string, unknown>) =>
  mute(
    `mutation ($input: CampaignCreateInput!) {
      result: campaignCreate(input: $input) { campaign { trustLevel } userErrors { field message code } } }`,
    { input: { name: 'Winter drop', accessType: 'EMAIL_SIGNUP', ...input } },
  );

test.each(['CONFIRM_FIRST', 'CONFIRM_LATER'])(
  'a server without a mail server saves no campaign with %s, and names the setting',
  async (trustLevel) => {
    const { data } = await create({ trustLevel });
    expect(data.result).toMatchObject({
      campaign: null,
      userErrors: [{ field: ['input', 'trustLevel'], code: 'INVALID', message: expect.stringContaining('SMTP_URL') }],
    });
  },
);

test('it saves what needs no mail', async () => {
  const instant = await create({ trustLevel: 'INSTANT' });
  const byCode = await create({ accessType: 'PASSWORD', password: 'open sesame', trustLevel: 'CONFIRM_FIRST' });
  expect(instant.data.result.userErrors).toEqual([]);
  expect(byCode.data.result.userErrors).toEqual([]);
});

test('a campaign that confirmed addresses before can still be changed, and no other becomes one', async () => {
  const before = await aCampaign(mailing, shop, { accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_FIRST' });
  const instant = await aCampaign(mailing, shop, { accessType: 'EMAIL_SIGNUP' });

  const renamed = await mute(UPDATE, { id: before.id, input: { name: 'Spring drop' } });
  const turned = await mute(UPDATE, { id: instant.id, input: { trustLevel: 'CONFIRM_LATER' } });

  expect(renamed.data.result).toEqual({
    campaign: { name: 'Spring drop', trustLevel: 'CONFIRM_FIRST' },
    userErrors: [],
  });
  expect(turned.data.result.userErrors).toMatchObject([{ field: ['input', 'trustLevel'] }]);
});

const ACTIVATE = `mutation ($id: ID!) {
  result: campaignActivate(id: $id) { campaign { status } userErrors { field message code } } }`;

test('a campaign that would wait for mails is not activated once the mail server is gone, and is again with “instant”', async () => {
  const before = await aCampaign(mailing, shop, {
    ...{ accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_FIRST', isActive: false },
  });

  const refused = await mute(ACTIVATE, { id: before.id });
  const changed = await mute(UPDATE, { id: before.id, input: { isActive: true } });

  expect(refused.data.result).toEqual({
    campaign: null,
    userErrors: [{ field: ['id'], code: 'INVALID', message: expect.stringContaining('SMTP_URL') }],
  });
  expect(changed.data.result.userErrors).toMatchObject([{ field: ['input', 'trustLevel'] }]);

  await mute(UPDATE, { id: before.id, input: { trustLevel: 'INSTANT' } });
  expect((await mute(ACTIVATE, { id: before.id })).data.result).toMatchObject({
    ...{ campaign: { status: 'LIVE' }, userErrors: [] },
  });
});

test('a campaign that waits for mails can still be paused', async () => {
  const { id } = await aCampaign(mailing, shop, { accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_FIRST' });

  const { data } = await mute('mutation ($id: ID!) { result: campaignPause(id: $id) { userErrors { code } } }', { id });

  expect(data.result.userErrors).toEqual([]);
});
