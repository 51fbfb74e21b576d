import type { FastifyInstance } from 'fastify';
import { explainListening } from '../free-port.ts';

/** Connections that may wait to be taken; what comes beyond is dropped by the kernel, and knocks again only after seconds. */
const BACKLOG = 4_096;

/** Begins to listen. Throws `StartError` when somebody took the port since it was found free. */
export async function listen(http: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await http.listen({ host, port, backlog: BACKLOG });
  } catch (error) {
    throw explainListening(error, { host, port });
  }
}
