import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { buildSchema, GraphQLError, type GraphQLFieldResolver, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { createHttpServer } from '../http/http-server.ts';
import { noteForLog } from '../http/request-log.ts';
import { createLogger } from '../logger.ts';
import { mountGraphql } from './graphql-endpoint.ts';
import type { QueryLimits } from './query-limits.ts';

/** A running server without a socket, with the lines that it has logged. */
export interface Toy {
  readonly http: FastifyInstance;
  /** Everything logged so far, as it would stand in a log store. */
  logText(): string;
  logLines(): Record<string, unknown>[];
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

const SDL = `
  type Query {
    hello: String
    shops(first: Int! = 10): ShopConnection!
    shop: Shop!
    broken: String
    brokenHard: String!
    offline: String!
    refused(reason: String!): String
  }
  type Mutation { unlock(input: UnlockInput!): UnlockResult!  view(id: ID!): String }
  input UnlockInput { campaignId: ID! password: String! kind: Kind guesses: Int }
  enum Kind { PASSWORD EMAIL }
  union UnlockResult = Opened | Denied
  type Opened { pass: String! }
  type Denied { message: String! }
  type ShopConnection { edges: [ShopEdge!]! nodes: [Shop!]! totalCount: Int! }
  type ShopEdge { cursor: String! node: Shop! }
  type Shop { id: ID! name: String! neighbour: Shop! neighbours: [Shop!]! }
`;

type Resolver = GraphQLFieldResolver<unknown, object>;

const shop = (): object => ({ id: '1', name: 'Toy', neighbour: shop, neighbours: () => [shop(), shop()] });

const RESOLVERS: Record<string, Record<string, Resolver>> = {
  Query: {
    hello: () => 'world',
    shop,
    shops: () => ({ edges: [{ cursor: 'c', node: shop() }], nodes: [shop()], totalCount: 1 }),
    broken: (_source, _args) => Promise.reject(new TypeError(`no row for "someone@example.org" in /srv/secret.ts`)),
    brokenHard: () => Promise.reject(new Error('SELECT * FROM "Signup"')),
    offline: () =>
      Promise.reject(Object.assign(new Error("Can't reach database server at db:5432"), { code: 'P1001' })),
    refused: (_source, { reason }) => {
      throw new GraphQLError('No.', { extensions: { code: reason, scope: 'read_campaigns', secret: 'hidden' } });
    },
  },
  Mutation: {
    unlock: (_source, { input }) => {
      if (input.password === 'open') return { __typename: 'Opened', pass: 'marker-pass' };
      if (input.password.startsWith('crash')) throw new Error(`unexpected ${input.password} here`);
      return { __typename: 'Denied', message: 'No.' };
    },
    view: () => 'ok',
  },
};

/** The toy schema, with resolvers that answer, refuse and break. */
export function toySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const [type, fields] of Object.entries(RESOLVERS)) {
    const object = schema.getType(type);
    if (!(object instanceof GraphQLObjectType)) throw new Error(`${type} is no object type.`);
    for (const [name, resolve] of Object.entries(fields)) Object.assign(object.getFields()[name] ?? {}, { resolve });
  }
  return schema;
}

/** Both endpoints, as the application mounts them: `/public/graphql` for all, `/admin/graphql` with the token `good`. */
export async function startToy(limits: Partial<typeof LIMITS> = {}): Promise<Toy> {
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
  const common = { schema: toySchema(), limits: { ...LIMITS, ...limits } };
  await mountGraphql(http, {
    ...common,
    path: '/public/graphql',
    access: 'open-to-every-origin',
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
  return { http, logText: () => lines.join(''), logLines: () => lines.map((line) => JSON.parse(line)) };
}

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
