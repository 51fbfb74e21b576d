import { expect, test } from 'vitest';
import { createSeal } from '../platform/seal.ts';
import { accessCodeDigest, matchAccessCode, normalizeAccessCode } from './access-code.ts';

const seal = createSeal(new Uint8Array(32).fill(7));

function codeOf(campaignId: string, typed: string) {
  return { codeDigest: accessCodeDigest(seal, campaignId, typed) };
}

test.each([
  ['capitals', 'VIP2026', 'vip2026'],
  ['spaces around and within', '  vip 20 26 ', 'vip2026'],
  ['a no-break space pasted from a newsletter', 'vip\u00a02026', 'vip2026'],
  ['full-width letters', 'ＶＩＰ２０２６', 'vip2026'],
  ['a composed and a decomposed accent', 'cafe\u0301-1', 'caf\u00e9-1'],
])('an access code is the same with %s', (_what, typed, normal) => {
  expect(normalizeAccessCode(typed)).toBe(normal);
});

test('a code matches only in its own campaign', () => {
  const codes = [codeOf('a', 'first code'), codeOf('a', 'second code')];

  expect(matchAccessCode(codes, accessCodeDigest(seal, 'a', 'SECOND CODE'))).toBe(codes[1]);
  expect(matchAccessCode(codes, accessCodeDigest(seal, 'b', 'second code'))).toBeNull();
});

test('nothing matches a campaign without codes', () => {
  expect(matchAccessCode([], accessCodeDigest(seal, 'a', ''))).toBeNull();
});
