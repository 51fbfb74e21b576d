import { randomBytes, randomInt } from 'node:crypto';
import type { Seal } from '../platform/seal.ts';
import { type Language, languageOf } from './confirmation-language.ts';

/** Bytes of a link's secret: 192 random bits. */
const LINK_BYTES = 24;
const CODES = 1_000_000;

const HANDLE = /^[A-Za-z0-9_-]{43}$/;
const LINK_TOKEN = /^[A-Za-z0-9_-]{32}$/;
const ZERO_DIGITS = [0x30, 0x0660, 0x06f0];

/** What a page knows a confirmation by, taken apart. */
export interface Handle {
  readonly handle: string;
  /** The visitor's, for the next mail. */
  readonly language: Language;
}

/**
 * The handle of a sign-up's confirmation: the same each time, for everybody who gives this address, so that a second
 * tab or a second press does not end what the first one waits for. It opens nothing without the code.
 */
export function handleOf(seal: Seal, shop: string, signupId: string): string {
  return Buffer.from(seal.digest('confirmation-handle', JSON.stringify([shop, signupId]))).toString('base64url');
}

/** The handle as the page keeps it, with its language. */
export function writeHandle({ handle, language }: Handle): string {
  return `${handle}.${language}`;
}

/** Null for what we never wrote. */
export function readHandle(confirmation: string): Handle | null {
  const [handle = '', language = '', ...rest] = confirmation.split('.');
  if (!HANDLE.test(handle) || rest.length > 0) return null;
  return { handle, language: languageOf(language) };
}

/** Six digits, each of a million as likely. */
export function makeCode(): string {
  return String(randomInt(CODES)).padStart(6, '0');
}

/** The secret of a link. */
export function makeLinkToken(): string {
  return randomBytes(LINK_BYTES).toString('base64url');
}

/** The six digits of what was typed: spaces and dashes between them, full-width and Arabic digits are forgiven. */
export function readCode(typed: string): string | null {
  const plain = typed
    .slice(0, 64)
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}\p{Pd}]/gu, '')
    .replaceAll(/\p{Nd}/gu, plainDigit);
  return /^[0-9]{6}$/.test(plain) ? plain : null;
}

/** What the database keeps of each; a code's is bound to its sign-up. */
export function digestsOf(seal: Seal) {
  return {
    ofHandle: (handle: string) => seal.digest('confirmation-handle-digest', handle),
    ofCode: (handle: string, code: string) => seal.digest('confirmation-code', `${handle} ${code}`),
    /** Null for what no link of ours could be. */
    ofLink: (token: string) => (LINK_TOKEN.test(token) ? seal.digest('confirmation-link', token) : null),
  };
}

function plainDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = ZERO_DIGITS.find((first) => point >= first && point < first + 10);
  return zero === undefined ? digit : String(point - zero);
}
