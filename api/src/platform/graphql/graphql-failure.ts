import { AsyncLocalStorage } from 'node:async_hooks';
import { HeaderMap } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { describeFault } from '../fault.ts';
import { problemOf } from '../http/http-error.ts';
import { noteForLog, type RequestNote } from '../http/request-log.ts';
import { isUnavailable, OverloadError, retryAfterSeconds } from '../unavailable.ts';
import { publicError, statusOf } from './graphql-error.ts';
import { valuesOf } from './request-values.ts';

/** The request that is being answered: Apollo's `formatError` has no other way to know it. */
const current = new AsyncLocalStorage<FastifyRequest>();

/** Runs `answer` so that errors formatted within it carry this request's id and are logged with it. */
export function answering<Answer>(request: FastifyRequest, answer: () => Answer): Answer {
  return current.run(request, answer);
}

/** Adds to the log line of the request that is being answered. */
export function noteForCurrent(note: RequestNote): void {
  const request = current.getStore();
  if (request) noteForLog(request, note);
}

/** Apollo's `formatError`: what a client may see of an error; an unexpected one is logged once. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const request = current.getStore();
  const { error, unexpected } = publicError(formatted, thrown, request?.id ?? 'none');
  const code = String(error.extensions?.code);
  if (unexpected && request) {
    const err = describeFault(unexpected, valuesOf(request.body));
    request.log.error({ err, code, field: formatted.path?.join('.') }, 'unexpected error');
  }
  const isCrowd = unwrapResolverError(thrown) instanceof OverloadError;
  noteForCurrent({ outcome: code, ...(isCrowd && { isCrowd }) });
  return error;
}

/** What a client that was refused should know beside the status. */
function headersOf(status: number): HeaderMap {
  if (status === 401) return new HeaderMap([['www-authenticate', 'Bearer']]);
  return new HeaderMap(status === 503 ? [['retry-after', String(retryAfterSeconds())]] : []);
}

/** An error of a context function with the HTTP status that its code deserves; Apollo would answer 500. */
export function contextError(fault: unknown): unknown {
  if (isUnavailable(fault)) {
    const http = { status: 503, headers: headersOf(503) };
    const originalError = fault instanceof Error ? fault : undefined;
    return new GraphQLError('Unavailable', { originalError, extensions: { code: 'SERVICE_UNAVAILABLE', http } });
  }
  if (!(fault instanceof GraphQLError) || fault.extensions.http) return fault;
  const status = statusOf(fault.extensions.code);
  return new GraphQLError(fault.message, {
    extensions: { ...fault.extensions, http: { status, headers: headersOf(status) } },
  });
}

/** Answers a request that did not come as far as GraphQL, such as one with too large a body, in GraphQL's form. */
export function sendGraphqlProblem(fault: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, code, message } = problemOf(withStatus(fault), request);
  noteForLog(request, { outcome: code });
  if (status === 503) reply.header('retry-after', retryAfterSeconds());
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}

/** A refusal of GraphQL's says its status among its extensions. */
function withStatus(fault: FastifyError): FastifyError {
  if (!(fault instanceof GraphQLError)) return fault;
  const { status } = (fault.extensions.http ?? {}) as { status?: unknown };
  return typeof status === 'number' ? Object.assign(fault, { statusCode: status }) : fault;
}
