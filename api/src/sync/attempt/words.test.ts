import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepableWords } from './words.ts';

const secrets = {
  key: 'pk_marker_key_0123',
  emails: ['Ada+vip@Example.com', '"odd one"@example.com', 'no-address-at-all'],
};

test('a vendor’s words are kept without the key and without any address, however they are written', () => {
  const said = [
    'pk_marker_key_0123 may not mail ada+VIP@example.com, Ada%2Bvip%40Example.com,',
    'no-address-at-all or "odd one"@example.com and stranger@example.org.',
  ].join('\n');
  const kept = keepableWords(said, secrets) ?? '';
  expect(kept).not.toMatch(/marker|ada|odd one|no-address|stranger|\n/i);
  expect(kept).toContain('may not mail');
});

test('whatever stands around them, key and address are gone', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.string({ maxLength: 50 }), (before, after) => {
      const kept = keepableWords(`${before} ${secrets.key} ${secrets.emails[0]} ${after}`, secrets) ?? '';
      return !kept.includes(secrets.key) && !kept.toLowerCase().includes('ada+vip@example.com');
    }),
  );
});

test('of endless words the beginning is kept, of none nothing', () => {
  expect(keepableWords('no '.repeat(1000), secrets)).toHaveLength(300);
  expect(keepableWords('  ', secrets)).toBeNull();
});
