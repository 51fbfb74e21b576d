import { beforeEach, expect, test } from 'vitest';
import { KnownOperations } from './known-operations.ts';
import type { PreparedOperation } from './prepared-operation.ts';

/** Nothing asks a remembered operation anything here. */
const operation = {} as PreparedOperation;
/** Longer than any document of ours. */
const OWN_DOCUMENT = `{ campaign { ${'name '.repeat(560)}} }`;

let known: KnownOperations;
beforeEach(() => {
  known = new KnownOperations();
});

/** Different documents, each of so many characters. */
function documents(count: number, length: number): string[] {
  return Array.from({ length: count }, (_, turn) => `query Q${turn} { hello }`.padEnd(length, '#'));
}

function remember(texts: readonly string[]): void {
  for (const text of texts) known.remember(text, null, operation);
}

const keptOf = (texts: readonly string[]) => texts.filter((text) => known.find(text, null) !== null);

test('however many different documents come, two hundred are kept, the last ones', () => {
  const texts = documents(1_000, 40);

  remember(texts);

  expect(keptOf(texts)).toEqual(texts.slice(-200));
});

test('of long documents no more are kept than a hundred thousand characters', () => {
  const texts = documents(200, 8_000);

  remember(texts);

  expect(keptOf(texts)).toEqual(texts.slice(-12));
});

test('what is asked for over and over stays, whatever else comes', () => {
  known.remember(OWN_DOCUMENT, 'Campaign', operation);

  for (const text of documents(1_000, 4_000)) {
    remember([text]);
    expect(known.find(OWN_DOCUMENT, 'Campaign')).toBe(operation);
  }
});

test('a document that comes again and again takes the room of one', () => {
  const [first = '', ...others] = documents(12, 8_000);
  remember(others);

  for (let turn = 0; turn < 100; turn += 1) remember([first]);

  expect(keptOf([first, ...others])).toHaveLength(12);
});

test('a name by which a document is asked for takes room too', () => {
  const text = '{ hello }';
  const names = Array.from({ length: 100 }, (_, turn) => `${turn}`.padEnd(8_000, 'x'));

  for (const name of names) known.remember(text, name, operation);

  expect(names.filter((name) => known.find(text, name) !== null).length).toBeLessThanOrEqual(12);
});
