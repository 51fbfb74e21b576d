import { createServer } from 'node:net';
import type { Config } from './config.ts';
import { codeOf } from './error-code.ts';
import { StartError } from './start-error.ts';

const REASONS: Record<string, string> = {
  EADDRINUSE: 'another program listens there already',
  EACCES: 'this user may not',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
};

/**
 * Refuses with a `StartError` an address on which the server could not listen. Asked before the database is touched: a
 * second start by mistake should change nothing.
 */
export async function requireFreePort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((done, fail) => probe.once('error', fail).listen({ host, port }, done));
    await new Promise((done) => probe.close(done));
  } catch (error) {
    throw explainListening(error, { host, port });
  }
}

/** Why the server cannot listen, as a `StartError`. */
export function explainListening(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): StartError {
  const why = REASONS[codeOf(error)] ?? codeOf(error);
  return new StartError(`Cannot listen on ${host}, port ${port}: ${why}. PORT and HOST change it.`, { cause: error });
}
