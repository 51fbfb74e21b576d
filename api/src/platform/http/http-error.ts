import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { describeFault } from '../fault.ts';
import { isUnavailable, OverloadError, retryAfterSeconds } from '../unavailable.ts';
import { DeadlineError } from './deadlines.ts';
import { noteForLog } from './request-log.ts';

/** What a client is told about a request that failed. */
export interface HttpProblem {
  readonly status: number;
  /** Stable: tools switch on it. */
  readonly code: string;
  readonly message: string;
}

const CODES: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'BAD_REQUEST',
  FST_ERR_CTP_BODY_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BAD_REQUEST',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BAD_REQUEST',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
};

const MASKED: HttpProblem = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong on our side. Quote the request id when you ask about it.',
};
const UNAVAILABLE: HttpProblem = {
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: 'The service cannot answer right now. Try again in a few seconds.',
};

/**
 * What may be said about an error: below 500 its own message, from 500 on nothing of it. An unexpected error is logged
 * once, with the request's id.
 */
export function problemOf(fault: Error & Partial<FastifyError>, request: FastifyRequest): HttpProblem {
  if (fault instanceof DeadlineError) return timeoutProblem(request);
  if (fault instanceof OverloadError) {
    noteForLog(request, { isCrowd: true });
    return UNAVAILABLE;
  }
  if (isUnavailable(fault)) return logged(request, fault, UNAVAILABLE);
  const status = fault.statusCode ?? 500;
  if (status >= 500) return logged(request, fault, status === 503 ? UNAVAILABLE : MASKED);
  if (fault.code === 'FST_ERR_BAD_URL') return { status, code: 'BAD_REQUEST', message: 'The address is malformed.' };
  return { status, code: stableCode(fault), message: fault.message };
}

/** Answers with a problem: its status, when to try again, and `{ error: { code, message, requestId } }`. */
export function sendProblem(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  noteForLog(reply.request, { outcome: problem.code });
  if (problem.status === 503) reply.header('retry-after', retryAfterSeconds());
  const { code, message } = problem;
  return reply
    .code(problem.status)
    .type('application/json; charset=utf-8')
    .send({ error: { code, message, requestId: reply.request.id } });
}

/** A request whose body never came is the client's fault; one that we did not finish is ours. */
function timeoutProblem(request: FastifyRequest): HttpProblem {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  const hasBody = encoding !== undefined || Number(length ?? 0) > 0;
  if (!hasBody || request.raw.complete) return UNAVAILABLE;
  return { status: 408, code: 'REQUEST_TIMEOUT', message: 'The request did not arrive in time.' };
}

function logged(request: FastifyRequest, fault: Error, problem: HttpProblem): HttpProblem {
  request.log.error({ err: describeFault(fault) }, 'unexpected error');
  return problem;
}

/** Fastify's codes become ours; a refusal that is a GraphQLError too, such as FORBIDDEN, says its code as it does there. */
function stableCode(fault: Error & Partial<FastifyError> & { extensions?: { code?: unknown } }): string {
  const own = fault.extensions?.code ?? fault.code;
  if (typeof own !== 'string') return 'BAD_REQUEST';
  return CODES[own] ?? (/^(?!FST_)[A-Z][A-Z_]*$/.test(own) ? own : 'BAD_REQUEST');
}
