import { expect, test } from 'vitest';
import { readEmail } from './email.ts';

test.each([
  ['capitals', 'Ada@Example.COM', 'ada@example.com'],
  ['spaces around', '  ada@example.com\t', 'ada@example.com'],
  ['a zero-width space that was pasted along', 'ada@example.com\u200b', 'ada@example.com'],
  ['a decomposed accent', 'rene\u0301e@example.com', 'ren\u00e9e@example.com'],
  ['full-width letters', 'ａｄａ@example.com', 'ada@example.com'],
  ['a domain with umlauts', 'ada@Bücher.example', 'ada@xn--bcher-kva.example'],
])('the same mailbox is known again with %s', (_what, typed, key) => {
  expect(readEmail(typed)?.key).toBe(key);
});

test('the address is kept as it was typed, without the spaces around it', () => {
  expect(readEmail(' Ada.Lovelace+VIP@Example.com ')?.address).toBe('Ada.Lovelace+VIP@Example.com');
});

test('dots and plus signs make another mailbox', () => {
  expect(readEmail('ada.l@example.com')?.key).not.toBe(readEmail('adal@example.com')?.key);
  expect(readEmail('ada+vip@example.com')?.key).not.toBe(readEmail('ada@example.com')?.key);
});

test.each([
  '',
  'ada',
  'ada@',
  '@example.com',
  'ada@example',
  'ada@exa mple.com',
  'ada lovelace@example.com',
  'ada@@example.com',
  '.ada@example.com',
  'a..da@example.com',
  'ada@-example.com',
  'ada@127.0.0.1',
  'ada@example.com\r\nBcc: all@example.com',
  'a\u0000da@example.com',
  'ada\u001b@example.com',
  'ada\ud800@example.com',
  `${'a'.repeat(65)}@example.com`,
  `ada@${'long.'.repeat(60)}com`,
])('%j is no address that mail could reach', (typed) => {
  expect(readEmail(typed)).toBeNull();
});
