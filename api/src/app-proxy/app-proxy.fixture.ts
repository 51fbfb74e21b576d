import { createHmac } from 'node:crypto';

/**
 * A query signed as Shopify's app proxy signs it, by Shopify's description and not by our code: `pairs` are the visitor's own
 * parameters, then come Shopify's.
 */
export function signedQuery(secret: string, shop: string, pairs: readonly [string, string][] = []): string {
  const own: [string, string][] = [
    ['shop', shop],
    ['logged_in_customer_id', ''],
    ['path_prefix', '/apps/vip'],
    ['timestamp', String(Math.trunc(Date.now() / 1000))],
  ];
  return sign(secret, [...pairs, ...own]);
}

/** Any parameters, signed. */
export function sign(secret: string, pairs: readonly [string, string][]): string {
  const query = new URLSearchParams(pairs);
  const text = [...new Set(query.keys())]
    .map((key) => `${key}=${query.getAll(key).join(',')}`)
    .sort()
    .join('');
  query.append('signature', createHmac('sha256', secret).update(text).digest('hex'));
  return query.toString();
}
