import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { isRecord } from './document-request.ts';
import type { KnownOperations } from './known-operations.ts';
import { answerTo, type Body, bodyOf } from './operation-answer.ts';
import type { PreparedOperation, Variables } from './prepared-operation.ts';

/** What the lane needs of its endpoint. */
export interface OperationLaneParts<Context extends object> {
  readonly schema: GraphQLSchema;
  readonly known: KnownOperations;
  readonly maximumCost: number;
  readonly context: (request: FastifyRequest) => Promise<Context>;
}

/** Gives the body of the answer to an operation that is known, with the reply's head set; or null: then it is Apollo's. */
export type OperationLane = (request: FastifyRequest, reply: FastifyReply) => Promise<Body | null>;

interface Asked {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
}

/**
 * The way of operations that came before, around Apollo's pipeline: they were parsed, validated and priced once, and only what
 * depends on the request is left. It takes the plain form of a request alone, a POST of JSON, and leaves to Apollo whatever is
 * unusual or is going to be refused: there is one place where refusals are worded.
 */
export function createOperationLane<Context extends object>(parts: OperationLaneParts<Context>): OperationLane {
  return async (request, reply) => {
    const asked = plainRequest(request);
    const prepared = asked && parts.known.find(asked.query, asked.operationName);
    if (!prepared) return null;
    const { variables } = asked;
    const admitted = await admit(parts, request, { prepared, variables });
    if (admitted === null) return null;
    const { cost, context } = admitted;
    const answer = await answerTo(request, parts.schema, { prepared, variables, context });
    return bodyOf(reply, { ...answer, extensions: { cost } });
  };
}

/** Who may not come in, and what may not be asked, is refused by Apollo, which finds the same fault. */
async function admit<Context extends object>(
  { context, maximumCost }: OperationLaneParts<Context>,
  request: FastifyRequest,
  { prepared, variables }: { prepared: PreparedOperation; variables: Variables },
) {
  try {
    const cost = prepared.admit(variables, maximumCost);
    return { cost, context: await context(request) };
  } catch {
    return null;
  }
}

const MEMBERS = ['query', 'operationName', 'variables', 'extensions'];

/** The request where it is a POST of JSON that asks for JSON and holds what it should; null for any other. */
function plainRequest({ method, headers, body }: FastifyRequest): Asked | null {
  if (method !== 'POST' || !isJson(headers['content-type']) || !takesJson(headers.accept)) return null;
  if (!isRecord(body) || Object.keys(body).some((name) => !MEMBERS.includes(name))) return null;
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== 'string' || extensions !== null) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== null && !isRecord(variables)) return null;
  return { query, operationName, variables: variables ?? {} };
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json\s*(;|$)/i.test(type);
}

function takesJson(accept: string | undefined): boolean {
  return accept === undefined || accept === '*/*' || accept === 'application/json';
}
