import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../../test/app.ts';
import { aCampaign, aShop } from '../../../test/builders.ts';
import { makeUpCode } from './made-up-code.ts';

const CODE = 'accessCode { id name code maxUses totalUses expiresAt revokedAt } userErrors { field message code }';
const LINK =
  'secretLink { id name secretLink hostedPageUrl maxUses totalUses expiresAt revokedAt } userErrors { field message code }';

let app: TestApp;
let shop: string;
let merchant: Ask;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
});

async function change(operation: string, id: string, input?: Record<string, unknown>) {
  const [type, parts] = operation.startsWith('accessCode') ? ['AccessCodeInput', CODE] : ['SecretLinkInput', LINK];
  const name = operation.endsWith('Create') ? 'campaignId' : 'id';
  const document = input
    ? `mutation ($id: ID!, $input: ${type}!) { result: ${operation}(${name}: $id, input: $input) { ${parts} } }`
    : `mutation ($id: ID!) { result: ${operation}(${name}: $id) { ${parts} } }`;
  return (await merchant(document, { id, ...(input && { input }) })).data.result;
}

async function read(id: string) {
  const query = `query ($id: ID!) { campaign(id: $id) {
    password secretLink totalPasses accessCodes { name code totalUses revokedAt } secretLinks { id name secretLink totalUses }
  } }`;
  return (await merchant(query, { id })).data.campaign;
}

async function unlock(campaignId: string, password: string) {
  const { data } = await app.asVisitor(randomAddress())(
    `mutation ($input: GatePasswordInput!) {
      result: gateUnlockWithPassword(input: $input) { __typename ... on GateOpened { pass } }
    }`,
    { input: { campaignId, password } },
  );
  return data.result;
}

async function claim(secretLink: string) {
  const { data } = await app.asVisitor()(
    `mutation ($input: GateSecretLinkInput!) {
      result: gateUnlockWithSecretLink(input: $input) { __typename ... on GateOpened { pass } }
    }`,
    { input: { secretLink } },
  );
  return data.result;
}

async function opens(pass: string): Promise<boolean> {
  const { data } = await app.asVisitor()('query ($pass: String!) { access(pass: $pass) { expiresAt } }', { pass });
  return data.access !== null;
}

function randomAddress(): string {
  return `198.51.100.${Math.floor(Math.random() * 250) + 1}`;
}

const aGate = () => aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });

describe('an access code', () => {
  test('opens beside the first one, is counted by itself and no further than its cap', async () => {
    const { id } = await aGate();
    await change('accessCodeCreate', id, { name: 'For the press', code: 'Ink & Paper', maxUses: 1 });

    expect((await unlock(id, 'ink&paper')).__typename).toBe('GateOpened');
    expect((await unlock(id, 'ink&paper')).__typename).toBe('GateDenied');
    expect((await unlock(id, 'FIRST LIGHT')).__typename).toBe('GateOpened');

    expect(await read(id)).toMatchObject({
      ...{ password: 'first light', totalPasses: 2 },
      accessCodes: [
        { code: 'first light', totalUses: 1 },
        { name: 'For the press', code: 'Ink & Paper', totalUses: 1 },
      ],
    });
  });

  test('is made up where none is given, so that it can be read aloud and opens as it is', async () => {
    const { id } = await aGate();

    const { accessCode } = await change('accessCodeCreate', id, { name: 'Made up' });

    expect(accessCode.code).toMatch(/^[BCDFGHJKMNPQRSTVWXYZ34679]{5} [BCDFGHJKMNPQRSTVWXYZ34679]{5}$/);
    expect((await unlock(id, accessCode.code.toLowerCase())).__typename).toBe('GateOpened');
  });

  test('that is the same as another one, read without case and spaces, is taken', async () => {
    const { id } = await aGate();
    const { accessCode } = await change('accessCodeCreate', id, { name: 'Other', code: 'other' });
    const taken = [{ field: ['input', 'code'], code: 'TAKEN' }];

    const made = await change('accessCodeCreate', id, { name: 'Again', code: ' FIRST  light' });
    const changed = await change('accessCodeUpdate', accessCode.id, { code: 'FirstLight' });
    const { data } = await merchant(
      'mutation ($id: ID!) { campaignUpdate(id: $id, input: { password: "OTHER" }) { campaign { id } userErrors { field code } } }',
      { id },
    );

    expect([made.userErrors, changed.userErrors]).toMatchObject([taken, taken]);
    expect(data.campaignUpdate).toEqual({
      campaign: null,
      userErrors: [{ field: ['input', 'password'], code: 'TAKEN' }],
    });
    expect((await read(id)).accessCodes).toMatchObject([{ code: 'first light' }, { code: 'other' }]);
  });

  test('may be the same as one of another campaign', async () => {
    const [one, other] = [await aGate(), await aGate()];

    expect((await change('accessCodeCreate', one.id, { name: 'A', code: 'twice' })).userErrors).toEqual([]);
    expect((await change('accessCodeCreate', other.id, { name: 'A', code: 'twice' })).userErrors).toEqual([]);
  });

  test('that is revoked opens nothing any more, its passes neither, and it comes last', async () => {
    const { id } = await aGate();
    const { accessCode } = await change('accessCodeCreate', id, { name: 'Leaked', code: 'leaked' });
    const [{ pass: leaked }, { pass: kept }] = [await unlock(id, 'leaked'), await unlock(id, 'first light')];

    const revoked = await change('accessCodeRevoke', accessCode.id);
    const again = await change('accessCodeRevoke', accessCode.id);
    await change('accessCodeCreate', id, { name: 'Newer', code: 'newer' });

    expect(again.accessCode.revokedAt).toBe(revoked.accessCode.revokedAt);
    expect((await unlock(id, 'leaked')).__typename).toBe('GateDenied');
    expect([await opens(leaked), await opens(kept)]).toEqual([false, true]);
    expect((await read(id)).accessCodes.map(({ code }: { code: string }) => code)).toEqual([
      ...['first light', 'newer', 'leaked'],
    ]);
    expect((await change('accessCodeUpdate', accessCode.id, { name: 'Back' })).userErrors).toMatchObject([
      { code: 'INVALID' },
    ]);
  });

  test('that is revoked leaves its text to another one, which opens', async () => {
    const { id } = await aGate();
    const { accessCode } = await change('accessCodeCreate', id, { name: 'Before', code: 'again' });
    await change('accessCodeRevoke', accessCode.id);

    expect((await change('accessCodeCreate', id, { name: 'After', code: 'again' })).userErrors).toEqual([]);
    expect((await unlock(id, 'again')).__typename).toBe('GateOpened');
  });

  test('keeps its uses and its passes under another text', async () => {
    const { id } = await aGate();
    const { accessCode } = await change('accessCodeCreate', id, { name: 'Press', code: 'before', maxUses: 2 });
    const { pass } = await unlock(id, 'before');

    const changed = await change('accessCodeUpdate', accessCode.id, { code: 'after' });

    expect(changed.accessCode).toMatchObject({ name: 'Press', code: 'after', maxUses: 2, totalUses: 1 });
    expect(await opens(pass)).toBe(true);
    expect((await unlock(id, 'before')).__typename).toBe('GateDenied');
  });

  test('the password is the first that is not revoked, and without one the rest can still be saved', async () => {
    const { id } = await aGate();
    await change('accessCodeCreate', id, { name: 'Second', code: 'second light' });
    const first = await app.database.prisma.accessCode.findFirstOrThrow({
      where: { campaignId: id },
      orderBy: { createdAt: 'asc' },
    });

    await change('accessCodeRevoke', first.id);
    expect((await read(id)).password).toBe('second light');

    const second = await app.database.prisma.accessCode.findFirstOrThrow({
      where: { campaignId: id, revokedAt: null },
    });
    await change('accessCodeRevoke', second.id);
    const { data } = await merchant(
      'mutation ($id: ID!) { campaignUpdate(id: $id, input: { name: "Shut" }) { campaign { name password } } }',
      { id },
    );
    expect(data.campaignUpdate.campaign).toEqual({ name: 'Shut', password: null });
  });

  test.each([
    ['no name', { name: ' ' }, ['input', 'name'], 'BLANK'],
    ['an endless name', { name: 'x'.repeat(101) }, ['input', 'name'], 'TOO_LONG'],
    ['a cap of nobody', { maxUses: 0 }, ['input', 'maxUses'], 'INVALID'],
    ['an expiry in the past', { expiresAt: '2020-01-01T00:00:00Z' }, ['input', 'expiresAt'], 'INVALID'],
    ['a text too short', { code: 'a b c' }, ['input', 'code'], 'TOO_SHORT'],
    ['an endless text', { code: 'x'.repeat(201) }, ['input', 'code'], 'TOO_LONG'],
  ])('with %s is refused at that field', async (_what, input, field, code) => {
    const { id } = await aGate();

    const { accessCode, userErrors } = await change('accessCodeCreate', id, { name: 'Press', ...input });

    expect(accessCode).toBeNull();
    expect(userErrors).toMatchObject([{ field, code }]);
  });

  test('is one of a hundred at most, also when they are made at once', async () => {
    const { id } = await aGate();
    const key = { shop, campaignId: id };
    const made = await Promise.all(
      Array.from({ length: 101 }, (_, index) => app.services.accessCodes.create(key, { name: `Code ${index}` })),
    );

    const refusals = made.flatMap(({ userErrors }) => userErrors);
    expect(refusals).toMatchObject([{ code: 'TOO_MANY' }, { code: 'TOO_MANY' }]);
    expect((await read(id)).accessCodes).toHaveLength(100);
  });
});

test('made-up codes never repeat and use every symbol', () => {
  const codes = Array.from({ length: 2_000 }, makeUpCode);

  expect(new Set(codes).size).toBe(2_000);
  expect(new Set(codes.join('').replaceAll(' ', '')).size).toBe(25);
});

describe('a secret link', () => {
  const aLinked = () => aCampaign(app, shop, { accessType: 'SECRET_LINK' });

  test('opens beside the first one, counted by itself and no further than its cap', async () => {
    const { id, secretLink: first } = await aLinked();
    const { secretLink: link } = await change('secretLinkCreate', id, { name: 'For Ada', maxUses: 1 });

    expect(link.hostedPageUrl).toBe(`https://vip.example/c/${link.secretLink}`);
    expect((await claim(link.secretLink)).__typename).toBe('GateOpened');
    expect((await claim(link.secretLink)).__typename).toBe('GateDenied');
    expect((await claim(first)).__typename).toBe('GateOpened');
    expect((await read(id)).secretLinks).toMatchObject([{ totalUses: 1 }, { name: 'For Ada', totalUses: 1 }]);
  });

  test('is spent by nobody who only looks', async () => {
    const { id, secretLink } = await aLinked();
    for (const method of ['GET', 'HEAD'] as const) await app.http.inject({ method, url: `/c/${secretLink}` });

    expect((await read(id)).secretLinks).toMatchObject([{ totalUses: 0 }]);
  });

  test('that is revoked leads nowhere, and its passes open nothing; the others stay', async () => {
    const { id, secretLink: first } = await aLinked();
    const { secretLink: link } = await change('secretLinkCreate', id, { name: 'Leaked' });
    const [{ pass: leaked }, { pass: kept }] = [await claim(link.secretLink), await claim(first)];

    const revoked = await change('secretLinkRevoke', link.id);

    expect(revoked.secretLink.revokedAt).not.toBeNull();
    expect((await claim(link.secretLink)).__typename).toBe('GateDenied');
    expect((await app.http.inject(`/c/${link.secretLink}`)).statusCode).toBe(404);
    expect([await opens(leaked), await opens(kept)]).toEqual([false, true]);
    expect((await read(id)).secretLink).toBe(first);
  });

  test('is rotated with its name and cap, counts anew and stays the first; the others stay', async () => {
    const { id, secretLink: first } = await aLinked();
    const { secretLink: other } = await change('secretLinkCreate', id, { name: 'Other' });
    const links = await app.services.secretLinks.listByCampaigns(shop, [id]);
    await change('secretLinkUpdate', links[0]?.id ?? '', { name: 'Insta', maxUses: 3 });
    await claim(first);

    await merchant('mutation ($id: ID!) { secretLinkRotate(campaignId: $id) { userErrors { code } } }', { id });

    const { secretLink, secretLinks } = await read(id);
    expect(secretLink).not.toBe(first);
    expect(secretLinks).toMatchObject([
      { name: 'Insta', secretLink, totalUses: 0 },
      { name: 'Other', secretLink: other.secretLink },
      { name: 'Insta', secretLink: first, totalUses: 1 },
    ]);
    expect((await claim(other.secretLink)).__typename).toBe('GateOpened');
  });

  test('is rotated by its id, in its own place; one that is revoked or another campaign’s is not', async () => {
    const { id, secretLink: first } = await aLinked();
    const { secretLink: named } = await change('secretLinkCreate', id, { name: 'Press', maxUses: 5 });
    const { id: elsewhere } = await aLinked();
    const rotate = async (campaignId: string, linkId: string) => {
      const { data } = await merchant(
        'mutation ($id: ID!, $linkId: ID) { secretLinkRotate(campaignId: $id, linkId: $linkId) { userErrors { field code } } }',
        { id: campaignId, linkId },
      );
      return data.secretLinkRotate.userErrors;
    };

    expect(await rotate(id, named.id)).toEqual([]);

    const { secretLink, secretLinks } = await read(id);
    expect(secretLink).toBe(first);
    expect(secretLinks).toMatchObject([
      { name: 'First', secretLink: first },
      { name: 'Press', totalUses: 0 },
      { name: 'Press', secretLink: named.secretLink },
    ]);
    expect((await claim(named.secretLink)).__typename).toBe('GateDenied');
    const notFound = [{ field: ['linkId'], code: 'NOT_FOUND' }];
    expect(await rotate(id, named.id)).toEqual(notFound);
    expect(await rotate(elsewhere, secretLinks[1].id)).toEqual(notFound);
    expect(await rotate(id, 'nobody')).toEqual(notFound);
  });

  test('of nobody is not found, and neither is a campaign of nobody', async () => {
    for (const id of [randomUUID(), 'nobody']) {
      expect((await change('secretLinkRevoke', id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect((await change('accessCodeRevoke', id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect((await change('secretLinkCreate', id, { name: 'x' })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect((await change('accessCodeCreate', id, { name: 'x' })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
  });
});
