import { timingSafeEqual } from 'node:crypto';
import type { Seal } from '../platform/seal.ts';

/** The shortest access code, in characters of its normal form. */
export const SHORTEST_ACCESS_CODE = 4;
/** The longest text that is taken for an access code at all. */
export const LONGEST_ACCESS_CODE = 200;

/**
 * The form in which access codes are compared: Unicode NFKC, lower case, without white space. People type codes from
 * a newsletter on a phone: "VIP 2026 ", "vip2026" and full-width letters are the same code.
 */
export function normalizeAccessCode(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}

/** The digest by which a code of one campaign is found. The same code has another digest in another campaign. */
export function accessCodeDigest(seal: Seal, campaignId: string, typed: string): Uint8Array<ArrayBuffer> {
  return seal.digest('access-code', `${campaignId}:${normalizeAccessCode(typed)}`);
}

/**
 * Which of a campaign's codes was typed. Looks at every one of them, and at a decoy where there is none, so that the time
 * it takes says neither which nor whether.
 */
export function matchAccessCode<Code extends { codeDigest: Uint8Array }>(
  codes: readonly Code[],
  digest: Uint8Array,
): Code | null {
  let match: Code | null = null;
  for (const code of codes) {
    if (timingSafeEqual(code.codeDigest, digest)) match = code;
  }
  if (codes.length === 0) timingSafeEqual(new Uint8Array(digest.length), digest);
  return match;
}

/** What a sealed code is bound to: its row. */
export function accessCodePlace(id: string): string {
  return `AccessCode.sealedCode:${id}`;
}
