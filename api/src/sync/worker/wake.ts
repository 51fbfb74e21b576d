import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { PrismaClient } from '../../../../prisma/client/client.ts';
import { describeFault } from '../../platform/fault.ts';

const CHANNEL = 'signup';
const AT_MOST_EVERY_MS = 200;
const CONNECT_AGAIN_MS = 1_000;
const CONNECT_WITHIN_MS = 5_000;

/**
 * Tells every worker that sign-ups were kept, at most five times a second for a process. Nobody waits for it: a call that gets lost costs
 * the seconds until the worker looks by itself.
 */
export function createSignupCall(prisma: PrismaClient): () => void {
  let isCalling = false;
  let isWanted = false;
  return async function call(): Promise<void> {
    isWanted = true;
    if (isCalling) return;
    isCalling = true;
    while (isWanted) {
      isWanted = false;
      // A database that is away now is noticed and told by all who need it; a call that fails with it is only one that got lost.
      await prisma.$executeRaw`SELECT pg_notify(${CHANNEL}, '')`.catch(() => 0);
      await pause(AT_MOST_EVERY_MS, undefined, { ref: false });
    }
    isCalling = false;
  };
}

/** Listens for such calls, over a connection of its own that it makes again whenever it breaks. */
export class SignupListener {
  readonly #url: string;
  readonly #logger: Logger;
  readonly #onCall: () => void;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor({ url, logger, onCall }: { url: string; logger: Logger; onCall: () => void }) {
    this.#url = url;
    this.#logger = logger;
    this.#onCall = onCall;
  }

  /** Begins; comes back when it listens, or when the first try failed and others follow. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
      application_name: 'vip-early-access-pass listener',
    });
    this.#client = client;
    client.on('notification', () => this.#onCall());
    client.on('error', (err) => this.#startAgain(client, err));
    client.on('end', () => this.#startAgain(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.#onCall();
    } catch (err) {
      this.#startAgain(client, err);
    }
  }

  /** Listens no more. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    clearTimeout(this.#timer);
    await client?.end();
  }

  /** Once for each connection that breaks; the worker looks by itself meanwhile. */
  #startAgain(client: pg.Client, err?: unknown): void {
    if (this.#client !== client) return;
    this.#client = null;
    if (err) this.#logger.warn({ err: describeFault(err) }, 'the listening connection broke; another one is made');
    client.connection.stream.destroy();
    this.#timer = setTimeout(() => void this.start(), CONNECT_AGAIN_MS);
    this.#timer.unref();
  }
}
