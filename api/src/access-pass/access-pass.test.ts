import { createLocalJWKSet, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, endCampaign } from '../../test/builders.ts';
import { passExpiry } from './access-pass.ts';

const ACCESS = 'query ($pass: String!) { access(pass: $pass) { expiresAt campaign { id } products { title } } }';
const UNLOCK = `mutation ($secret: String!) {
  gateUnlockWithSecretLink(input: { secretLink: $secret }) { ... on GateOpened { pass } }
}`;

let app: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
});

async function aPass(fields: { endsAt?: string } = {}) {
  const campaign = await aCampaign(app, shop, { accessType: 'SECRET_LINK', ...fields });
  const { data } = await app.asVisitor()(UNLOCK, { secret: campaign.secretLink });
  return { campaign, pass: data.gateUnlockWithSecretLink.pass as string };
}

async function accessBy(pass: string, over = app) {
  return (await over.asVisitor()(ACCESS, { pass })).data.access;
}

function withPart(pass: string, part: number, change: (fields: Record<string, unknown>) => object): string {
  const parts = pass.split('.');
  const fields = JSON.parse(Buffer.from(parts[part] ?? '', 'base64url').toString());
  parts[part] = Buffer.from(JSON.stringify(change(fields))).toString('base64url');
  return parts.join('.');
}

describe('a pass', () => {
  test('opens its campaign, each time', async () => {
    const { campaign, pass } = await aPass();

    expect((await accessBy(pass)).campaign.id).toBe(campaign.id);
    expect((await accessBy(pass)).campaign.id).toBe(campaign.id);
  });

  test('is verified by anybody with the published keys alone, and names shop, campaign and person', async () => {
    const { campaign, pass } = await aPass();
    const response = await app.http.inject('/.well-known/jwks.json');

    const { payload, protectedHeader } = await jwtVerify(pass, createLocalJWKSet(response.json()), { audience: shop });

    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'vip-pass+jwt' });
    expect(payload).toMatchObject({ iss: 'https://vip.example', aud: shop, campaign: campaign.id, epoch: 1 });
    expect(payload.sub).toMatch(/^link:/);
    expect(response.body).not.toContain('"d"');
  });

  test('of a server with another public address opens nothing, though the keys are the same', async () => {
    const { pass } = await aPass();
    const elsewhere = await appOver(app.database, { PUBLIC_URL: 'https://elsewhere.example' });

    expect(await accessBy(pass, elsewhere)).toBeNull();
    expect(await accessBy(pass)).not.toBeNull();
  });

  test('opens at every process, and after the keys are read anew', async () => {
    const { pass } = await aPass();
    const another = await appOver(app.database);

    expect(await accessBy(pass, another)).not.toBeNull();
  });

  test('expires with its campaign, to the second, and after thirty days at the latest', () => {
    const now = new Date('2026-11-27T10:00:00.400Z');

    expect(passExpiry(now, new Date('2026-11-28T00:00:00.900Z'))).toEqual(new Date('2026-11-28T00:00:00.000Z'));
    expect(passExpiry(now, null)).toEqual(new Date('2026-12-27T10:00:00.000Z'));
  });
});

describe('opens nothing', () => {
  test('once its campaign is paused, ended or deleted; and opens again when it is activated', async () => {
    const { campaign, pass } = await aPass();
    const merchant = await app.asTool(shop);

    await merchant('mutation ($id: ID!) { campaignPause(id: $id) { campaign { id } } }', { id: campaign.id });
    expect(await accessBy(pass)).toBeNull();
    await merchant('mutation ($id: ID!) { campaignActivate(id: $id) { campaign { id } } }', { id: campaign.id });
    expect(await accessBy(pass)).not.toBeNull();
    await endCampaign(app, campaign.id, new Date(Date.now() - 1000));
    expect(await accessBy(pass)).toBeNull();
    await merchant('mutation ($id: ID!) { campaignDelete(id: $id) { deletedCampaignId } }', { id: campaign.id });
    expect(await accessBy(pass)).toBeNull();
  });

  test('of an earlier epoch', async () => {
    const { campaign, pass } = await aPass();

    await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id: campaign.id }, data: { passEpoch: 2 } });

    expect(await accessBy(pass)).toBeNull();
  });

  test.each([
    [
      'with another campaign written into it',
      (pass: string) => withPart(pass, 1, (claims) => ({ ...claims, campaign: 'x' })),
    ],
    ['with a later expiry written into it', (pass: string) => withPart(pass, 1, (claims) => ({ ...claims, exp: 9e9 }))],
    [
      'unsigned, with alg none',
      (pass: string) =>
        `${withPart(pass, 0, (head) => ({ ...head, alg: 'none' }))
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
    ],
    ['signed by HMAC with the public key', (pass: string) => withPart(pass, 0, (head) => ({ ...head, alg: 'HS256' }))],
    ['with an unknown key id', (pass: string) => withPart(pass, 0, (head) => ({ ...head, kid: 'unknown' }))],
    ['cut short', (pass: string) => pass.slice(0, -5)],
    ['that is no pass', () => 'not-a-pass'],
    ['that is empty', () => ''],
    ['that is endless', () => 'x'.repeat(10_000)],
  ])('one %s', async (_what, forge) => {
    const { pass } = await aPass();

    expect(await accessBy(forge(pass))).toBeNull();
  });

  test('one that somebody else signed with a key of the same id', async () => {
    const { campaign, pass } = await aPass();
    const kid = JSON.parse(Buffer.from(pass.split('.')[0] ?? '', 'base64url').toString()).kid;
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = await new SignJWT({ campaign: campaign.id, epoch: 1 })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'vip-pass+jwt' })
      .setAudience(shop)
      .setSubject('link:x')
      .setJti('x')
      .setExpirationTime('1h')
      .sign(privateKey);

    expect(await accessBy(forged)).toBeNull();
  });

  test('a session token of the admin, though it is signed by us', async () => {
    const session = await app.services.sessions?.create(shop);

    expect(await accessBy(session?.token ?? '')).toBeNull();
  });
});

test('ten processes that start at once make one signing key', async () => {
  const fresh = await testApp();

  await Promise.all(Array.from({ length: 10 }, () => fresh.services.passes.jwks()));
  const others = await Promise.all(
    Array.from({ length: 10 }, async () => (await appOver(fresh.database)).services.passes.jwks()),
  );

  expect(await fresh.database.prisma.signingKey.count()).toBe(1);
  expect(new Set(others.map(({ keys }) => JSON.stringify(keys))).size).toBe(1);
});

test('the private key lies sealed in the database and opens only in its own row', async () => {
  await app.services.passes.jwks();
  const [row] = await app.database.prisma.signingKey.findMany();

  expect(Buffer.from(row?.sealedPrivateKey ?? []).toString('latin1')).not.toContain('"d"');
});
