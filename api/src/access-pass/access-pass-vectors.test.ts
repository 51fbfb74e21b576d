import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { makeVectors } from '../../test/access-pass-vectors.ts';
import { testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import vectors from '../../test/fixtures/access-pass-vectors.json' with { type: 'json' };

/** What the README tells a third party to do, with nothing but the published keys. */
async function opensFor(pass: string, jwks: JSONWebKeySet): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(pass, createLocalJWKSet(jwks), {
      algorithms: ['EdDSA'],
      typ: 'vip-pass+jwt',
      issuer: vectors.issuer,
      audience: vectors.shop,
      requiredClaims: ['exp', 'sub', 'jti'],
      currentDate: new Date(vectors.now),
    });
    return payload.campaign === vectors.campaign;
  } catch {
    return false;
  }
}

describe('by the published keys alone', () => {
  test.each(vectors.vectors)('the pass "$name": opens is $opens', async ({ pass, opens }) => {
    expect(await opensFor(pass, vectors.jwks)).toBe(opens);
  });
});

test('the committed vectors are those that their maker makes', async () => {
  expect(await makeVectors()).toEqual(vectors);
});

test('the passes that a gate gives out are made as the vectors are', async () => {
  const app = await testApp();
  const { secretLink } = await aCampaign(app, await aShop(app), { accessType: 'SECRET_LINK' });
  const { data } = await app.asVisitor()(
    'mutation ($s: String!) { result: gateUnlockWithSecretLink(input: { secretLink: $s }) { ... on GateOpened { pass } } }',
    { s: secretLink },
  );
  const [made, vector] = [data.result.pass as string, vectors.vectors[0]?.pass ?? ''];

  const { kid, ...header } = decodeProtectedHeader(vector);
  expect(decodeProtectedHeader(made)).toEqual({ ...header, kid: expect.any(String) });
  expect(Object.keys(decodeJwt(made)).toSorted()).toEqual(Object.keys(decodeJwt(vector)).toSorted());
});
