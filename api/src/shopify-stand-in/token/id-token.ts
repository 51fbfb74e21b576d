import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** The claims of an ID token (once called session token). Times are seconds since 1970. */
export interface IdTokenClaims {
  readonly iss: string;
  readonly dest: string;
  readonly aud: string;
  readonly sub: string;
  readonly exp: number;
  readonly nbf: number;
  readonly iat: number;
  readonly jti: string;
  readonly sid: string;
}

/** How long an ID token is good, in seconds. */
export const ID_TOKEN_SECONDS = 60;

/** What Shopify would write into an ID token for a merchant of this shop. */
export function claimsFor({ shop, apiKey, now }: { shop: string; apiKey: string; now: number }): IdTokenClaims {
  const seconds = Math.floor(now / 1000);
  return {
    ...{ iss: `https://${shop}/admin`, dest: `https://${shop}`, aud: apiKey, sub: '90211234567' },
    ...{ exp: seconds + ID_TOKEN_SECONDS, nbf: seconds, iat: seconds, jti: randomUUID(), sid: randomUUID() },
  };
}

/** Signs claims with a secret. `alg` is only written down, never obeyed: tests make tokens that lie. */
export function signIdToken(claims: object, secret: string, alg = 'HS256'): string {
  const content = [{ alg, typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${alg === 'none' ? '' : signature(content, secret)}`;
}

const exchanged = z.object({ dest: z.string(), aud: z.string(), sub: z.string(), exp: z.number(), nbf: z.number() });

/** What the token endpoint asks of an ID token: ours, for this app and shop, and good now. Null: it is not. */
export function readIdToken(
  token: string,
  { shop, apiKey, apiSecret, now }: { shop: string; apiKey: string; apiSecret: string; now: number },
): { readonly sub: string } | null {
  const [header = '', claims = '', signed = ''] = token.split('.');
  if (!isSame(signed, signature(`${header}.${claims}`, apiSecret))) return null;
  const { dest, aud, sub, exp, nbf } = exchanged.parse(JSON.parse(Buffer.from(claims, 'base64url').toString()));
  const seconds = now / 1000;
  const isOurs = dest === `https://${shop}` && aud === apiKey;
  return isOurs && exp > seconds && nbf <= seconds ? { sub } : null;
}

function signature(content: string, secret: string): string {
  return createHmac('sha256', secret).update(content).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
