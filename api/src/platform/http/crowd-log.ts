import type { FastifyBaseLogger } from 'fastify';

/** How long who is sent away is counted before a line tells of them, in milliseconds. */
const COUNTED_FOR_MS = 5_000;

/** Tells in one line of all who were sent away because more was asked at once than could be answered: thousands of lines would be one more thing to do. */
export class CrowdLog {
  readonly #log: Pick<FastifyBaseLogger, 'warn'>;
  #sentAway = 0;

  constructor(log: Pick<FastifyBaseLogger, 'warn'>) {
    this.#log = log;
  }

  /** One more was sent away. */
  count(): void {
    this.#sentAway += 1;
    if (this.#sentAway === 1) setTimeout(() => this.#tell(), COUNTED_FOR_MS).unref();
  }

  #tell(): void {
    const sentAway = this.#sentAway;
    this.#sentAway = 0;
    this.#log.warn({ sentAway, withinMs: COUNTED_FOR_MS }, 'more is asked than can be answered: asked to come again');
  }
}
