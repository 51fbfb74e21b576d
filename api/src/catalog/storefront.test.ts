import { expect, test } from 'vitest';
import { createDemoStorefront, createShopifyStorefront } from './storefront.ts';

const shopify = createShopifyStorefront();
const PASS = { pass: 'a.b-c_d', proof: null };

test('a link into the cart of a Shopify shop carries the pass as cart attribute and as line property', () => {
  const url = new URL(
    shopify.cartUrls('kiln.myshopify.com', PASS)('gid://shopify/ProductVariant/9007199254740993') ?? '',
  );

  expect(url.origin + url.pathname).toBe('https://kiln.myshopify.com/cart/9007199254740993:1');
  expect(url.searchParams.get('attributes[_vip_pass]')).toBe('a.b-c_d');
  const properties = Buffer.from(url.searchParams.get('properties') ?? '', 'base64url').toString();
  expect(JSON.parse(properties)).toEqual({ _vip_pass: 'a.b-c_d' });
});

test('where checkout enforces the campaign, the line carries its proof beside the pass', () => {
  const url = shopify.cartUrls('kiln.myshopify.com', { ...PASS, proof: '1.a.b' })('gid://shopify/ProductVariant/1');
  const properties = Buffer.from(new URL(url ?? '').searchParams.get('properties') ?? '', 'base64url').toString();
  expect(JSON.parse(properties)).toEqual({ _vip_pass: 'a.b-c_d', _vip_proof: '1.a.b' });
});

test('a variant that came in a CSV is in no cart of Shopify', () => {
  expect(shopify.cartUrls('kiln.myshopify.com', PASS)('0192-uuid')).toBeNull();
});

test('addresses of products are safe whatever the handle', () => {
  expect(shopify.productUrl('kiln.myshopify.com', 'a/b?c')).toBe('https://kiln.myshopify.com/products/a%2Fb%3Fc');
  expect(createDemoStorefront('http://localhost:4000').productUrl('x', 'bowl')).toBe(
    'http://localhost:4000/demo/products/bowl',
  );
});
