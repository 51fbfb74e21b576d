import { expect, test } from 'vitest';
import { allowsAddress, allowsScript, readPolicies } from './page-policy.ts';

const page = new URL('https://shop.example/early');
const url = new URL('https://vip.example/widget/v1/vip-gate.js');
const script = { url, nonce: '', integrity: '' };
const hash = 'sha384-abc';

function runs(policy: string, part: Partial<typeof script> = {}): boolean {
  return readPolicies(policy).every((one) => allowsScript(one, { ...script, ...part }, page));
}

test.each([
  ...['', "img-src 'none'", 'script-src *', 'script-src https:', 'script-src http:', 'default-src vip.example'],
  ...[
    'script-src https://vip.example',
    'script-src https://*.example',
    'script-src vip.example:443',
    'script-src *:443',
  ],
  ...['script-src https://vip.example/widget/', 'script-src https://vip.example/widget/v1/vip-gate.js'],
  ...["default-src 'none'; script-src vip.example", "script-src 'none'; script-src-elem vip.example"],
  ...['script-src vip.example; script-src other.example', 'SCRIPT-SRC https://VIP.example', 'sandbox allow-scripts'],
])('%j lets the script run', (policy) => {
  expect(runs(policy)).toBe(true);
});

test.each([
  ...[
    "script-src 'none'",
    "script-src 'self'",
    "default-src 'self'",
    'script-src',
    'script-src https://vip.example:8443',
  ],
  ...['script-src https://other.example', 'script-src https://*.vip.example', 'script-src https://vip.example/other/'],
  ...["script-src 'unsafe-inline'", "script-src vip.example 'strict-dynamic'", "script-src 'nonce-a'", 'sandbox'],
  ...[
    "script-src vip.example; script-src-elem 'self'",
    "script-src vip.example, script-src 'self'",
    'script-src data:',
  ],
])('%j blocks the script', (policy) => {
  expect(runs(policy)).toBe(false);
});

test('a nonce or a hash lets it run, also where hosts do not count; another one does not', () => {
  const policy = `script-src 'strict-dynamic' 'nonce-n1' '${hash}'`;

  expect([runs(policy, { nonce: 'n1' }), runs(policy, { integrity: hash })]).toEqual([true, true]);
  expect([runs(policy, { nonce: 'n2' }), runs(policy, { integrity: `${hash} sha384-def` })]).toEqual([false, false]);
});

test('a page may ask its own origin by ’self’, and another one only where it is named', () => {
  const asks = (policy: string, address: string) =>
    readPolicies(policy).every((one) => allowsAddress(one, 'connect-src', { url: new URL(address), page }));

  expect(asks("connect-src 'self'", 'https://shop.example/x')).toBe(true);
  expect(asks("default-src 'self'; connect-src https://vip.example", url.href)).toBe(true);
  expect(asks("default-src 'self'", url.href)).toBe(false);
  expect(asks("connect-src 'none'", url.href)).toBe(false);
  expect(asks('script-src x', url.href)).toBe(true);
});
