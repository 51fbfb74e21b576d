import { setTimeout as pause } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { describeFault } from '../fault.ts';

/** How to stop. */
export interface Closing {
  /**
   * How long the server goes on taking requests after `/readyz` has said no, in milliseconds: a balancer in front needs its time to hear
   * of it. Connections stay as they are: were they ended, all would come again at once.
   */
  readonly delayMs: number;
  /** How long requests in flight may take to finish, in milliseconds; then their connections are cut. */
  readonly graceMs: number;
  /** Closes what requests needed, such as the database; called once no request is left. */
  after(): Promise<void>;
}

/** What `after` may take beyond the grace, in milliseconds, before the process ends without it. */
const AFTER_MS = 5000;

const draining = new WeakSet<FastifyInstance>();

/** Whether the server has been asked to stop. */
export function isDraining(http: FastifyInstance): boolean {
  return draining.has(http);
}

/** Takes the server off readiness, waits, lets requests in flight finish within the grace, cuts the rest, then calls `after`. */
export async function closeGracefully(http: FastifyInstance, { delayMs, graceMs, after }: Closing): Promise<void> {
  draining.add(http);
  if (delayMs > 0) await pause(delayMs);
  const cut = setTimeout(() => http.server.closeAllConnections(), graceMs);
  try {
    await http.close();
  } finally {
    clearTimeout(cut);
    await after();
  }
}

/** What a terminal sends to every process that it runs. */
export type TerminalSignal = 'SIGINT' | 'SIGHUP' | 'SIGQUIT';

/**
 * Closes gracefully at SIGTERM, SIGINT and the like, and after an error that nobody caught; then ends the process. `skip`: signals that
 * somebody else minds.
 */
export function closeOnSignals(http: FastifyInstance, closing: Closing, skip: TerminalSignal[] = []): void {
  const delay = closing.delayMs + closing.graceMs + AFTER_MS;
  closeWithGrace({ delay, logger: false, skip }, async ({ signal, err }) => {
    if (err) http.log.fatal({ err: describeFault(err) }, 'stopping after an error that nobody caught');
    else http.log.info({ signal }, 'stopping');
    await closeGracefully(http, closing);
  });
}
