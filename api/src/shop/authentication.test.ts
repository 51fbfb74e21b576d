import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { asker, type TestApp, testApp } from '../../test/app.ts';
import { aShop } from '../../test/builders.ts';
import { ApiTokenScope } from './api-token-scope.ts';

const WHO = '{ shop { domain } }';

let app: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
});

function askWith(authorization: string | null) {
  return asker(app.http, '/admin/graphql', { headers: authorization === null ? {} : { authorization } });
}

async function newToken() {
  const made = await app.services.apiTokens.create(shop, { name: 'tool', scopes: [ApiTokenScope.read_settings] });
  if (!made.token || !made.apiToken) throw new Error('The token was refused.');
  return { token: made.token, id: made.apiToken.id };
}

describe('an API token', () => {
  test('speaks for its shop', async () => {
    const { token } = await newToken();

    expect((await askWith(`Bearer ${token}`)(WHO)).data.shop.domain).toBe(shop);
  });

  test('is kept as a digest only, and shown never again', async () => {
    const { token, id } = await newToken();
    const row = await app.database.prisma.apiToken.findUniqueOrThrow({ where: { shop_id: { shop, id } } });

    expect(Buffer.from(row.tokenDigest)).toEqual(createHash('sha256').update(token).digest());
    const { data } = await askWith(`Bearer ${token}`)('{ apiTokens { nodes { id name scopes lastUsedAt } } }');
    expect(JSON.stringify(data)).not.toContain(token);
    expect(data.apiTokens.nodes.find((node: { id: string }) => node.id === id)).toMatchObject({
      ...{ name: 'tool', scopes: ['read_settings'], lastUsedAt: expect.any(String) },
    });
  });

  test('opens nothing once it is revoked', async () => {
    const { token, id } = await newToken();
    await app.services.apiTokens.revoke(shop, id);

    expect((await askWith(`Bearer ${token}`)(WHO)).status).toBe(401);
  });
});

describe('nobody is let in', () => {
  test.each([
    ['nothing', null],
    ['a made-up API token', 'Bearer vip_made-up'],
    ['a made-up session token', 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.AAAA'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['an empty token', 'Bearer '],
  ])('with %s', async (_what, authorization) => {
    const { status, errors } = await askWith(authorization)(WHO);

    expect(status).toBe(401);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('with a session token that somebody else signed, or an unsigned one', async () => {
    const forged = await new SignJWT().setProtectedHeader({ alg: 'HS256' }).setSubject(shop).sign(new Uint8Array(32));
    const claims = Buffer.from(JSON.stringify({ sub: shop, iss: 'vip-early-access-pass', exp: 9e9 })).toString(
      'base64url',
    );
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;

    expect((await askWith(`Bearer ${forged}`)(WHO)).status).toBe(401);
    expect((await askWith(`Bearer ${unsigned}`)(WHO)).status).toBe(401);
  });

  test('even to look at the schema', async () => {
    expect((await askWith(null)('{ __schema { types { name } } }')).status).toBe(401);
  });
});

describe('a new API token', () => {
  test.each([
    ['a name', { name: ' ', scopes: ['read_settings'] }, [{ field: ['input', 'name'], code: 'BLANK' }]],
    [
      'a short name',
      { name: 'x'.repeat(101), scopes: ['read_settings'] },
      [{ field: ['input', 'name'], code: 'TOO_LONG' }],
    ],
    ['a scope', { name: 'tool', scopes: [] }, [{ field: ['input', 'scopes'], code: 'REQUIRED' }]],
  ])('needs %s', async (_what, input, userErrors) => {
    const ask = await app.asTool(shop);

    const { data } = await ask(
      'mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { token userErrors { field code } } }',
      { input },
    );

    expect(data.apiTokenCreate).toEqual({ token: null, userErrors });
  });
});
