import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable, OverloadError } from '../unavailable.ts';

/** An error as a client may see it, and whether somebody should look into it. */
export interface PublicError {
  readonly error: GraphQLFormattedError;
  /** The error to log, when it was not meant for the client. */
  readonly unexpected: Error | null;
}

/** What an error may say beside its message; anything else that a library hangs on it stays here. */
const SAYABLE = ['argument', 'cost', 'field', 'maximum', 'problems', 'requiredScope', 'retryAt', 'scope'];

const MASKED = 'Something went wrong on our side. Quote the request id when you ask about it.';
const UNAVAILABLE = 'The service cannot answer right now. Try again in a few seconds.';

/** HTTP status of a request that was refused before anything of it was executed; what is not here is 500. */
const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  SERVICE_UNAVAILABLE: 503,
  UNAUTHENTICATED: 401,
};

/** The status for an error's code. */
export function statusOf(code: unknown): number {
  return STATUS[String(code)] ?? 500;
}

/** Makes of any error what a client may see: a stable code, the request's id, no stack and nothing of the input. */
export function publicError(formatted: GraphQLFormattedError, thrown: unknown, requestId: string): PublicError {
  const cause = unwrapResolverError(thrown);
  const place = placeOf(formatted);
  if (isUnavailable(cause)) {
    const fault = faultOf(cause, { ...place, message: UNAVAILABLE }, 'SERVICE_UNAVAILABLE', requestId);
    return cause instanceof OverloadError ? { ...fault, unexpected: null } : fault;
  }
  const code = codeOf(formatted, cause);
  if (code === 'INTERNAL_SERVER_ERROR') return faultOf(cause, { ...place, message: MASKED }, code, requestId);
  const said = Object.fromEntries(Object.entries(formatted.extensions ?? {}).filter(([key]) => SAYABLE.includes(key)));
  const problems = validationProblems(formatted.extensions?.validationErrors);
  const extensions = { ...said, ...(problems.length > 0 ? { problems } : {}), code, requestId };
  return { error: { ...place, message: messageOf(formatted.message, code), extensions }, unexpected: null };
}

function placeOf({ locations, path }: GraphQLFormattedError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
}

function faultOf(cause: unknown, error: GraphQLFormattedError, code: string, requestId: string): PublicError {
  const unexpected = cause instanceof Error ? cause : new Error('Something that is no error was thrown.');
  return { error: { ...error, extensions: { code, requestId } }, unexpected };
}

/** Only a GraphQLError says its code on purpose: on any other error `code` is a library's. */
function codeOf(formatted: GraphQLFormattedError, cause: unknown): string {
  const { code, limit } = formatted.extensions ?? {};
  if (!(cause instanceof GraphQLError) || typeof code !== 'string') return 'INTERNAL_SERVER_ERROR';
  if (typeof limit === 'string') return limit;
  if (code === 'GRAPHQL_PARSE_FAILED' && /more tha[nt] \d+ tokens/.test(formatted.message)) return 'QUERY_TOO_LONG';
  return code === 'UNAUTHORIZED' ? 'FORBIDDEN' : code;
}

/** graphql-js quotes literals of the document, where somebody's password may stand. */
function messageOf(message: string, code: string): string {
  if (code === 'GRAPHQL_PARSE_FAILED')
    return message.replace(/(found \w+|Unexpected \w+|Unexpected character:) "?.*$/s, '$1.');
  if (code !== 'GRAPHQL_VALIDATION_FAILED' && code !== 'BAD_USER_INPUT') return message;
  return message
    .replace(/(cannot represent [^:]*):.*$/s, '$1.')
    .replace(/(Expected value of type "[^"]*"), found .*$/s, '$1.')
    .replace(/^Value ".*" does not exist in "(\w+)" enum.*$/s, 'Not a value of the enum "$1".');
}

interface ClassValidatorError {
  property: string;
  constraints?: Record<string, string>;
  children?: ClassValidatorError[];
}

/** class-validator hands back the whole input; what helps is which field, and what is wrong with it. */
function validationProblems(errors: unknown, path: readonly string[] = []): { field: string[]; message: string }[] {
  if (!Array.isArray(errors)) return [];
  return (errors as ClassValidatorError[]).flatMap(({ property, constraints, children }) => {
    const field = [...path, property];
    const own = Object.values(constraints ?? {}).map((message) => ({ field, message }));
    return [...own, ...validationProblems(children, field)];
  });
}
