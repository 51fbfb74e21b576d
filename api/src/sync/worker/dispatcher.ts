import type { Logger } from 'pino';
import { describeFault } from '../../platform/fault.ts';
import type { DueConnection } from '../receipts/due.store.ts';
import type { BatchRunner } from './batch-runner.ts';
import { Nap } from './nap.ts';

/** Something small that a worker does besides, such as erasures; called now and then, never twice at once. */
export type Chore = () => Promise<unknown>;

/** Batches in flight for one destination: one vendor that hangs takes nothing from the other. */
const IN_FLIGHT = 10;
/** Sign-ups stream in as long as the newest is younger than this: well over the pause between two looks for new ones. */
const QUIET_MS = 1_500;
/** How long a batch waits to become fuller while sign-ups stream in: a first one, and one that follows another. */
const LINGER_MS = { first: 2_000, next: 8_000 };
const FOLLOWS_WITHIN_MS = 15_000;
/** A connection whose batch could not even be begun rests. */
const AFTER_A_FAULT_MS = 10_000;

/** Decides which batches run now, at most one for a connection, and keeps track of them. */
export class Dispatcher {
  readonly #batches: BatchRunner;
  readonly #logger: Logger;
  readonly #onEnd: () => void;
  readonly #inFlight = new Map<string, Promise<void>>();
  readonly #lastEnd = new Map<string, number>();
  readonly #restUntil = new Map<string, number>();

  constructor(parts: { batches: BatchRunner; logger: Logger; onEnd: () => void }) {
    this.#batches = parts.batches;
    this.#logger = parts.logger;
    this.#onEnd = parts.onEnd;
  }

  /** Begins a batch of the connection if it is time; gives in how many milliseconds to ask again, infinity where its end will tell. */
  consider(due: DueConnection): number {
    const key = `${due.destination} ${due.shop}`;
    if (this.#inFlight.has(key)) return Number.POSITIVE_INFINITY;
    const waitMs = Math.max(due.dueInMs, this.#restOf(key), this.#lingerOf(key, due));
    if (waitMs > 0) return waitMs;
    if (this.#countFor(due.destination) >= IN_FLIGHT) return Number.POSITIVE_INFINITY;
    this.#begin(key, () => this.#batches.run(due));
    return Number.POSITIVE_INFINITY;
  }

  /** Begins a chore, unless it still runs. */
  doBesides(name: string, chore: Chore): void {
    const key = `chore ${name}`;
    if (!this.#inFlight.has(key)) this.#begin(key, chore);
  }

  /** Waits for what runs, so many milliseconds at most, and gives the rest back. */
  async end(graceMs: number): Promise<void> {
    const grace = new Nap();
    const ends = Promise.all(this.#inFlight.values()).then(() => grace.end());
    await Promise.race([ends, grace.take(graceMs)]);
    grace.end();
    await this.#batches.releaseAll();
  }

  #begin(key: string, work: () => Promise<unknown>): void {
    const end = work().then(
      () => void this.#lastEnd.set(key, performance.now()),
      (err: unknown) => {
        this.#restUntil.set(key, performance.now() + AFTER_A_FAULT_MS);
        this.#logger.error({ err: describeFault(err), work: key }, 'the sync could not do this; it is tried again');
      },
    );
    const tidied = end.finally(() => {
      this.#inFlight.delete(key);
      this.#onEnd();
    });
    this.#inFlight.set(key, tidied);
  }

  #restOf(key: string): number {
    return (this.#restUntil.get(key) ?? 0) - performance.now();
  }

  #lingerOf(key: string, { destination, dueCount, dueInMs, quietMs }: DueConnection): number {
    if (dueCount >= this.#batches.sizeFor(destination) || quietMs >= QUIET_MS) return 0;
    const sinceLast = performance.now() - (this.#lastEnd.get(key) ?? Number.NEGATIVE_INFINITY);
    const longest = sinceLast < FOLLOWS_WITHIN_MS ? LINGER_MS.next : LINGER_MS.first;
    return Math.min(QUIET_MS - quietMs, longest + dueInMs);
  }

  #countFor(destination: string): number {
    return [...this.#inFlight.keys()].filter((key) => key.startsWith(`${destination} `)).length;
  }
}
