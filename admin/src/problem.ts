import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { BusyError, OfflineError, SessionEndedError } from './ui/bridge/session.ts';

/**
 * Why the API gave no answer, as far as the merchant can act on it: `offline` the network failed, `busy` it asks to come again in a moment,
 * `session` the sign-in is over, `forbidden` the scope is missing, `server` everything that is our fault.
 */
export type ProblemKind = 'offline' | 'busy' | 'session' | 'forbidden' | 'server';

/** A failure to be shown, with the request's id where the API named one, for a question to its operator. */
export interface Problem {
  kind: ProblemKind;
  requestId?: string;
}

function codeOf(error: CombinedGraphQLErrors): unknown {
  return error.errors[0]?.extensions?.code;
}

/** Whether the API refused the token itself, in whichever of its two ways. */
export function isUnauthenticated(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return codeOf(error) === 'UNAUTHENTICATED';
  return ServerError.is(error) && error.statusCode === 401;
}

/** Whether the API cannot answer for now, in whichever of its ways. */
function isBusy(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return codeOf(error) === 'SERVICE_UNAVAILABLE';
  return error instanceof BusyError || (ServerError.is(error) && error.statusCode === 503);
}

function kindOf(error: unknown): ProblemKind {
  if (error instanceof SessionEndedError || isUnauthenticated(error)) return 'session';
  if (isBusy(error)) return 'busy';
  if (CombinedGraphQLErrors.is(error)) return codeOf(error) === 'FORBIDDEN' ? 'forbidden' : 'server';
  // A failed fetch is a TypeError in every browser; a bug of ours is one too, but never reaches this far as an answer.
  if (error instanceof TypeError || error instanceof OfflineError) return 'offline';
  return 'server';
}

/** Reads any thrown thing as a problem that a merchant can be told about. */
export function problemOf(error: unknown): Problem {
  const requestId = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.requestId : undefined;
  const kind = kindOf(error);
  return typeof requestId === 'string' ? { kind, requestId } : { kind };
}
