import type { DestinationName } from '../integrations/destination.ts';
import type { VendorProblem } from '../integrations/vendor-problem.ts';
import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { VENDOR_NAMES } from './vendor-sentence.ts';

/** Where the key stands in the input. */
export const KEY = ['input', 'key'];

const LONGEST_KEY = 500;

/** What is wrong with a key before anybody is asked; null keeps the present one, if there is one. */
export function keyProblems(key: string | null, destination: DestinationName, isKnown: boolean): UserError[] {
  const vendor = VENDOR_NAMES[destination];
  if (key === null && !isKnown) {
    return [userError(KEY, UserErrorCode.REQUIRED, `Paste a key of ${vendor}: there is none yet.`)];
  }
  if (key === '') return [userError(KEY, UserErrorCode.BLANK, `Paste a key of ${vendor}.`)];
  if (key === null || key.length <= LONGEST_KEY) return [];
  return [userError(KEY, UserErrorCode.TOO_LONG, `No key of ${vendor} has more than ${LONGEST_KEY} characters.`)];
}

/** Whether the key is at fault, or the vendor's day. */
export function codeOf({ kind }: VendorProblem): UserErrorCode {
  const isLater = kind === 'THROTTLED' || kind === 'UNREACHABLE' || kind === 'BROKEN_ANSWER';
  return isLater ? UserErrorCode.UNAVAILABLE : UserErrorCode.INVALID;
}
