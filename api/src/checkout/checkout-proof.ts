import { createHmac } from 'node:crypto';
import type { HeldPass } from '../access-pass/access-pass.ts';
import type { CheckoutKey } from './checkout-key.ts';
import { packedId, shortId } from './short-id.ts';

/** What a proof says: whose pass opens which product, for how many, until when. */
export interface ProofFacts {
  /** Shopify's gid of the product. */
  readonly productId: string;
  /** The most pieces of the product in one order; null: as many as they like. */
  readonly mostPieces: number | null;
  readonly pass: HeldPass;
}

const VERSION = '1';
/** 128 bits of the MAC, 96 of the person's digest. */
const MAC_BYTES = 16;
const PERSON_BYTES = 12;
const ANYBODY = '-'.repeat(16);
const SHOPIFY_PRODUCT = /^gid:\/\/shopify\/Product\/(\d+)$/;
/** What the function can compare: it knows no Unicode forms and no IDNA, and Shopify may write such a domain in either way. */
const PLAIN_ADDRESS = /^[\x21-\x7e]+$/;

/**
 * Writes the proof for a line of the cart, nine fields joined by points:
 * `1.<key id>.<limit>.<expires>.<person>.<origin>.<pass>.<product>.<mac>`, all of it safe in an address. Who reads it: the function
 * in `extensions/checkout-gate`. Null for a product that is not Shopify's. No I/O, about 10 µs.
 */
export function checkoutProof({ id, key }: CheckoutKey, { productId, mostPieces, pass }: ProofFacts): string | null {
  const product = SHOPIFY_PRODUCT.exec(productId)?.[1];
  if (product === undefined) return null;
  const expires = Math.ceil(pass.expiresAt.getTime() / 60_000);
  const person = personDigest(key, pass.emailKey);
  const origin = shortId(pass.person.slice(pass.person.indexOf(':') + 1));
  const signed = [VERSION, id, mostPieces ?? 0, expires, person, origin, packedId(pass.id), product].join('.');
  return `${signed}.${mac(key, signed, MAC_BYTES)}`;
}

/** Ties a proof to an address without naming it: only who has the key can tell whose it is. */
function personDigest(key: Uint8Array, emailKey: string | null): string {
  if (emailKey === null || !PLAIN_ADDRESS.test(emailKey) || emailKey.includes('xn--')) return ANYBODY;
  return mac(key, `person:${emailKey}`, PERSON_BYTES);
}

function mac(key: Uint8Array, text: string, bytes: number): string {
  return createHmac('sha256', key).update(text).digest().subarray(0, bytes).toString('base64url');
}
