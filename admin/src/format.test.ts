import { expect, test } from 'vitest';
import { readableLocale } from './format.ts';

test('a language that no dictionary knows is passed over for the next, then for English', () => {
  expect(readableLocale(['en-US@posix', 'de-CH'])).toBe('de-CH');
  expect(readableLocale(['en-US@posix'])).toBe('en');
});
