import type { FastifyInstance } from 'fastify';
import { codeOf } from '../error-code.ts';
import { StartError } from '../start-error.ts';

/** Begins to listen. Throws `StartError` when the address is taken or not this machine's. */
export async function listen(http: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await http.listen({ host, port });
  } catch (cause) {
    if (codeOf(cause) === 'EADDRINUSE') {
      throw new StartError(`Port ${port} of ${host} is taken: stop what uses it, or set PORT.`, { cause });
    }
    if (['EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND'].includes(codeOf(cause))) {
      throw new StartError(`This process cannot listen on ${host}:${port} (${codeOf(cause)}): set HOST or PORT.`, {
        cause,
      });
    }
    throw cause;
  }
}
