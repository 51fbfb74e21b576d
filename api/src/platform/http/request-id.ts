import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header in which a request's id comes from a proxy, and in which it is always answered. */
export const REQUEST_ID_HEADER = 'x-request-id';

const SANE = /^[\w.-]{8,64}$/;

/** The id that a proxy has given, when it is one to put into a log line; otherwise a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}
