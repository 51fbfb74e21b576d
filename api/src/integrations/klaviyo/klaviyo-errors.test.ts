import { expect, test } from 'vitest';
import { isKnownEvent, klaviyoWords, rejectionOf } from './klaviyo-errors.ts';

const KEY = 'pk_marker';

test('what was taken is no rejection', () => {
  expect(rejectionOf({ status: 202, body: undefined }, KEY)).toBeNull();
});

test('everybody whom an answer names is a culprit', () => {
  const rejection = rejectionOf(
    refusal(['profiles/data/2/attributes/email', 'profiles/data/7/attributes/first_name']),
    KEY,
  );
  expect([...(rejection?.culprits ?? [])].map(([place, { reason }]) => [place, reason])).toEqual([
    [2, 'ADDRESS_REFUSED'],
    [7, 'VENDOR_REFUSED'],
  ]);
});

test.each([[['profiles']], [[]]])('an answer that names nobody has no culprit: %j', (pointers) => {
  expect(rejectionOf(refusal(pointers), KEY)?.culprits.size).toBe(0);
});

test.each(['custom_source', 'historical_import'])('a wrong %s is nobody in particular', (field) => {
  expect(() => rejectionOf(refusal([field]), KEY)).toThrow(expect.objectContaining({ kind: 'REJECTED' }));
});

test('an answer without words says its status, and one with words those, without address and key', () => {
  expect(rejectionOf({ status: 400, body: '<html>' }, KEY)?.words).toBe('Klaviyo answered 400.');
  expect(rejectionOf(refusal(['profiles'], `No: a@b.example, ${KEY}`), KEY)?.words).toBe('No: …, …');
  expect(klaviyoWords({ errors: [{ title: 'Invalid input.' }] })).toBe('Invalid input.');
});

test('events that Klaviyo has already are known, other rejections are not', () => {
  const words = (said: string) => ({ words: said, culprits: new Map() });
  expect(isKnownEvent(words('The unique_id is repeated.'))).toBe(true);
  expect(isKnownEvent(words('Invalid email address.'))).toBe(false);
});

function refusal(pointers: readonly string[], detail = 'Invalid input.') {
  const sources = pointers.map((pointer) => ({ source: { pointer: `/data/attributes/${pointer}` } }));
  const errors = (sources.length > 0 ? sources : [{}]).map((source) => ({
    id: '1',
    code: 'invalid',
    detail,
    ...source,
  }));
  return { status: 400, body: { errors } };
}
