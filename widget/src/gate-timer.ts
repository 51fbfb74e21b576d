import { GateApiError } from './gate-api.ts';
import type { GateHost } from './gate-parts.ts';

/** Visitors who wait for the same instant come back spread over this time. */
const spreadMs = 3_000;
/** Pauses after a fault double from the first to the longest. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** When the gate does something by itself: at an instant of the campaign, or again after a fault. */
export class GateTimer {
  readonly #host: GateHost;
  /** Faults since the last answer. */
  #faults = 0;
  #cancelAlarm: () => void = () => undefined;
  #cancelRetry: () => void = () => undefined;

  constructor(host: GateHost) {
    this.#host = host;
  }

  /** An answer has come: the next fault is the first one. */
  calm(): void {
    this.#faults = 0;
  }

  /** Asks after so many milliseconds, and not when anything was asked for earlier; null for never. */
  wake(milliseconds: number | null, isCrowded: boolean, ask: () => void): void {
    this.#cancelAlarm();
    if (milliseconds === null) return;
    const wait = milliseconds + (isCrowded ? Math.random() * spreadMs : 0);
    this.#cancelAlarm = this.#host.later(ask, wait);
  }

  /** Asks once more after a pause that grows, spread so that a crowd does not come back as one; never before the server wants it. */
  again(error: unknown, ask: () => void): void {
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#faults);
    const wanted = error instanceof GateApiError ? error.retryAfterMs : 0;
    this.#faults += 1;
    this.#cancelRetry = this.#host.later(ask, wanted + pause * (0.5 + Math.random()));
  }

  /** What was to be asked again after a fault is not. */
  settle(): void {
    this.#cancelRetry();
  }

  stop(): void {
    this.#cancelAlarm();
    this.#cancelRetry();
  }
}
