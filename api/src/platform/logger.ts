import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { describeFault } from './fault.ts';

/** Names under which a secret or a person could stand in a log line, at its top or one level below. */
const NEVER_LOGGED = [
  'authorization',
  'body',
  'cookie',
  'email',
  'firstName',
  'headers',
  'lastName',
  'pass',
  'password',
  'query',
  'secretLink',
  'token',
  'url',
  'variables',
];

/**
 * Structured JSON, one line per event, to stdout. Errors are written without the values they speak of (`describeFault`),
 * and what stands under a name of `NEVER_LOGGED` is left out. `destination`: somewhere else than stdout.
 */
export function createLogger(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const settings = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: NEVER_LOGGED.flatMap((name) => [name, `*.${name}`]), remove: true },
    serializers: {
      err: (fault: unknown) => describeFault(fault),
      req: ({ method }: { method: string }) => ({ method }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
  return destination ? pino(settings, destination) : pino(settings);
}
