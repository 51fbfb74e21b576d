import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Variables } from './prepared-operation.ts';

/** A request that names a trusted document instead of bringing a text. */
export interface DocumentRequest {
  readonly documentId: string;
  readonly variables: Variables;
}

/**
 * What a request asks of the trusted documents, by POST or by GET; null where it names none. Throws BAD_REQUEST (400) for one that names
 * a document and is not what GraphQL over HTTP says of it.
 */
export function documentRequestOf({ method, query, body }: FastifyRequest): DocumentRequest | null {
  const said = method === 'GET' ? query : body;
  if (!isRecord(said) || said.documentId === undefined) return null;
  const { documentId, query: text, operationName = null, variables = null } = said;
  if (typeof documentId !== 'string') throw badRequest('`documentId` must be one text.');
  if (text !== undefined) throw badRequest('Send `documentId` or `query`, not both.');
  if (operationName !== null && typeof operationName !== 'string') throw badRequest('`operationName` must be a text.');
  const values = method === 'GET' ? parsed(variables) : variables;
  if (values !== null && !isRecord(values)) throw badRequest('`variables` must be an object.');
  return { documentId, variables: values ?? {} };
}

/** Whether it is an object of JSON. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In an address variables are a text of JSON. */
function parsed(variables: unknown): unknown {
  if (variables === null) return null;
  try {
    return JSON.parse(String(variables));
  } catch {
    throw badRequest('`variables` must be JSON.');
  }
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
