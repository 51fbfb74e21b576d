import { GraphQLError } from 'graphql';

const ESCAPED_NUL = /\\u(?:0000|\{0+\})/;

/**
 * Refuses the character NUL wherever a text is taken: PostgreSQL keeps none, and nobody means one. Throws BAD_USER_INPUT (400).
 */
export function refuseNul(source: string, variables: Readonly<Record<string, unknown>>): void {
  if (!ESCAPED_NUL.test(source) && !holdsNul(variables)) return;
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
  throw new GraphQLError('A text cannot hold the character NUL.', { extensions });
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsNul);
}
