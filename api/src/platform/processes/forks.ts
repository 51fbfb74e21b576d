import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/** How many processes there are to be, and what they are told. */
export interface ForksSettings {
  readonly count: number;
  /** Variables beside those of this process. */
  readonly env: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** Called once when one of them has ended at once again and again; no other is started then. */
  readonly onGivenUp: () => void;
}

/** A process that has not listened for so long has ended at once. */
const SETTLED_MS = 1_000;
/** So many times in a row one may end at once before all is given up. */
const MOST_FAILURES = 5;
/** Doubled with each failure. */
const FIRST_PAUSE_MS = 250;

/** A process ended before it listened. It has said why itself, where it could. */
export class ForkFailed extends Error {
  override name = 'ForkFailed';
}

/** Keeps several processes of this program running, which listen at one port together. */
export class Forks {
  readonly #settings: ForksSettings;
  readonly #running = new Set<Worker>();
  #isOver = false;

  constructor(settings: ForksSettings) {
    this.#settings = settings;
  }

  /**
   * Comes back once all of them listen. One goes ahead alone, so that it alone fills what is empty, and what is wrong is told once: where
   * it ends before it listens this throws `ForkFailed`.
   */
  async start(): Promise<void> {
    const first = this.#fork();
    if (!(await first.listens)) throw new ForkFailed();
    const others = Array.from({ length: this.#settings.count - 1 }, () => this.#fork());
    for (const life of [first, ...others]) void this.#keep(life);
    await Promise.all(others.map(({ listens }) => listens));
  }

  /** Starts no other, asks all of them to end, and kills what has not ended after so many milliseconds. */
  async stop(graceMs: number): Promise<void> {
    this.#isOver = true;
    const forks = [...this.#running];
    const ends = forks.map((fork) => new Promise<void>((resolve) => fork.once('exit', () => resolve())));
    const kill = setTimeout(() => signalAll(forks, 'SIGKILL'), graceMs);
    signalAll(forks, 'SIGTERM');
    await Promise.all(ends);
    clearTimeout(kill);
  }

  /** Lets another follow each one that ends: at once, or after a pause where it had not even settled. */
  async #keep(first: Life): Promise<void> {
    let [life, failures] = [first, 0];
    while (!this.#isOver) {
      failures = (await life.listenedMs) < SETTLED_MS ? failures + 1 : 0;
      if (failures > MOST_FAILURES) return this.#giveUp();
      if (failures > 0) await pause(FIRST_PAUSE_MS * 2 ** (failures - 1));
      if (!this.#isOver) life = this.#fork();
    }
  }

  #giveUp(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#settings.onGivenUp();
  }

  #fork(): Life {
    const { env, logger } = this.#settings;
    const fork = cluster.fork(env);
    const { pid } = fork.process;
    this.#running.add(fork);
    let since: number | null = null;
    const listenedMs = new Promise<number>((resolve) => {
      fork.once('exit', (code, signal) => {
        this.#running.delete(fork);
        if (!this.#isOver) logger.error({ fork: pid, code, signal }, 'a process has ended');
        resolve(since === null ? 0 : performance.now() - since);
      });
    });
    const listening = new Promise<true>((resolve) => {
      fork.once('listening', () => {
        since = performance.now();
        logger.info({ fork: pid }, 'a process listens');
        resolve(true);
      });
    });
    return { listens: Promise.race([listening, listenedMs.then(() => false)]), listenedMs };
  }
}

/** One process, from its start to its end. */
interface Life {
  /** False: it ended before. */
  readonly listens: Promise<boolean>;
  /** Settled when it has ended: for so long it had listened. */
  readonly listenedMs: Promise<number>;
}

function signalAll(forks: readonly Worker[], signal: NodeJS.Signals): void {
  for (const fork of forks) fork.process.kill(signal);
}
