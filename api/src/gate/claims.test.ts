import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Prisma } from '../../../prisma/client/client.ts';
import { appOver, patiently, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, type MadeCampaign } from '../../test/builders.ts';
import { UNKNOWN_VISITOR } from '../analytics/visitor-traits.ts';
import { createClaimRecorder } from './claim.recorder.ts';

const PASSWORD = `mutation ($id: ID!, $password: String!) {
  gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { __typename ... on GateOpened { pass } }
}`;
const EMAIL = `mutation ($input: GateEmailInput!) {
  gateUnlockWithEmail(input: $input) { __typename ... on GateOpened { pass expiresAt confirmBy } }
}`;
const LINK = `mutation ($secret: String!) {
  gateUnlockWithSecretLink(input: { secretLink: $secret }) { __typename ... on GateOpened { pass } }
}`;
const ACCESS = 'query ($pass: String!) { access(pass: $pass) { campaign { id status } } }';

let app: TestApp;
let another: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  another = await appOver(app.database);
  shop = await aShop(app);
});

async function withRules(campaign: MadeCampaign, data: Prisma.EarlyAccessCampaignUpdateManyMutationInput) {
  await app.database.prisma.earlyAccessCampaign.updateMany({ where: { shop, id: campaign.id }, data });
  return campaign;
}

async function byPassword(id: string, password = 'first light', over = app) {
  return (await patiently(over.asVisitor())(PASSWORD, { id, password })).data.gateUnlockWithPassword;
}

async function byEmail(campaignId: string, email: string, input: Record<string, unknown> = {}, over = app) {
  return (await patiently(over.asVisitor())(EMAIL, { input: { campaignId, email, ...input } })).data
    .gateUnlockWithEmail;
}

async function accessBy(pass: string) {
  return (await app.asVisitor()(ACCESS, { pass })).data.access;
}

function count(answers: readonly { __typename: string }[], kind: string): number {
  return answers.filter(({ __typename }) => __typename === kind).length;
}

describe('places', () => {
  test('of a thousand people who come at once to two processes exactly as many get in as there are places', async () => {
    const { id } = await withRules(
      await aCampaign(app, shop, { accessType: 'PASSWORD_OR_EMAIL', password: 'first light' }),
      {
        capacity: 50,
      },
    );

    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, person) => {
        const over = person % 2 === 0 ? app : another;
        return person % 4 < 2 ? byPassword(id, 'first light', over) : byEmail(id, `p${person}@example.com`, {}, over);
      }),
    );

    expect(count(answers, 'GateOpened')).toBe(50);
    expect(count(answers, 'CampaignFull')).toBe(950);
    expect(new Set(answers.flatMap(({ pass }) => pass ?? [])).size).toBe(50);
    expect(await app.database.prisma.accessPass.count({ where: { shop, campaignId: id } })).toBe(50);
    const campaign = await app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id } });
    const signups = await app.database.prisma.signup.count({ where: { shop, campaignId: id } });
    expect(campaign).toMatchObject({ totalPasses: 50, totalSignups: signups });
  });

  test('an address that has a place keeps it and gets in when all are taken, and nobody else does', async () => {
    const { id } = await withRules(await aCampaign(app, shop), { capacity: 1 });

    const first = await byEmail(id, 'ada@example.com');
    const again = await byEmail(id, ' ADA@example.com');
    const stranger = await byEmail(id, 'grace@example.com');

    expect([first, again, stranger].map(({ __typename }) => __typename)).toEqual([
      'GateOpened',
      'GateOpened',
      'CampaignFull',
    ]);
    expect((await accessBy(first.pass)).campaign.status).toBe('FULL');
    expect((await app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id } })).totalPasses).toBe(1);
  });

  test('who is refused because all places are taken has not signed up', async () => {
    const { id } = await withRules(await aCampaign(app, shop), { capacity: 0 });

    expect((await byEmail(id, 'ada@example.com')).__typename).toBe('CampaignFull');
    expect(await app.database.prisma.signup.count({ where: { campaignId: id } })).toBe(0);
  });

  test('a full campaign answers a right and a wrong password alike', async () => {
    const { id } = await withRules(await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' }), {
      capacity: 0,
    });

    expect(await byPassword(id)).toEqual(await byPassword(id, 'wrong guess'));
  });

  test('a deleted sign-up gives its place back, and its pass opens nothing', async () => {
    const { id } = await withRules(await aCampaign(app, shop), { capacity: 1 });
    const { pass } = await byEmail(id, 'ada@example.com');
    const signup = await app.database.prisma.signup.findFirstOrThrow({ where: { campaignId: id } });

    await app.services.signups.delete(shop, signup.id);

    expect(await accessBy(pass)).toBeNull();
    expect((await byEmail(id, 'grace@example.com')).__typename).toBe('GateOpened');
  });
});

describe('access codes', () => {
  test('one that lets one person in lets one of twenty in, and is counted by itself', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    await app.database.prisma.accessCode.updateMany({ where: { shop, campaignId: id }, data: { maxUses: 1 } });

    const visits = Array.from({ length: 20 }, (_, person) =>
      app
        .asVisitor(`198.51.100.${person}`)(PASSWORD, { id, password: 'first light' })
        .then(({ data }) => data.gateUnlockWithPassword),
    );

    expect(count(await Promise.all(visits), 'GateOpened')).toBe(1);
    const code = await app.database.prisma.accessCode.findFirstOrThrow({ where: { shop, campaignId: id } });
    expect(code.totalUses).toBe(1);
  });

  test.each([
    ['expired', { expiresAt: new Date(Date.now() - 1) }],
    ['revoked', { revokedAt: new Date() }],
    ['used up', { maxUses: 0 }],
  ])('one that is %s is refused as an unknown one is', async (_what, data) => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    await app.database.prisma.accessCode.updateMany({ where: { shop, campaignId: id }, data });

    expect(await byPassword(id)).toEqual(await byPassword(id, 'wrong guess'));
  });

  test('who came in by a code that is revoked later is out', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    const { pass } = await byPassword(id);

    await app.database.prisma.accessCode.updateMany({
      where: { shop, campaignId: id },
      data: { revokedAt: new Date() },
    });

    expect(await accessBy(pass)).toBeNull();
  });
});

test('a secret link lets in as many as it may, and who came in by one that is revoked later is out', async () => {
  const { id, secretLink: secret } = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });
  await app.database.prisma.secretLink.updateMany({ where: { shop, campaignId: id }, data: { maxUses: 2 } });

  const visits = await Promise.all(Array.from({ length: 10 }, () => app.asVisitor()(LINK, { secret })));
  const answers = visits.map(({ data }) => data.gateUnlockWithSecretLink);

  expect(count(answers, 'GateOpened')).toBe(2);
  const pass = answers.find((answer) => answer.pass)?.pass;
  await app.database.prisma.secretLink.updateMany({ where: { shop, campaignId: id }, data: { revokedAt: new Date() } });
  expect(await accessBy(pass)).toBeNull();
});

test('a single pass can be revoked, and its address does not get in again', async () => {
  const { id } = await aCampaign(app, shop);
  const { pass } = await byEmail(id, 'ada@example.com');
  const { pass: other } = await byEmail(id, 'grace@example.com');
  const signup = await app.database.prisma.signup.findFirstOrThrow({
    where: { campaignId: id, emailKey: 'ada@example.com' },
  });

  await app.database.prisma.accessPass.updateMany({ where: { signupId: signup.id }, data: { revokedAt: new Date() } });

  expect(await accessBy(pass)).toBeNull();
  expect(await accessBy(other)).not.toBeNull();
  expect((await byEmail(id, 'ada@example.com')).__typename).toBe('GateDenied');
});

describe('the guest list', () => {
  test('lets in who is on it, however typed, and answers everybody else as it answers a wrong guess', async () => {
    const { id } = await withRules(await aCampaign(app, shop), { isGuestListOnly: true });
    await app.database.prisma.guest.create({ data: { shop, campaignId: id, emailKey: 'ada@example.com' } });

    expect((await byEmail(id, ' Ada@Example.com ')).__typename).toBe('GateOpened');
    expect(await byEmail(id, 'grace@example.com')).toEqual({ __typename: 'GateDenied' });
    expect(await app.database.prisma.signup.count({ where: { campaignId: id, emailKey: 'grace@example.com' } })).toBe(
      0,
    );
  });
});

describe('consent', () => {
  test('is kept with the words that were shown, their version and language, the page and the answer', async () => {
    const { id } = await aCampaign(app, shop);
    const page = 'https://shop.example/early?vip=secret#gate';

    await byEmail(id, 'ada@example.com', { acceptsMarketing: true, consentText: 'Ja, gern.', language: 'de', page });

    const [consent] = await app.database.prisma.consent.findMany({ where: { shop, signup: { campaignId: id } } });
    expect(consent).toMatchObject({
      isGiven: true,
      text: 'Ja, gern.',
      language: 'de',
      page: 'https://shop.example/early',
    });
    expect(consent?.textVersion).toMatch(/^[0-9a-f]{12}$/);
  });

  test('that is refused is on record too, and one that is given later is added to it', async () => {
    const { id } = await aCampaign(app, shop);

    await byEmail(id, 'ada@example.com', { acceptsMarketing: false, consentText: 'News?' });
    await byEmail(id, 'ada@example.com', { acceptsMarketing: true, consentText: 'News?' });
    await byEmail(id, 'ada@example.com', { acceptsMarketing: true, consentText: 'News?' });

    const consents = await app.database.prisma.consent.findMany({
      ...{ where: { shop, signup: { campaignId: id } }, orderBy: { answeredAt: 'asc' } as const },
    });
    expect(consents.map(({ isGiven }) => isGiven)).toEqual([false, true]);
  });

  test('a hosted page is on record without the secret in its address', async () => {
    const { id, secretLink } = await aCampaign(app, shop);

    await byEmail(id, 'ada@example.com', { page: `https://vip.example/c/${secretLink}` });
    await byEmail(id, 'grace@example.com', { page: `https://${shop}/apps/vip/c/${secretLink}?x=1` });
    await byEmail(id, 'alan@example.com', { page: `https://${shop}/pages/c/early` });

    const consents = await app.database.prisma.consent.findMany({
      ...{ where: { shop, signup: { campaignId: id } }, orderBy: { answeredAt: 'asc' } as const },
    });
    expect(consents.map(({ page }) => page)).toEqual([
      ...['https://vip.example/c/', `https://${shop}/apps/vip/c/`, `https://${shop}/pages/c/early`],
    ]);
  });
});

test('a claim that the database refuses fails alone: who came with it is in, in order, and counted', async () => {
  const { id } = await withRules(await aCampaign(app, shop), { capacity: 5 });
  const claim = createClaimRecorder(app.database.pipeline, app.services.happenings.write, () => {});
  const consent = { text: 'News?', language: 'en', page: null };
  const claims = Array.from({ length: 9 }, (_, person) => {
    const email = `p${person}@example.com`;
    const names = { firstName: person === 2 ? 'no\0body' : null, lastName: null };
    const signup = { ...{ email, emailKey: email, ...names }, acceptsMarketing: true, isProof: false, consent };
    const claimed = { shop, campaignId: id, placeId: randomUUID(), by: 'email', traits: UNKNOWN_VISITOR } as const;
    return claim({ ...claimed, isGuest: false, isConfirmed: false, signup });
  });

  const verdicts = (await Promise.allSettled(claims)).map((settled) =>
    settled.status === 'fulfilled' ? settled.value?.decision.verdict : 'failed',
  );

  const open = ['OPEN', 'OPEN', 'failed', 'OPEN', 'OPEN', 'OPEN'];
  expect(verdicts).toEqual([...open, 'FULL', 'FULL', 'FULL']);
  const campaign = await app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id } });
  expect(campaign).toMatchObject({ totalPasses: 5, totalSignups: 5 });
  expect(await app.database.prisma.consent.count({ where: { shop, signup: { campaignId: id } } })).toBe(5);
});

test('a robot that fills the trap is refused as anybody is, and nothing of it is kept', async () => {
  const { id } = await aCampaign(app, shop);

  expect(await byEmail(id, 'robot@example.com', { website: 'https://spam.example' })).toEqual({
    __typename: 'GateDenied',
  });
  expect(await app.database.prisma.signup.count({ where: { campaignId: id } })).toBe(0);
});
