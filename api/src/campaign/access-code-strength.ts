import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { LONGEST_ACCESS_CODE, normalizeAccessCode, SHORTEST_ACCESS_CODE } from './access-code.ts';
import { lengthProblems } from './text-length.ts';

/** What a stranger tries first, in its normal form. Short on purpose: a code is a word that many people type from a poster. */
const TRIED_FIRST = new Set([
  ...['password', 'password1', 'password123', 'passwort', 'passw0rd', 'pass1234', 'pass123', 'secret', 'secret123'],
  ...[
    'qwerty',
    'qwerty123',
    'qwertz',
    'qwertyuiop',
    'azerty',
    'asdf',
    'asdfgh',
    'asdf1234',
    'zxcvbn',
    '1q2w3e',
    '1q2w3e4r',
  ],
  ...[
    'letmein',
    'letmein123',
    'letmeinplease',
    'openup',
    'access',
    'access123',
    'accesscode',
    'accesspass',
    'earlyaccess',
  ],
  ...[
    'admin',
    'admin123',
    'root',
    'guest',
    'user',
    'test',
    'test123',
    'test1234',
    'testing',
    'demo',
    'changeme',
    'default',
  ],
  ...[
    'welcome',
    'welcome1',
    'welcome123',
    'hello',
    'hello123',
    'code',
    'abcd',
    'abc123',
    'abcd1234',
    'iloveyou',
    'monkey',
  ],
  ...[
    'dragon',
    'football',
    'master',
    'login',
    'enter',
    'open',
    'shop',
    'sale',
    'vipvip',
    'vippass',
    'vipaccess',
    'vipcode',
  ],
]);

const LONGEST_RUN = '01234567890123456789';

/**
 * What is wrong with the text of an access code: too long, too short, or what a stranger at the gate tries first. `names` are
 * those that the gate shows: the campaign's and the shop's.
 */
export function codeProblems(field: string, code: string, names: readonly string[]): UserError[] {
  if (code.length > LONGEST_ACCESS_CODE) return lengthProblems(field, code, LONGEST_ACCESS_CODE);
  const normal = normalizeAccessCode(code);
  if ([...normal].length < SHORTEST_ACCESS_CODE) {
    const message = `A password has at least ${SHORTEST_ACCESS_CODE} characters; spaces do not count.`;
    return [userError(['input', field], UserErrorCode.TOO_SHORT, message)];
  }
  if (names.some((name) => normalizeAccessCode(name) === normal)) {
    const message =
      'The gate shows this name to everybody, so it is the first thing to be tried. Choose something else.';
    return [userError(['input', field], UserErrorCode.INVALID, message)];
  }
  if (!isTriedFirst(normal)) return [];
  const message = 'This is among the first things that strangers try. Choose something that fewer people think of.';
  return [userError(['input', field], UserErrorCode.INVALID, message)];
}

function isTriedFirst(normal: string): boolean {
  const isOneKey = /^([a-z0-9])\1*$/.test(normal);
  const isRun = LONGEST_RUN.includes(normal) || [...LONGEST_RUN].reverse().join('').includes(normal);
  return isOneKey || isRun || TRIED_FIRST.has(normal);
}
