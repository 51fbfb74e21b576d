import type { OutgoingHttpHeaders } from 'node:http';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { createHttpServer } from '../http/http-server.ts';
import { noteForLog } from '../http/request-log.ts';
import { createLogger } from '../logger.ts';
import { AnswerMemory } from './answer-memory.ts';
import { mountGraphql } from './graphql-endpoint.ts';
import type { QueryLimits } from './query-limits.ts';
import { type NamedShops, toySchema } from './toy-schema.fixture.ts';
import type { DocumentTexts } from './trusted-documents.ts';

/** A running server without a socket, with the lines that it has logged. */
export interface Toy {
  readonly http: FastifyInstance;
  /** Posts a body, by default the shortest operation, to an endpoint. */
  ask(url: string, headers: Record<string, string>, payload?: string): Promise<Answer>;
  /** Where the answers of the public endpoint are kept that are the same for everybody. */
  readonly answers: AnswerMemory;
  /** The shops that were asked for by id. */
  readonly named: NamedShops;
  /** Everything logged so far, as it would stand in a log store. */
  logText(): string;
  logLines(): Record<string, unknown>[];
}

/** An answer of an endpoint, read. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: {
    data?: unknown;
    errors: [{ message: string; path?: readonly (string | number)[]; extensions: Record<string, unknown> }];
  };
  readonly text: string;
}

/** The limits of `config.ts`, for a schema of our own making. */
export const LIMITS: QueryLimits & { bodyBytes: number } = {
  bodyBytes: 32_768,
  tokens: 1000,
  depth: 10,
  aliases: 15,
  directives: 20,
  cost: 200,
  mutationFields: 1,
};

/** What the public endpoint knows beforehand. A client of ours names documents by their hashes; a test reads names better. */
export const TRUSTED: DocumentTexts = {
  hello: '{ hello }',
  offline: '{ offline }',
  shop: 'query Named($id: ID!) { named(id: $id) { name } }',
  refused: 'query ($reason: String!) { refused(reason: $reason) }',
  unlock: 'mutation Unlock($input: UnlockInput!) { unlock(input: $input) { __typename ... on Opened { pass } } }',
};

/** Both endpoints, as the application mounts them: `/public/graphql` for all, `/admin/graphql` with the token `good`. */
export async function startToy(limits: Partial<typeof LIMITS> = {}, texts: DocumentTexts = TRUSTED): Promise<Toy> {
  const { lines, logger } = memoryLog();
  const checks = { database: async () => true };
  const times = { requestTimeoutMs: 5000, headersTimeoutMs: 5000 };
  const http = await createHttpServer({
    logger,
    bodyBytes: 65_536,
    ...times,
    trustedProxies: [],
    https: false,
    checks,
  });
  const named: NamedShops = [];
  const answers = new AnswerMemory();
  const common = { schema: toySchema(named), limits: { ...LIMITS, ...limits } };
  await mountGraphql(http, {
    ...common,
    path: '/public/graphql',
    access: 'open-to-every-origin',
    trusted: { texts, openVariables: ['id'], answers },
    context: async () => ({}),
  });
  await mountGraphql(http, {
    ...common,
    path: '/admin/graphql',
    access: 'same-origin',
    graphiqlSession: '/admin/session',
    async context(request) {
      if (request.headers.authorization === 'Bearer offline') throw Object.assign(new Error('gone'), { code: '57P01' });
      if (request.headers.authorization === 'Bearer broken') throw new Error('no such column "token_hash"');
      if (request.headers.authorization !== 'Bearer good') {
        throw new GraphQLError('A valid token is needed.', { extensions: { code: 'UNAUTHENTICATED' } });
      }
      noteForLog(request, { shop: 'toy.myshopify.com' });
      return {};
    },
  });
  http.get('/c/:secretLink', async () => 'page');
  http.post('/breaks', async () => Promise.reject(new Error('password=hunter2 at /srv/app.ts')));
  const ask: Toy['ask'] = async (url, headers, payload = HELLO) => {
    const request = { url, headers: { 'content-type': 'application/json', ...headers }, payload };
    const response = await http.inject({ method: 'POST', ...request });
    return { status: response.statusCode, headers: response.headers, body: response.json(), text: response.body };
  };
  return {
    http,
    ask,
    answers,
    named,
    logText: () => lines.join(''),
    logLines: () => lines.map((line) => JSON.parse(line)),
  };
}

/** The body of the shortest operation. */
export const HELLO = JSON.stringify({ query: '{ hello }' });

/** Posts one operation to the public endpoint. */
export async function post(toy: Toy, query: string, variables?: object) {
  const payload = JSON.stringify({ query, ...(variables ? { variables } : {}) });
  const headers = { 'content-type': 'application/json' };
  const response = await toy.http.inject({ method: 'POST', url: '/public/graphql', headers, payload });
  const body = response.json();
  return { status: response.statusCode, body, code: body.errors?.[0]?.extensions?.code, text: response.body, response };
}

function memoryLog() {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, logger: createLogger('trace', sink) };
}
