import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, endCampaign, type MadeCampaign } from '../../test/builders.ts';

const ASK = `query ($id: ID!, $presented: String!) {
  campaignAdmission(campaignId: $id, presented: $presented) {
    kind verdict status steps { rule holds } isGuest isWaiting
    accessCode { name totalUses revokedAt } secretLink { name } signup { email acceptsMarketing }
    accessPass { id isRevoked } elsewhere { name }
  }
}`;
const BY_PASSWORD = `mutation ($id: ID!, $password: String!) {
  gate: gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { ... on GateOpened { pass } }
}`;
const BY_EMAIL = `mutation ($id: ID!, $email: String!) {
  gate: gateUnlockWithEmail(input: { campaignId: $id, email: $email }) { __typename ... on GateOpened { pass } }
}`;
const BY_LINK = `mutation ($secret: String!) {
  gate: gateUnlockWithSecretLink(input: { secretLink: $secret }) { ... on GateOpened { pass } }
}`;

let app: TestApp;
let shop: string;
let merchant: Ask;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
});

async function why(id: string, presented: string, ask = merchant) {
  const { data, errors } = await ask(ASK, { id, presented });
  expect(errors).toBeUndefined();
  return data.campaignAdmission;
}

const failing = ({ steps }: { steps: { rule: string; holds: boolean }[] }) =>
  steps.filter(({ holds }) => !holds).map(({ rule }) => rule);

async function enter(id: string, password: string): Promise<string> {
  return (await app.asVisitor()(BY_PASSWORD, { id, password })).data.gate.pass;
}

const signUp = async (id: string, email: string) => (await app.asVisitor()(BY_EMAIL, { id, email })).data.gate;
const byPassword = (fields = {}) =>
  aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light', ...fields });

describe('an access code', () => {
  test('that opens is told with its uses, however it is written', async () => {
    const { id } = await byPassword();
    await enter(id, 'first light');

    const told = await why(id, ' FIRST  Light ');

    expect(told).toMatchObject({
      kind: 'CODE',
      verdict: 'OPEN',
      status: 'LIVE',
      accessCode: { name: 'First', totalUses: 1 },
    });
    expect(failing(told)).toEqual([]);
  });

  test('that nobody has is unknown', async () => {
    const { id } = await byPassword();

    const told = await why(id, 'frist light');

    expect(told).toMatchObject({ kind: 'CODE', verdict: 'DENIED', accessCode: null });
    expect(failing(told)).toEqual(['CREDENTIAL_KNOWN']);
  });

  test('that was revoked is found and named, which the gate would not do', async () => {
    const { id } = await byPassword();
    const key = { shop, campaignId: id };
    const { accessCode } = await app.services.accessCodes.create(key, { name: 'Press', code: 'night train' });
    await app.services.accessCodes.revoke(shop, accessCode?.id ?? '');

    const told = await why(id, 'night train');

    expect(told.accessCode).toMatchObject({ name: 'Press', revokedAt: expect.any(String) });
    expect(failing(told)).toEqual(['CREDENTIAL_NOT_REVOKED']);
  });

  test('that is used up at a paused, full campaign is told all of that at once', async () => {
    const { id } = await byPassword({ capacity: 1 });
    await enter(id, 'first light');
    await app.database.prisma.accessCode.updateMany({ where: { campaignId: id }, data: { maxUses: 1 } });
    await merchant(`mutation { campaignPause(id: "${id}") { userErrors { code } } }`);

    expect(failing(await why(id, 'first light'))).toEqual(['NOT_PAUSED', 'PLACE_LEFT', 'CREDENTIAL_NOT_USED_UP']);
  });

  test('is judged and spent not at all', async () => {
    const { id } = await byPassword();

    await why(id, 'first light');
    await why(id, 'wrong');

    const { prisma } = app.database;
    expect(await prisma.accessCode.findFirstOrThrow({ where: { campaignId: id } })).toMatchObject({ totalUses: 0 });
    expect(await prisma.guessBudget.count()).toBe(0);
    expect(await prisma.happening.count({ where: { campaignId: id, kind: 'DENIED' } })).toBe(0);
  });
});

describe('a secret link', () => {
  test('is known by its secret, its page’s address and a page with a gate', async () => {
    const { id, secretLink } = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });

    for (const presented of [
      secretLink,
      `https://vip.example/c/${secretLink}`,
      `shop.myshopify.com/apps/vip/c/${secretLink}/`,
      `https://shop.example/early?utm_source=mail&vip=${secretLink}#top`,
    ]) {
      const told = await why(id, presented);
      expect([presented, told.kind, told.verdict, told.secretLink]).toEqual([
        presented,
        'LINK',
        'OPEN',
        { name: 'First' },
      ]);
    }
  });

  test('of another campaign of the shop is said to belong there', async () => {
    const here = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });
    const there = await aCampaign(app, shop, { accessType: 'SECRET_LINK', name: 'Spring drop' });

    const told = await why(here.id, there.secretLink);

    expect(told).toMatchObject({ kind: 'LINK', verdict: 'DENIED', elsewhere: { name: 'Spring drop' } });
  });

  test('does not open where something is to be typed', async () => {
    const { id, secretLink } = await byPassword();

    expect(failing(await why(id, secretLink))).toEqual(['WAY_FITS']);
  });
});

describe('an e-mail address', () => {
  test('is told with its sign-up, its place, the guest list and the waiting list', async () => {
    const { id } = await aCampaign(app, shop);
    await signUp(id, 'Ada@example.com');
    await app.database.prisma.guest.create({ data: { shop, campaignId: id, emailKey: 'ada@example.com' } });

    const told = await why(id, 'ada@EXAMPLE.com');

    expect(told).toMatchObject({
      ...{ kind: 'EMAIL', verdict: 'OPEN', isGuest: true, isWaiting: false },
      ...{ signup: { email: 'Ada@example.com' }, accessPass: { isRevoked: false } },
    });
  });

  test('that is no guest gets in after the merchant has put it on the list', async () => {
    const { id } = await aCampaign(app, shop, { isGuestListOnly: true });
    expect(failing(await why(id, 'grace@example.com'))).toEqual(['ON_GUEST_LIST']);

    const add = `mutation ($id: ID!, $email: String!) { guestAdd(campaignId: $id, email: $email) { campaign { guestsCount } userErrors { code } } }`;
    const added = await merchant(add, { id, email: 'Grace@example.com' });
    const again = await merchant(add, { id, email: 'grace@example.com' });
    const wrong = await merchant(add, { id, email: 'grace' });

    expect([added, again].map(({ data }) => data.guestAdd.campaign.guestsCount)).toEqual([1, 1]);
    expect(wrong.data.guestAdd).toEqual({ campaign: null, userErrors: [{ code: 'INVALID' }] });
    expect((await why(id, 'grace@example.com')).verdict).toBe('OPEN');
    expect((await signUp(id, 'grace@example.com')).__typename).toBe('GateOpened');
  });

  test('whose access was taken away has it back everywhere once the merchant gives it back', async () => {
    const { id } = await aCampaign(app, shop);
    const { pass } = await signUp(id, 'ada@example.com');
    const opens = async () => (await app.asVisitor()(`{ access(pass: "${pass}") { expiresAt } }`)).data.access !== null;
    const { accessPass } = await why(id, 'ada@example.com');
    await app.services.passList.revoke(shop, accessPass.id);
    expect(failing(await why(id, 'ada@example.com'))).toEqual(['PLACE_NOT_REVOKED']);
    expect(failing(await why(id, pass))).toEqual(['PLACE_NOT_REVOKED']);
    expect(await opens()).toBe(false);

    await merchant(
      `mutation { accessPassRestore(id: "${accessPass.id}") { accessPass { isRevoked } userErrors { code } } }`,
    );

    expect((await why(id, 'ada@example.com')).verdict).toBe('OPEN');
    expect(await opens()).toBe(true);
    expect((await signUp(id, 'ada@example.com')).__typename).toBe('GateOpened');
  });

  test('that is to be proved first is told so', async () => {
    const mailing = await appOver(app.database, { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'shop@vip.example' });
    const { id } = await aCampaign(mailing, shop, { trustLevel: 'CONFIRM_FIRST' });

    const told = await why(id, 'ada@example.com');

    expect([told.verdict, failing(told)]).toEqual(['CONFIRM', ['ADDRESS_CONFIRMED']]);
  });
});

describe('an access pass', () => {
  let campaign: MadeCampaign;
  let pass: string;

  beforeAll(async () => {
    campaign = await byPassword();
    pass = await enter(campaign.id, 'first light');
  });

  test('that is good is told with its place', async () => {
    const told = await why(campaign.id, pass);

    expect(told).toMatchObject({ kind: 'PASS', verdict: 'OPEN', accessPass: { isRevoked: false } });
  });

  test('that was altered is none', async () => {
    const told = await why(campaign.id, `${pass.slice(0, -4)}AAAA`);

    expect([told.verdict, failing(told), told.accessPass]).toEqual(['DENIED', ['PASS_GENUINE'], null]);
  });

  test('of another campaign of the shop is said to belong there', async () => {
    const other = await aCampaign(app, shop, { name: 'Spring drop' });

    const told = await why(other.id, pass);

    expect(told).toMatchObject({ verdict: 'DENIED', elsewhere: { name: 'Winter drop' }, accessPass: null });
    expect(failing(told)).toEqual(['PASS_OF_CAMPAIGN']);
  });

  test('of a campaign that has ended says so', async () => {
    const short = await byPassword({ endsAt: new Date(Date.now() + 60_000).toISOString() });
    const shortPass = await enter(short.id, 'first light');
    await endCampaign(app, short.id, new Date(Date.now() - 1_000));

    const told = await why(short.id, shortPass);

    expect([told.status, told.verdict, failing(told)]).toEqual(['ENDED', 'NOT_OPEN', ['NOT_ENDED']]);
  });

  test('is revoked with all others of its campaign, and with its link', async () => {
    const linked = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });
    const { data } = await app.asVisitor()(BY_LINK, { secret: linked.secretLink });
    await merchant(`mutation { secretLinkRotate(campaignId: "${linked.id}") { userErrors { code } } }`);
    expect(failing(await why(linked.id, data.gate.pass))).toEqual(['CREDENTIAL_NOT_REVOKED']);

    await merchant(`mutation { campaignPassesRevoke(campaignId: "${campaign.id}") { userErrors { code } } }`);
    expect(failing(await why(campaign.id, pass))).toEqual(['PASSES_NOT_REVOKED']);
  });
});

test('what belongs to another shop is told in the words for what nobody has', async () => {
  const foreign = await aShop(app, 'Foreign');
  const theirs = await aCampaign(app, foreign, { accessType: 'SECRET_LINK' });
  const { data } = await app.asVisitor()(BY_LINK, { secret: theirs.secretLink });
  const { id } = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });
  const nobodys = 'A'.repeat(24);

  expect(await why(id, `https://vip.example/c/${theirs.secretLink}`)).toEqual(
    await why(id, `https://vip.example/c/${nobodys}`),
  );
  expect(await why(id, theirs.secretLink)).toEqual(await why(id, nobodys));
  expect(await why(id, data.gate.pass)).toEqual(await why(id, `${data.gate.pass.slice(0, -4)}AAAA`));
});

test('nothing that was presented is logged', async () => {
  const lines: string[] = [];
  const log = new PassThrough().on('data', (line) => lines.push(String(line)));
  const logging = await appOver(app.database, { LOG_LEVEL: 'trace' }, { log });
  const { id } = await byPassword();

  await why(id, 'ada@example.com', await logging.asTool(shop));
  await why(id, 'first light', await logging.asTool(shop));

  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('')).not.toMatch(/ada@example|first light/);
});
