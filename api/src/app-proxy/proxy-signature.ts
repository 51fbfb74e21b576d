import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a forwarded request is held against. */
export interface ProxyTrust {
  /** The app's client secrets: the one of now, and the one before for as long as it is set. */
  readonly secrets: readonly string[];
  /** Milliseconds since 1970. */
  now(): number;
}

/** How far the request's timestamp may be from our clock, in seconds: what Shopify's own library allows. */
const TOLERANCE_SECONDS = 90;

/** What Shopify adds to the visitor's own parameters. */
const SHOPIFYS_OWN = ['shop', 'timestamp', 'path_prefix', 'logged_in_customer_id'] as const;

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
const TIMESTAMP = /^\d{1,12}$/;
const SIGNATURE = /^[0-9a-f]{64}$/;

/**
 * The shop for which Shopify forwarded a request to the app proxy, or null where that is not proved. `query` is the raw text behind
 * the `?`. Shopify signs the parameters without `signature` as `key=value`, repeated keys joined by commas, sorted, one behind the other
 * without anything between, by HMAC-SHA-256 in hex with the client secret. It signs neither path nor body.
 */
export function signedShop(query: string, { secrets, now }: ProxyTrust): string | null {
  const parameters = valuesByKey(query);
  const shop = only(parameters, 'shop', SHOP);
  const timestamp = only(parameters, 'timestamp', TIMESTAMP);
  const signature = only(parameters, 'signature', SIGNATURE);
  if (shop === null || timestamp === null || signature === null) return null;
  if (Math.abs(Math.trunc(now() / 1000) - Number(timestamp)) > TOLERANCE_SECONDS) return null;
  const text = signedText(parameters);
  if (hasForgedSeam(text)) return null;
  return secrets.some((secret) => isSignedWith(secret, text, signature)) ? shop : null;
}

function valuesByKey(query: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(query)) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}

/** A parameter's value, if it stands there once and has its form. */
function only(parameters: ReadonlyMap<string, readonly string[]>, key: string, form: RegExp): string | null {
  const [value, ...others] = parameters.get(key) ?? [];
  return value !== undefined && others.length === 0 && form.test(value) ? value : null;
}

function signedText(parameters: ReadonlyMap<string, readonly string[]>): string {
  return [...parameters]
    .filter(([key]) => key !== 'signature')
    .map(([key, values]) => Buffer.from(`${key}=${values.join(',')}`))
    .sort(Buffer.compare)
    .join('');
}

/**
 * Nothing stands between the parameters that are signed, so that a visitor of one shop could have `x=1shop=another.myshopify.com` signed and
 * cut the text elsewhere: the signature would be right, and the shop another. Where each of Shopify's names stands once in the whole
 * text, there is one way to cut it.
 */
function hasForgedSeam(text: string): boolean {
  return SHOPIFYS_OWN.some((name) => text.split(`${name}=`).length > 2);
}

function isSignedWith(secret: string, text: string, signature: string): boolean {
  const right = createHmac('sha256', secret).update(text).digest();
  return timingSafeEqual(right, Buffer.from(signature, 'hex'));
}
