import type { FastifyInstance } from 'fastify';
import { explainListening } from '../free-port.ts';

/** Begins to listen. Throws `StartError` when somebody took the port since it was found free. */
export async function listen(http: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await http.listen({ host, port });
  } catch (error) {
    throw explainListening(error, { host, port });
  }
}
