import { stringify } from 'lossless-json';

/** Digits of an id as the bare number that Shopify writes: it would not fit a JavaScript number. */
export function bare(digits: string): bigint {
  return BigInt(digits);
}

/** A body as Shopify writes it. Ids are `bare`. */
export function writeBody(body: object): string {
  return stringify(body) ?? '';
}

/** An instant as webhooks write it. */
export function dateOf(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
