import { GraphQLError } from 'graphql';

const ESCAPED_NUL = /\\u(?:0000|\{0+\})/;

/** Refuses the character NUL in a document: PostgreSQL keeps none, and nobody means one. Throws BAD_USER_INPUT (400). */
export function refuseNulInText(source: string): void {
  if (ESCAPED_NUL.test(source)) throw nulError();
}

/** Refuses the character NUL wherever a variable holds a text. Throws BAD_USER_INPUT (400). */
export function refuseNulInVariables(variables: Readonly<Record<string, unknown>>): void {
  if (holdsNul(variables)) throw nulError();
}

function nulError(): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
  return new GraphQLError('A text cannot hold the character NUL.', { extensions });
}

/** Without recursion: how deep the variables are is the caller's choice. */
function holdsNul(variables: unknown): boolean {
  const waiting = [variables];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && value.includes('\0')) return true;
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) waiting.push(inner);
  }
  return false;
}
