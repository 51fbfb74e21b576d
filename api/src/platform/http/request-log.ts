import type { FastifyInstance, FastifyRequest } from 'fastify';
import { plainLogger } from '../logger.ts';
import { CrowdLog } from './crowd-log.ts';

/** What a room may add to the one log line of its request. Nothing of it names or quotes a person. */
export interface RequestNote {
  /** The shop's domain. */
  shop?: string;
  /** Name of the GraphQL operation, as the client calls it. */
  operationName?: string;
  /** How it ended, in one word or code, such as `ok` or `GateDenied`. */
  outcome?: string;
  /** It was sent away because more was asked at once than can be answered: nothing for anybody to look into by itself. */
  isCrowd?: true;
}

const notes = new WeakMap<FastifyRequest, RequestNote>();

/** Adds to the log line that is written when the request is answered. */
export function noteForLog(request: FastifyRequest, note: RequestNote): void {
  notes.set(request, { ...notes.get(request), ...note });
}

/**
 * One line per request. It names the route's pattern, `/c/:secretLink`, and never the address that was asked for: a
 * secret link or `?vip=` opens a gate to whoever reads the log.
 */
export function logRequests(http: FastifyInstance): void {
  const lines = plainLogger(http.log);
  const crowd = new CrowdLog(lines);
  http.addHook('onResponse', (request, reply, done) => {
    done();
    const { shop, operationName, outcome, isCrowd } = notes.get(request) ?? {};
    if (isCrowd) crowd.count();
    // Fastify makes them anew each time they are asked for.
    const { url: route = null, logLevel } = request.routeOptions;
    if (logLevel === 'silent' && reply.statusCode < 500) return;
    const line = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      ...(shop === undefined ? {} : { shop }),
      ...(operationName === undefined ? {} : { operationName }),
      outcome: outcome ?? (reply.statusCode < 400 ? 'ok' : 'refused'),
    };
    if (reply.statusCode >= 500 && !isCrowd) lines.error(line, 'request');
    else lines.info(line, 'request');
  });
}
