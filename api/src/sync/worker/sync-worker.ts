import type { Logger } from 'pino';
import { describeFault } from '../../platform/fault.ts';
import type { Planner } from '../plan/planner.ts';
import type { DueStore } from '../receipts/due.store.ts';
import type { BatchRunner } from './batch-runner.ts';
import { type Chore, Dispatcher } from './dispatcher.ts';
import { Nap } from './nap.ts';

/** What a worker needs. */
export interface SyncWorkerParts {
  readonly planner: Planner;
  readonly due: DueStore;
  readonly batches: BatchRunner;
  /** Whether nothing may be sent, because this database is a restored copy that nobody has released yet. */
  readonly isHeld: () => Promise<boolean>;
  /** By name: what else is done now and then, unless nothing may be sent. */
  readonly chores: Readonly<Record<string, Chore>>;
  readonly logger: Logger;
}

/** The longest pause between two looks; with the lease it bounds how long a kill can delay anything. */
const IDLE_MS = 5_000;
/** The shortest one: a stream of wake-ups shares looks. */
const BUSY_MS = 100;
const PLAN_EVERY_MS = 500;
const CHORES_EVERY_MS = 2_000;
const AFTER_A_FAULT_MS = 1_000;
/** Counting what is due stops here: the largest batch of any destination. */
const FULLEST_BATCH = 1_000;

/** Brings sign-ups to their destinations, as long as it runs. Any number of them, in any number of processes, share the work. */
export class SyncWorker {
  readonly #parts: SyncWorkerParts;
  readonly #dispatcher: Dispatcher;
  readonly #nap = new Nap();
  #isStopping = false;
  #loop: Promise<void> | null = null;
  #end: Promise<void> | null = null;
  #nextPlan = 0;
  #nextChores = 0;

  constructor(parts: SyncWorkerParts) {
    this.#parts = parts;
    this.#dispatcher = new Dispatcher({ ...parts, onEnd: () => this.wake() });
  }

  /** Begins, or goes on doing what it does. */
  start(): void {
    this.#loop ??= this.#run();
  }

  /** There may be something to do before the next look. */
  wake(): void {
    this.#nap.end();
  }

  /** Leases nothing any more, lets running attempts end for so many milliseconds, and gives back what is left. */
  stop(graceMs: number): Promise<void> {
    this.#isStopping = true;
    this.wake();
    this.#end ??= Promise.resolve(this.#loop).then(() => this.#dispatcher.end(graceMs));
    return this.#end;
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      const pauseMs = await this.#look().catch((err: unknown) => {
        this.#parts.logger.warn({ err: describeFault(err) }, 'the sync could not look for what is due');
        return AFTER_A_FAULT_MS;
      });
      if (!this.#isStopping) await this.#nap.take(Math.min(pauseMs, IDLE_MS), BUSY_MS);
    }
  }

  /** One look at everything; gives how long the next one may wait, in milliseconds. */
  async #look(): Promise<number> {
    const planInMs = await this.#plan();
    if (this.#isStopping || (await this.#parts.isHeld())) return planInMs;
    this.#doChores();
    const due = await this.#parts.due.connections(FULLEST_BATCH);
    if (this.#isStopping) return 0;
    return Math.min(planInMs, ...due.map((connection) => this.#dispatcher.consider(connection)));
  }

  /** Looks for missing receipts, not at every wake-up of a stream; gives when the next such look should come. */
  async #plan(): Promise<number> {
    const waitMs = this.#nextPlan - performance.now();
    if (waitMs > 0) return waitMs;
    this.#nextPlan = performance.now() + PLAN_EVERY_MS;
    try {
      const end = await this.#parts.planner.pass();
      if (end === 'MORE') this.#nextPlan = 0;
      // Of many workers one plans, until it stops: the others look every few seconds whether it has.
      if (end === 'ELSEWHERE') this.#nextPlan = performance.now() + IDLE_MS;
      return end === 'MORE' ? 0 : IDLE_MS;
    } catch (err) {
      // What is planned already goes out all the same.
      this.#parts.logger.warn({ err: describeFault(err) }, 'the sync could not look for sign-ups without a receipt');
      return AFTER_A_FAULT_MS;
    }
  }

  #doChores(): void {
    if (performance.now() < this.#nextChores) return;
    this.#nextChores = performance.now() + CHORES_EVERY_MS;
    for (const [name, chore] of Object.entries(this.#parts.chores)) this.#dispatcher.doBesides(name, chore);
  }
}
