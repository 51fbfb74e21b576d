import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, type JWK, SignJWT, UnsecuredJWT } from 'jose';

/** One pass, and whether it opens the campaign of the vectors. */
interface Vector {
  readonly name: string;
  readonly pass: string;
  readonly opens: boolean;
}

/** Examples with which who verifies passes tries the own code; all of it is made from fixed keys, for tests alone. */
export interface Vectors {
  readonly issuer: string;
  readonly shop: string;
  readonly campaign: string;
  /** The instant at which the passes are looked at. */
  readonly now: string;
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly vectors: readonly Vector[];
}

const ISSUER = 'https://vip.example';
const SHOP = 'demo-shop.myshopify.com';
const CAMPAIGN = '01936f6e-7c00-7000-8000-000000000001';
const NOW = new Date('2026-11-27T10:00:00Z');
const HOUR = 3_600;
const now = NOW.getTime() / 1000;

const CLAIMS = {
  ...{ iss: ISSUER, aud: SHOP, sub: 'signup:01936f6e-7c00-7000-8000-000000000002', campaign: CAMPAIGN, epoch: 1 },
  ...{ jti: '01936f6e-7c00-7000-8000-000000000003', iat: now - HOUR, exp: now + HOUR },
};

/** Makes them; the same ones each time, because the keys are fixed and EdDSA has no randomness. */
export async function makeVectors(): Promise<Vectors> {
  const [key, foreignKey] = [keyOf(7), keyOf(8)];
  const publicJwk = createPublicKey(key).export({ format: 'jwk' }) as JWK;
  const kid = await calculateJwkThumbprint(publicJwk);
  const sign = (claims: object, signer = key, typ = 'vip-pass+jwt') =>
    new SignJWT({ ...CLAIMS, ...claims }).setProtectedHeader({ alg: 'EdDSA', kid, typ }).sign(signer);
  const valid = await sign({});
  return {
    ...{ issuer: ISSUER, shop: SHOP, campaign: CAMPAIGN, now: NOW.toISOString() },
    jwks: { keys: [{ ...publicJwk, kid, alg: 'EdDSA', use: 'sig' }] },
    vectors: [
      { name: 'valid', pass: valid, opens: true },
      { name: 'expired', pass: await sign({ exp: now - 1 }), opens: false },
      { name: 'of another shop', pass: await sign({ aud: 'other-shop.myshopify.com' }), opens: false },
      { name: 'of another campaign', pass: await sign({ campaign: CAMPAIGN.replace(/1$/, '9') }), opens: false },
      { name: 'of another issuer', pass: await sign({ iss: 'https://other.example' }), opens: false },
      { name: 'signed by another key under our key id', pass: await sign({}, foreignKey), opens: false },
      { name: 'another kind of token of ours', pass: await sign({}, key, 'JWT'), opens: false },
      { name: 'unsigned, with alg none', pass: new UnsecuredJWT(CLAIMS).encode(), opens: false },
      { name: 'with a later expiry written into it', pass: altered(valid, { exp: now + 9_000_000 }), opens: false },
      { name: 'cut short', pass: valid.slice(0, -5), opens: false },
    ],
  };
}

function altered(pass: string, claims: object): string {
  const [header, , signature] = pass.split('.');
  return [header, Buffer.from(JSON.stringify({ ...CLAIMS, ...claims })).toString('base64url'), signature].join('.');
}

/** An Ed25519 key from 32 equal bytes: RFC 8410 gives the frame around them. */
function keyOf(byte: number): KeyObject {
  const frame = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([frame, Buffer.alloc(32, byte)]), format: 'der', type: 'pkcs8' });
}
