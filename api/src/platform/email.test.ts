import { expect, test } from 'vitest';
import { readEmail } from './email.ts';

test.each([
  ['capitals', 'Ada@Example.COM', 'ada@example.com'],
  ['spaces around', '  ada@example.com\t', 'ada@example.com'],
  ['a zero-width space that was pasted along', 'ada@example.com\u200b', 'ada@example.com'],
  ['a decomposed accent', 'rene\u0301e@example.com', 'ren\u00e9e@example.com'],
  ['full-width letters', 'ａｄａ@example.com', 'ada@example.com'],
  ['a domain with umlauts', 'ada@Bücher.example', 'ada@xn--bcher-kva.example'],
  ['a domain in Arabic letters', 'ada@مثال.إختبار', 'ada@xn--mgbh0fb.xn--kgbechtv'],
  ['a domain in Japanese, full stop included', 'ada@例え。テスト', 'ada@xn--r8jz45g.xn--zckzah'],
  ['a domain with a Catalan middle dot', 'ada@col·legi.example', 'ada@xn--collegi-xma.example'],
  ['a domain in Punycode', 'ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
])('the same mailbox is known again with %s', (_what, typed, key) => {
  expect(readEmail(typed)?.key).toBe(key);
});

test.each([
  ['a fragment', 'ada@example.com#x'],
  ['a path', 'ada@example.com/'],
  ['a path behind a backslash', 'ada@example.com\\x'],
  ['a query', 'ada@example.com?x'],
  ['a port', 'ada@example.com:25'],
  ['an encoded letter', 'ada@ex%61mple.com'],
  ['a tab inside', 'ada@exam\tple.com'],
  ['a line feed inside', 'ada@exam\nple.com'],
  ['a carriage return inside', 'ada@exam\rple.com'],
  ['a soft hyphen inside', 'ada@exam\u00adple.com'],
  ['a variation selector inside', 'ada@exam\ufe0fple.com'],
  ['a full-width path', 'ada@example.com／x'],
  ['a full-width fragment', 'ada@example.com＃x'],
  ['brackets', 'ada@[example.com]'],
  ['angle brackets', 'ada@<example.com>'],
  ['a bar', 'ada@example.com|x'],
  ['a caret', 'ada@example^x.com'],
])('a domain with %s is none, and nobody else’s', (_what, typed) => {
  expect(readEmail(typed)).toBeNull();
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
