import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { noteForLog } from '../http/request-log.ts';
import { retryAfterSeconds } from '../unavailable.ts';
import { formatError } from './graphql-failure.ts';
import { isWithoutAnswer, outcomeOf } from './operation-outcome.ts';
import type { PreparedOperation, Variables } from './prepared-operation.ts';

/** An operation that may be executed: its variables were checked. */
export interface AdmittedOperation {
  readonly prepared: PreparedOperation;
  readonly variables: Variables;
  readonly context: object;
}

const LONGEST_NAME = 64;
/** A body with more characters goes as bytes: a text would be copied to its head, and once more on its way to the socket. */
const LONG_BODY = 4_000;

/** What is sent to the client. */
export type Body = string | Buffer;

/** Executes an operation; its errors are what a client may see of them, and the request's log line names it and how it ended. */
export async function answerTo(
  request: FastifyRequest,
  schema: GraphQLSchema,
  { prepared, variables, context }: AdmittedOperation,
): Promise<FormattedExecutionResult> {
  const operationName = prepared.operation.name?.value ?? null;
  const result = await prepared.execute(context, variables);
  const errors = result.errors?.map(formatted);
  const answer = { ...(errors ? { errors } : {}), data: result.data ?? null };
  noteForLog(request, {
    outcome: outcomeOf(answer, schema),
    ...(operationName === null ? {} : { operationName: operationName.slice(0, LONGEST_NAME) }),
  });
  return answer;
}

/** The body of an answer, with the reply's head set: where nothing can be told, that trying again helps. */
export function bodyOf(reply: FastifyReply, answer: FormattedExecutionResult): Body {
  if (isWithoutAnswer(answer)) reply.code(503).header('retry-after', retryAfterSeconds());
  reply.type('application/json; charset=utf-8');
  const text = JSON.stringify(answer);
  return text.length > LONG_BODY ? Buffer.from(text) : text;
}

function formatted(error: GraphQLError) {
  const { code = 'INTERNAL_SERVER_ERROR', ...extensions } = error.extensions;
  return formatError({ ...error.toJSON(), extensions: { ...extensions, code } }, error);
}
