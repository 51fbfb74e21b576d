import type { FastifyInstance } from 'fastify';
import { REQUEST_ID_HEADER } from '../http/request-id.ts';

/** When an answer that caches may keep has left the server: ISO 8601, with milliseconds. */
export const SERVER_TIME_HEADER = 'x-server-time';

/** A browser asks for permission once in so long; Chromium makes two hours of it. */
const PREFLIGHT_SECONDS = 86_400;
const ASKABLE_HEADERS = ['accept', 'apollo-require-preflight', 'content-type', REQUEST_ID_HEADER];
const READABLE_HEADERS = ['age', 'date', 'retry-after', REQUEST_ID_HEADER, SERVER_TIME_HEADER];

/** The same for every page and every question, without credentials. */
const PERMISSION = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': ASKABLE_HEADERS.join(', '),
  'access-control-max-age': String(PREFLIGHT_SECONDS),
};
const READABLE = READABLE_HEADERS.join(', ');

/** Lets pages of every origin call what lies in this scope, without credentials. A preflight goes no further than this. */
export function openToEveryOrigin(scope: FastifyInstance): void {
  scope.addHook('onRequest', (_request, reply, done) => {
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', READABLE);
    done();
  });
  scope.options('', (_request, reply) => void reply.code(204).headers(PERMISSION).send());
}
