import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
  type RouteOptions,
} from 'fastify';
import { isDraining } from './close-gracefully.ts';
import { endLateRequests } from './deadlines.ts';
import { healthRoutes, type ReadinessCheck } from './health.ts';
import { problemOf, sendProblem } from './http-error.ts';
import { LateLogger } from './late-logger.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id.ts';
import { logRequests } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';

/** What the server must know; sizes in bytes, times in milliseconds. */
export interface HttpSettings {
  readonly logger: FastifyBaseLogger;
  /** Largest body of a route that names no `bodyLimit` of its own. */
  readonly bodyBytes: number;
  /** Longest time from a request's first byte to its answer; a route with a large `bodyLimit` has more. */
  readonly requestTimeoutMs: number;
  /** Longest time in which a request's headers must have come. */
  readonly headersTimeoutMs: number;
  /** CIDRs of the proxies whose `X-Forwarded-*` is believed; empty: nobody's. */
  readonly trustedProxies: readonly string[];
  /** Whether people reach this server by https, so that browsers may be told to keep to it. */
  readonly https: boolean;
  /** What `/readyz` asks, by name. */
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
}

/** An upload that is slower than this, in bytes per second, is cut off. */
const SLOWEST_UPLOAD = 256 * 1024;
/** Node.js ends any request after this, whatever its route allows: the largest upload at its slowest. */
const LONGEST_REQUEST_MS = 900_000;
const KEEP_ALIVE_MS = 72_000;
const TIMEOUT_CHECK_MS = 1000;

/** A Fastify with everything that holds for all routes; it does not listen yet. */
export async function createHttpServer(settings: HttpSettings): Promise<FastifyInstance> {
  const http: FastifyInstance = fastify({
    loggerInstance: settings.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    childLoggerFactory: (logger, bindings, options) => new LateLogger(logger, bindings, options),
    genReqId: requestIdOf,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    bodyLimit: settings.bodyBytes,
    requestTimeout: LONGEST_REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: settings.headersTimeoutMs, connectionsCheckingInterval: TIMEOUT_CHECK_MS },
    forceCloseConnections: 'idle',
    // Who has asked already is answered, also while the server is closing.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (fault, request, reply) => void sendProblem(reply, problemOf(fault, request)),
  });
  http.addHook('onRoute', (route) => giveLargeBodiesTime(route, settings.requestTimeoutMs));
  endLateRequests(http, settings.requestTimeoutMs);
  beginAnswers(http, securityHeaders(settings.https));
  refuseBrokenHosts(http);
  logRequests(http);
  http.setErrorHandler<FastifyError>((fault, request, reply) => sendProblem(reply, problemOf(fault, request)));
  http.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, { status: 404, code: 'NOT_FOUND', message: 'There is nothing at this address.' }),
  );
  healthRoutes(http, settings.checks, () => isDraining(http));
  return http;
}

function giveLargeBodiesTime(route: RouteOptions, requestTimeoutMs: number): void {
  if (route.bodyLimit === undefined || route.handlerTimeout !== undefined) return;
  const upload = Math.ceil((route.bodyLimit / SLOWEST_UPLOAD) * 1000);
  route.handlerTimeout = Math.min(Math.max(requestTimeoutMs, upload), LONGEST_REQUEST_MS);
}

/** What stands in the head of every answer. */
function beginAnswers(http: FastifyInstance, headers: Readonly<Record<string, string>>): void {
  http.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header(REQUEST_ID_HEADER, request.id);
    done();
  });
}

const BROKEN_HOST = { status: 400, code: 'BAD_REQUEST', message: 'The Host header is malformed.' };
/** Hosts that were looked at; there are few, and whoever makes up others must not fill the memory. */
const MOST_HOSTS = 100;

/** Handlers build absolute addresses from `Host`; one that is no host would make them throw. */
function refuseBrokenHosts(http: FastifyInstance): void {
  const sound = new Set(['']);
  http.addHook('onRequest', (request, reply, done) => {
    const { host } = request;
    if (!sound.has(host)) {
      if (!URL.canParse(`http://${host}/`)) return void sendProblem(reply, BROKEN_HOST);
      if (sound.size < MOST_HOSTS) sound.add(host);
    }
    done();
  });
}
