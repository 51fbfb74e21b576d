import { createHmac, timingSafeEqual } from 'node:crypto';

/** The app's client secret, and the one before it where it was rotated: for a while Shopify still signs with that one. */
export interface WebhookSecrets {
  readonly current: string;
  readonly previous: string | null;
}

/**
 * Whether Shopify signed these very bytes: `signature` is the header `X-Shopify-Hmac-Sha256`, HMAC-SHA-256 of the raw body
 * under the client secret, in base64. Compared in constant time, against both secrets in any case.
 */
export function isSignedByShopify(body: Uint8Array, signature: string, secrets: WebhookSecrets): boolean {
  const given = Buffer.from(signature, 'base64');
  const matches = [secrets.current, secrets.previous ?? secrets.current].map((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return matches.includes(true);
}
