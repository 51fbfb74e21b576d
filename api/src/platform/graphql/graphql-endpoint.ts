import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { describeFault } from '../fault.ts';
import { OverloadError } from '../unavailable.ts';
import type { WaitingRoom } from '../waiting-room.ts';
import type { AnswerMemory } from './answer-memory.ts';
import { openToEveryOrigin } from './cross-origin.ts';
import { sendGraphiqlPage } from './graphiql.page.ts';
import { answering, contextError, formatError, noteForCurrent, sendGraphqlProblem } from './graphql-failure.ts';
import { KnownOperations } from './known-operations.ts';
import { operationPlugin } from './operation.plugin.ts';
import { createOperationLane, type OperationLane } from './operation-lane.ts';
import { limitRules, type QueryLimits } from './query-limits.ts';
import { type DocumentTexts, TrustedDocuments } from './trusted-documents.ts';
import { TrustedLane } from './trusted-lane.ts';

/** One schema at one address. */
export interface GraphqlEndpoint<Context extends object> {
  /** Such as `/public/graphql`. */
  readonly path: string;
  readonly schema: GraphQLSchema;
  /** Whether any page in the world may call it, without credentials, or only pages of this server. */
  readonly access: 'open-to-every-origin' | 'same-origin';
  /** `bodyBytes`: largest body. */
  readonly limits: QueryLimits & { readonly bodyBytes: number };
  /** Where operations wait their turn; without it nothing is bounded. */
  readonly crowd?: WaitingRoom;
  /** Documents of clients of ours; without them every request brings its text. */
  readonly trusted?: TrustedSettings;
  /** Address that answers GraphiQL's POST with `{ token }`; without it GraphiQL leaves headers to who uses it. */
  readonly graphiqlSession?: string;
  /** What resolvers get. Throws a GraphQLError with UNAUTHENTICATED or FORBIDDEN for a caller who may not come in. */
  context(request: FastifyRequest): Promise<Context>;
}

/** What may be asked by an identifier instead of a text. */
export interface TrustedSettings {
  readonly texts: DocumentTexts;
  /** Variables that are no secret: a query with no others may be asked by GET, and its answer is kept for everybody. */
  readonly openVariables: readonly string[];
  /** Where such answers are kept. */
  readonly answers: AnswerMemory;
}

/** The ways on which an endpoint answers. */
interface Lanes<Context extends object> {
  readonly apollo: ApolloServer<Context>;
  readonly lane: OperationLane;
  readonly trusted: TrustedLane | null;
}

/** Serves a schema, and GraphiQL to browsers that ask for a page, until the server closes. */
export async function mountGraphql<Context extends object>(
  http: FastifyInstance,
  mounted: GraphqlEndpoint<Context>,
): Promise<void> {
  const endpoint = { ...mounted, context: oncePerRequest(mounted.context) };
  const known = new KnownOperations();
  const apollo = apolloFor(endpoint, known, http.log);
  await apollo.start();
  http.addHook('onClose', () => apollo.stop());
  const { schema, limits, context } = endpoint;
  const lane = createOperationLane({ schema, known, maximumCost: limits.cost, context });
  const trusted = trustedLaneOf(endpoint);
  await http.register((scope) => addRoutes(scope, endpoint, { apollo, lane, trusted }), { prefix: endpoint.path });
}

function trustedLaneOf<Context extends object>({ schema, trusted, crowd, context }: GraphqlEndpoint<Context>) {
  if (!trusted) return null;
  const { texts, openVariables, answers } = trusted;
  const documents = new TrustedDocuments({ schema, texts, openVariables });
  const admit: WaitingRoom['admit'] = crowd ? (work) => crowd.admit(work) : async (work) => work();
  return new TrustedLane({ schema, documents, answers, context, admit });
}

/** The lane and Apollo are told of the same caller, or of the same failure to find out: to ask may take an exchange of tokens. */
function oncePerRequest<Context extends object>(context: GraphqlEndpoint<Context>['context']) {
  const asked = new WeakMap<FastifyRequest, Promise<Context>>();
  return (request: FastifyRequest): Promise<Context> => {
    const known = asked.get(request);
    if (known) return known;
    const answer = context(request);
    asked.set(request, answer);
    return answer;
  };
}

function apolloFor<Context extends object>(
  { schema, limits }: GraphqlEndpoint<Context>,
  known: KnownOperations,
  log: FastifyBaseLogger,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: limitRules(limits),
    plugins: [
      operationPlugin<Context>({ maximumCost: limits.cost, known, note: noteForCurrent }),
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every resolver, for hints that no schema of ours gives.
      ApolloServerPluginCacheControlDisabled(),
    ],
    formatError,
    logger: apolloLog(log),
  });
}

async function addRoutes<Context extends object>(
  scope: FastifyInstance,
  endpoint: GraphqlEndpoint<Context>,
  { apollo, lane, trusted }: Lanes<Context>,
): Promise<void> {
  const isOpen = endpoint.access === 'open-to-every-origin';
  if (isOpen) openToEveryOrigin(scope);
  if (endpoint.crowd) sendCrowdAway(scope, endpoint.crowd);
  scope.removeContentTypeParser('text/plain');
  const answer = fastifyApolloHandler(apollo, {
    context: (request: FastifyRequest) =>
      endpoint.context(request).catch((fault) => Promise.reject(contextError(fault))),
  });
  const route = { url: '', bodyLimit: endpoint.limits.bodyBytes, errorHandler: sendGraphqlProblem };
  scope.route({
    ...route,
    method: ['GET', 'POST'],
    exposeHeadRoute: false,
    async handler(request, reply) {
      reply.header('cache-control', 'no-store');
      if (request.method === 'GET' && wantsPage(request)) return sendGraphiqlPage(reply, endpoint);
      const byText = async () => (await lane(request, reply)) ?? answer.call(this, request, reply);
      const work = () => answering(request, async () => (await trusted?.post(request, reply)) ?? byText());
      const inTurn = () => (endpoint.crowd ? endpoint.crowd.admit(work) : work());
      if (request.method === 'POST' || !trusted) return inTurn();
      return (await answering(request, () => trusted.get(request, reply))) ?? inTurn();
    },
  });
  scope.route({
    ...route,
    method: ['DELETE', 'HEAD', 'PATCH', 'PUT', ...(isOpen ? [] : ['OPTIONS'])],
    handler: refuseMethod,
  });
}

/** One for all: to note where it came from takes longer than to send it. */
const CROWDED = new OverloadError() as FastifyError;

/** Before their body is read. Who asks by GET may find an answer that is made already, and costs no more than to be sent away. */
function sendCrowdAway(scope: FastifyInstance, crowd: WaitingRoom): void {
  scope.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'POST' || !crowd.isFull) return done();
    reply.header('cache-control', 'no-store');
    sendGraphqlProblem(CROWDED, request, reply);
  });
}

function wantsPage(request: FastifyRequest): boolean {
  const accepted = request.headers.accept ?? '';
  return accepted.includes('text/html') && !accepted.includes('json');
}

async function refuseMethod(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply.header('allow', 'GET, POST');
  const refusal = { code: 'METHOD_NOT_ALLOWED', statusCode: 405, name: 'Refusal', message: 'Use GET or POST.' };
  return sendGraphqlProblem(refusal, request, reply);
}

/** Apollo's own lines quote errors; ours name them. */
function apolloLog(log: FastifyBaseLogger) {
  const describe = (line: unknown) => ({ err: describeFault(new Error(String(line))) });
  return {
    debug: () => {},
    info: () => {},
    warn: (line: unknown) => log.warn(describe(line), 'Apollo Server'),
    error: (line: unknown) => log.error(describe(line), 'Apollo Server'),
  };
}
