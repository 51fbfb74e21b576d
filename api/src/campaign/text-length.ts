import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';

/** What is wrong with a text of the input that is longer than this many characters. */
export function lengthProblems(field: string, text: string | null, most: number): UserError[] {
  if (text === null || text.length <= most) return [];
  const message = `At most ${most.toLocaleString('en')} characters; this has ${text.length.toLocaleString('en')}.`;
  return [userError(['input', field], UserErrorCode.TOO_LONG, message)];
}

/** A text without the white space around it; null when nothing remains. */
export function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

/** A text after a change: what the input leaves out stays, null and white space clear it. */
export function changedText(before: string | null, after: string | null | undefined): string | null {
  return after === undefined ? before : textOrNull(after);
}
