import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeFault } from './fault.ts';

/** Work that a process looks for again and again. In several processes each takes its share by leases in the database. */
export interface Round {
  /** As the log names it. */
  readonly name: string;
  /** The pause between the end of one look and the next, in milliseconds. */
  readonly everyMs: number;
  /**
   * Does what is due. When it throws, that is logged, and it is called again after the pause. Once `stopping` is aborted, it begins
   * nothing more and comes back.
   */
  readonly run: (stopping: AbortSignal) => Promise<unknown>;
  /** Takes what its owner calls when there is something to do before the pause is over. */
  readonly onWake?: (look: () => void) => void;
}

/** Runs rounds side by side, each never twice at once. */
export class Rounds {
  readonly #rounds: readonly Round[];
  readonly #logger: Logger;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #wanted = new Set<string>();
  #isStopped = true;
  #stopping = new AbortController();

  constructor(rounds: readonly Round[], logger: Logger) {
    this.#rounds = rounds;
    this.#logger = logger;
  }

  /** Begins with a first look of each. */
  start(): void {
    this.#isStopped = false;
    this.#stopping = new AbortController();
    for (const round of this.#rounds) {
      round.onWake?.(() => this.wake(round.name));
      this.#begin(round);
    }
  }

  /** Looks now instead of after the pause; once more where it is looking already. */
  wake(name: string): void {
    const round = this.#rounds.find((candidate) => candidate.name === name);
    if (round === undefined || this.#isStopped) return;
    if (this.#running.has(name)) this.#wanted.add(name);
    else this.#begin(round);
  }

  /** Begins nothing any more; comes back when what runs has ended, after so many milliseconds at the latest: what is left is somebody else's. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopped = true;
    this.#stopping.abort();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    const over = new AbortController();
    const grace = pause(graceMs, undefined, { signal: over.signal }).catch(() => {});
    await Promise.race([Promise.all(this.#running.values()), grace]);
    over.abort();
  }

  #begin(round: Round): void {
    clearTimeout(this.#timers.get(round.name));
    const look = async () => round.run(this.#stopping.signal);
    const end = look()
      .catch((err: unknown) => {
        this.#logger.warn({ err: describeFault(err), round: round.name }, 'this could not be done; it is tried again');
      })
      .then(() => this.#rest(round));
    this.#running.set(round.name, end);
  }

  #rest(round: Round): void {
    this.#running.delete(round.name);
    if (this.#isStopped) return;
    if (this.#wanted.delete(round.name)) this.#begin(round);
    else this.#timers.set(round.name, setTimeout(() => this.#begin(round), round.everyMs).unref());
  }
}
