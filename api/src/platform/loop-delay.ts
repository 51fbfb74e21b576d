/** A look at the clock so often, in milliseconds. */
const LOOK_MS = 100;
/** How much of the delay is made of the newest look: one long pause alone, such as a garbage collection, says nothing. */
const NEWEST = 0.3;
/** One look is never taken for more than this, in milliseconds. */
const LATEST_MS = 1_000;
/** So late, in milliseconds, work is done that should be done at once, before nobody else is let in. */
const OVERRUN_MS = 400;

/** How late this process is: what is asked of it waits so long for its turn, whatever a queue of ours says. */
export class LoopDelay {
  readonly #now: () => number;
  #expected: number;
  #delayMs = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param now a clock that never goes back, in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#expected = now() + LOOK_MS;
  }

  /** Whether more is asked than is done: lately, or since the last look, which is late itself while thousands are answered in one turn. */
  get isOverrun(): boolean {
    return this.#delayMs > OVERRUN_MS || this.#now() - this.#expected > OVERRUN_MS;
  }

  /** Looks at the clock until `stop`; keeps no process alive. */
  start(): void {
    this.#expected = this.#now() + LOOK_MS;
    this.#timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** One look. */
  look(): void {
    const late = Math.min(LATEST_MS, Math.max(0, this.#now() - this.#expected));
    this.#delayMs += NEWEST * (late - this.#delayMs);
    this.#expected = this.#now() + LOOK_MS;
  }
}
