import { expect, test } from 'vitest';
import { tidyWords } from './vendor-words.ts';

const KEY = 'pk_marker_0123456789';

test.each([
  'Invalid email: ada@example.com.',
  'See /contacts?email=ada%40example.com for more',
  '{"email":"ada@example.com"}',
  'The addresses <ada@example.com>, ADA@EXAMPLE.COM',
])('no address stays in %j', (words) => {
  expect(tidyWords(words, KEY)).not.toMatch(/ada|example/i);
});

test('no key stays', () => {
  expect(tidyWords(`Key ${KEY} is unknown, ${KEY}`, KEY)).toBe('Key … is unknown, …');
});

test('words that name nobody stay as they are, in one line', () => {
  expect(tidyWords('The list\n  does not exist.', KEY)).toBe('The list does not exist.');
});

test('endless words end', () => {
  expect(tidyWords('x '.repeat(1000), KEY)).toHaveLength(300);
});
