import { readFileSync } from 'node:fs';
import binaryen from 'binaryen';
import { describe, expect, test } from 'vitest';
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
  const input = inputOf('no proof');
  const [line] = input.cart.lines;
  const many = { ...input, cart: { ...input.cart, lines: Array.from({ length: 200 }, () => line) } };

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
  expect(
    messagesOf(runFunction(module, { ...inputOf('no proof'), localization: { language: { isoCode } } }))[0],
  ).toContain(words);
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
  const escaped = JSON.stringify(input).replace(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

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

describe('of the instructions that Shopify allows', () => {
  const counting = new WebAssembly.Module(metered(wasm));

  test.each([
    ['200 gated lines of one pass, with the largest config', largestCheckout(MOST_LINES), 0.75],
    ['200 gated lines of 200 passes', largestCheckout(MOST_LINES, { passes: MOST_LINES }), 0.9],
    ['1 gated line, with the largest config', largestCheckout(1), 0.1],
    ['1 gated line, with two campaigns', inputOf('a right proof'), 0.02],
    ['1 line that is not gated', inputOf('a product that is not gated'), 0.01],
  ])('%s: at most that part', (_what, input, part) => {
    const run = runFunction(counting, input);
    const spent = Number((run.exports[SPENT] as WebAssembly.Global).value);

    expect(messagesOf(run)).toEqual([]);
    expect(spent).toBeGreaterThan(1_000);
    expect(spent / MOST_INSTRUCTIONS).toBeLessThan(part);
  });

  test('a loop that runs longer is counted longer', () => {
    const looping = binaryen.parseText(`(module (memory (export "memory") 1) (func (export "run") (local i32)
      (loop (br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 10))))))`);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(metered(looping.emitBinary())));
    (exports.run as () => void)();

    // `loop` and two ends once, seven instructions ten times.
    expect((exports[SPENT] as WebAssembly.Global).value).toBe(72n);
  });
});

function inputOf(name: string) {
  const vector = vectors.find((candidate) => candidate.name === name);
  if (!vector) throw new Error(`There is no vector “${name}”.`);
  return vector.input;
}
