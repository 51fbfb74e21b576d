import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { largestCheckout } from '../../../api/test/checkout-vectors.ts';
import vectors from '../../../api/test/fixtures/checkout-vectors.json' with { type: 'json' };
import { metered, SPENT } from './metering.ts';
import { FUNCTION_FILE, messagesOf, runFunction } from './run-function.ts';

const wasm = readFileSync(FUNCTION_FILE);
const module = new WebAssembly.Module(wasm);

const WORDS: Record<string, string> = {
  NO_PASS: 'This product is open to people with an early access pass only.',
  ENDED: 'Your early access to this product has ended.',
  OTHER_PERSON: 'This early access belongs to another e-mail address.',
  NO_EMAIL: 'Enter the e-mail address that you signed up for early access with.',
  TOO_MANY: 'You can buy at most 2 of this product',
};

test.each(vectors)('$name: refused is $refused', ({ input, refused }) => {
  const messages = messagesOf(runFunction(module, input));

  expect(messages).toHaveLength(refused === null ? 0 : 1);
  if (refused !== null) expect(messages[0]).toContain(WORDS[refused]);
});

test.each(['', 'null', '{', '{"cart":{"lines":[{', '{"cart":{"lines":[[[[', '\u0000', '{"cart":7}'])(
  'the input %j, which Shopify never sends, ends no checkout in a crash',
  (input) => {
    expect(runFunction(module, input).result).toEqual({ operations: [] });
  },
);

test('many refusals are one message each, at the cart', () => {
  const { input } = vectors.find(({ name }) => name === 'no proof') ?? { input: null };
  const line = input?.cart.lines[0];
  const many = { ...input, cart: { ...input?.cart, lines: Array.from({ length: 200 }, () => line) } };

  const { result } = runFunction(module, many);

  expect(result.operations).toHaveLength(1);
  expect(result.operations[0]?.validationAdd.errors).toEqual([
    { target: '$.cart', message: expect.stringContaining(WORDS.NO_PASS ?? '') },
  ]);
});

test.each([
  ['DE', 'Dieses Produkt gibt es vorab nur mit Zugangspass.'],
  ['PT_BR', 'Este produto está aberto só para quem tem um passe'],
  ['JA', 'この商品は先行アクセスパスをお持ちの方だけ'],
  ['AR', 'هذا المنتج متاح فقط'],
  ['FI', 'This product is open to people'],
])('who shops in %s is told in that language, where it is one of ours', (isoCode, words) => {
  const { input } = vectors.find(({ name }) => name === 'no proof') ?? { input: null };

  expect(messagesOf(runFunction(module, { ...input, localization: { language: { isoCode } } }))[0]).toContain(words);
});

test('the merchant’s own words come through whole, whatever they are', () => {
  const words = 'Nur für "Freunde" \\ amis 🎁\nund Neugierige ü';
  const largest = largestCheckout(1);
  const { value } = largest.validation.metafield ?? { value: '{}' };
  const [own] = largest.cart.lines;
  const { campaigns, ...rest } = JSON.parse(value);
  const worded = JSON.stringify({ ...rest, campaigns: [{ ...campaigns.at(-1), message: words }] });
  const input = {
    ...largest,
    cart: { ...largest.cart, lines: [{ ...own, attribute: null }] },
    validation: { metafield: { value: worded } },
  };
  // Shopify may write other letters as escapes than we do.
  const escaped = JSON.stringify(input).replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

  expect(messagesOf(runFunction(module, input))).toEqual([words]);
  expect(messagesOf(runFunction(module, escaped))).toEqual([words]);
});

test('it takes no part of Shopify’s runtime but reading and writing, and 64 kB at most', () => {
  expect(WebAssembly.Module.imports(module).map(({ module: from, name }) => `${from}.${name}`)).toEqual([
    'wasi_snapshot_preview1.fd_write',
    'wasi_snapshot_preview1.fd_read',
  ]);
  expect(wasm.length).toBeLessThanOrEqual(64_000);
});

/** Shopify's limit for carts of up to 200 lines; with more lines it grows by their number. */
const MOST_INSTRUCTIONS = 11_000_000;
const MOST_LINES = 200;

test('the dearest cart of 200 lines spends less than two thirds of what Shopify allows', () => {
  const counting = new WebAssembly.Module(metered(wasm));
  const spent = (input: object) => {
    const run = runFunction(counting, input);
    expect(messagesOf(run)).toEqual([]);
    return Number((run.exports[SPENT] as WebAssembly.Global).value);
  };
  const most = spent(largestCheckout(MOST_LINES));
  const one = spent(largestCheckout(1));
  console.log({ one, most });

  expect(most).toBeLessThan((MOST_INSTRUCTIONS * 2) / 3);
});
