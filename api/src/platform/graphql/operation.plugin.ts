import type { ApolloServerPlugin, GraphQLRequestListener, GraphQLResponse } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { RequestNote } from '../http/request-log.ts';
import { retryAfterSeconds } from '../unavailable.ts';
import type { KnownOperations } from './known-operations.ts';
import { isWithoutAnswer, outcomeOf } from './operation-outcome.ts';
import { PreparedOperation } from './prepared-operation.ts';
import type { QueryCost } from './query-cost.ts';

const LONGEST_NAME = 64;

/** What the plugin must be told. */
export interface OperationPluginParts {
  readonly maximumCost: number;
  /** Where operations are kept that were admitted. */
  readonly known: KnownOperations;
  /** Names an operation in the log. */
  readonly note: (note: RequestNote) => void;
}

/**
 * What happens to every operation that Apollo executes: its variables are checked, it is priced, refused above `maximumCost`,
 * answered with its cost in the extensions, named in the log, and remembered, so that the next one like it takes the lane.
 */
export function operationPlugin<Context extends object>({
  maximumCost,
  known,
  note,
}: OperationPluginParts): ApolloServerPlugin<Context> {
  return {
    async requestDidStart(): Promise<GraphQLRequestListener<Context>> {
      let cost: QueryCost | undefined;
      return {
        async didResolveOperation({ schema, document, operation, request, source }) {
          if (!operation) return;
          if (operation.name) note({ operationName: operation.name.value.slice(0, LONGEST_NAME) });
          const prepared = new PreparedOperation(schema, { document, operation, source });
          cost = prepared.admit(request.variables ?? {}, maximumCost);
          known.remember(source, request.operationName ?? null, prepared);
        },
        async willSendResponse({ response, schema }) {
          if (cost) addCost(response, cost);
          answerUnavailable(response);
          note({ outcome: outcomeOfResponse(response, schema) });
        },
      };
    },
  };
}

function addCost({ body }: GraphQLResponse, cost: QueryCost): void {
  if (body.kind === 'single') body.singleResult.extensions = { ...body.singleResult.extensions, cost };
}

/** Proxies and clients may learn from the status that trying again helps. */
function answerUnavailable({ body, http }: GraphQLResponse): void {
  if (body.kind !== 'single' || !isWithoutAnswer(body.singleResult)) return;
  http.status = 503;
  http.headers.set('retry-after', String(retryAfterSeconds()));
}

function outcomeOfResponse({ body }: GraphQLResponse, schema: GraphQLSchema): string {
  return body.kind === 'single' ? outcomeOf(body.singleResult, schema) : 'ok';
}
