import type { ApolloServerPlugin, GraphQLRequestListener, GraphQLResponse } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { RequestNote } from '../http/request-log.ts';
import { RETRY_AFTER_SECONDS } from '../unavailable.ts';
import { refuseNul } from './nul-refusal.ts';
import { priceOperation, type QueryCost } from './query-cost.ts';
import { refuseUnfitVariables } from './variable-problems.ts';

const LONGEST_NAME = 64;

/**
 * What happens to every operation: its variables are checked, it is priced, refused above `maximumCost`, answered with
 * its cost in the extensions, and named in the log by `note`.
 */
export function operationPlugin<Context extends object>(
  maximumCost: number,
  note: (note: RequestNote) => void,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart(): Promise<GraphQLRequestListener<Context>> {
      let cost: QueryCost | undefined;
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (!operation) return;
          const variables = request.variables ?? {};
          if (operation.name) note({ operationName: operation.name.value.slice(0, LONGEST_NAME) });
          refuseUnservedRoot(schema, operation);
          refuseNul(request.query ?? '', variables);
          refuseUnfitVariables(schema, operation, variables);
          cost = priceOperation({ schema, query: alone(operation, document), variables }, maximumCost);
        },
        async willSendResponse({ response, schema }) {
          if (cost) addCost(response, cost);
          answerUnavailable(response);
          note({ outcome: outcomeOf(response, schema) });
        },
      };
    },
  };
}

/** graphql-js lets a subscription pass validation in a schema that has none, and fails on executing it. */
function refuseUnservedRoot(schema: GraphQLSchema, { operation }: OperationDefinitionNode): void {
  if (schema.getRootType(operation)) return;
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } };
  throw new GraphQLError(`This schema has no ${operation}.`, { extensions });
}

/** The operation that was asked for, without the others of its document. */
function alone(operation: OperationDefinitionNode, document: DocumentNode): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
}

function addCost({ body }: GraphQLResponse, cost: QueryCost): void {
  if (body.kind === 'single') body.singleResult.extensions = { ...body.singleResult.extensions, cost };
}

/** Without its data an answer is none: proxies and clients may learn from the status that trying again helps. */
function answerUnavailable({ body, http }: GraphQLResponse): void {
  if (body.kind !== 'single') return;
  const { data, errors } = body.singleResult;
  const isUnavailable = errors?.some((error) => error.extensions?.code === 'SERVICE_UNAVAILABLE');
  if (!isUnavailable || Object.values(data ?? {}).some((value) => value !== null)) return;
  http.status = 503;
  http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
}

/** `ok`, the code of the first error, or the type that a visitor's mutation answered with, such as `GateDenied`. */
function outcomeOf({ body }: GraphQLResponse, schema: GraphQLSchema): string {
  if (body.kind !== 'single') return 'ok';
  const code = body.singleResult.errors?.[0]?.extensions?.code;
  if (code !== undefined) return String(code);
  const types = Object.values(body.singleResult.data ?? {}).map((value) => typeNameOf(value, schema));
  return types.find((name) => name !== undefined) ?? 'ok';
}

/** Believed only when it names a type: a client may call any other field `__typename`, an access pass too. */
function typeNameOf(value: unknown, schema: GraphQLSchema): string | undefined {
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return undefined;
  const name = String(value.__typename);
  return isObjectType(schema.getType(name)) ? name : undefined;
}
