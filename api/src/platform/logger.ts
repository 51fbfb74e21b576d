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
    ...formOf(level),
    redact: { paths: NEVER_LOGGED.flatMap((name) => [name, `*.${name}`]), remove: true },
    serializers: {
      err: (fault: unknown) => describeFault(fault),
      req: ({ method }: { method: string }) => ({ method }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
  return destination ? pino(settings, destination) : pino(settings);
}

/**
 * A logger into the same place that leaves nothing out, for lines which are ours in every part: to look each of them through costs more than to
 * write it. What is no logger of `createLogger` is given back as it is.
 */
export function plainLogger<Other>(logger: Other): Other | Logger {
  const known = logger as Logger;
  const destination = (logger as Record<symbol, DestinationStream>)[pino.symbols.streamSym];
  // What each line of this logger says, such as its process, stays.
  return destination ? pino(formOf(known.level), destination).child(known.bindings()) : logger;
}

function formOf(level: string) {
  return {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
}
