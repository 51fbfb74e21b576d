import { randomInt } from 'node:crypto';

/** Neither vowels, which make words, nor what is read for another: 0 O, 1 I L, 2 Z, 5 S, 8 B keep only their letters, if any. */
const SYMBOLS = 'BCDFGHJKMNPQRSTVWXYZ34679';
const GROUPS = 2;
const GROUP_LENGTH = 5;

/** A new access code that can be read aloud, such as `K7RNT 4XWPG`: 46 random bits. The space is for the eye alone. */
export function makeUpCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => SYMBOLS.charAt(randomInt(SYMBOLS.length))).join('');
  return Array.from({ length: GROUPS }, group).join(' ');
}
