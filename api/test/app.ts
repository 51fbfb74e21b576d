import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { DestinationStream } from 'pino';
import { afterAll } from 'vitest';
import { createServices, type Services } from '../src/app.ts';
import { createApp } from '../src/doors.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import type { Database } from '../src/platform/database/database.ts';
import { createLogger } from '../src/platform/logger.ts';
import { WaitingRoom } from '../src/platform/waiting-room.ts';
import { ALL_SCOPES, type ApiTokenScope } from '../src/shop/api-token-scope.ts';
import { testDatabase } from './database.ts';

/** What a GraphQL request over HTTP came back with. `data` is for the test to look into. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: the test says by its query what the answer looks like.
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[] | undefined;
}

/** Sends one document. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** The whole API over a database of the test file's own. */
export interface TestApp {
  readonly http: FastifyInstance;
  readonly database: Database;
  readonly services: Services;
  readonly config: Config;
  /** A merchant's tool, with a token of the shop. */
  asTool(shop: string, scopes?: readonly ApiTokenScope[]): Promise<Ask>;
  /** A visitor at an address. */
  asVisitor(address?: string): Ask;
}

/** As wide as the product's, and blind to the clock: a test injects hundreds of requests without a turn of the event loop between them. */
const CROWD = { atOnce: 200, seats: 2_000, patienceMs: 5_000 };

const APP_KEY = new Uint8Array(32).fill(11);

/** Call it in `beforeAll`; it closes with the file. `env` overrides settings. */
export async function testApp(env: Record<string, string> = {}): Promise<TestApp> {
  const database = await testDatabase();
  return appOver(database, env);
}

/** What a test wants to hold in its own hands. */
interface InHand {
  /** Where the test reads the log; without it nothing is logged. */
  readonly log?: DestinationStream;
  /** Where visitors wait; without it the product's own. */
  readonly crowd?: WaitingRoom;
}

/** A further process of the API over the same database. */
export async function appOver(
  database: Database,
  env: Record<string, string> = {},
  { log, crowd = new WaitingRoom(CROWD) }: InHand = {},
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vip-test-'));
  const own = { DATABASE_URL: database.url, DATA_DIR: dataDir };
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'https://vip.example', ...own, ...env });
  const parts = { config, database, appKey: APP_KEY, logger: createLogger(config.logLevel, log) };
  const services = createServices(parts);
  const http = attentive(await createApp(parts, services, crowd), services);
  await http.ready();
  afterAll(() => http.close().then(() => rm(dataDir, { recursive: true })));
  return {
    ...{ http, database, services, config },
    async asTool(shop, scopes = ALL_SCOPES) {
      const { token } = await services.apiTokens.create(shop, { name: 'test', scopes: [...scopes] });
      return asker(http, '/admin/graphql', { headers: { authorization: `Bearer ${token}` } });
    },
    asVisitor(address = '192.0.2.1') {
      return asker(http, '/public/graphql', { remoteAddress: address });
    },
  };
}

/** What was written before a request is asked has been heard by then: a test need not wait for what takes a moment. */
function attentive(http: FastifyInstance, { notices }: Services): FastifyInstance {
  const inject = http.inject.bind(http) as (options: InjectOptions) => Promise<LightMyRequestResponse>;
  return Object.assign(http, { inject: (options: InjectOptions) => notices.catchUp().then(() => inject(options)) });
}

/** Overrun; and late, which Fastify calls the client's fault where a request did not come over a socket. */
const COME_AGAIN = [503, 408];
const PAUSE_MS = 100;

/** Asks again where the answer is to come again later, as the widget does: on a slow machine a crowd is served in turns. */
export function patiently(ask: Ask): Ask {
  return async (query, variables) => {
    for (;;) {
      const answer = await ask(query, variables);
      if (!COME_AGAIN.includes(answer.status)) return answer;
      await pause(PAUSE_MS);
    }
  };
}

/** Sends documents to an endpoint, with whatever the caller is known by. */
export function asker(
  http: FastifyInstance,
  url: string,
  caller: { headers?: Record<string, string>; remoteAddress?: string },
): Ask {
  return async (query, variables = {}) => {
    const response = await http.inject({ method: 'POST', url, ...caller, payload: { query, variables } });
    const { data, errors } = response.json();
    return { status: response.statusCode, headers: response.headers, data, errors };
  };
}
