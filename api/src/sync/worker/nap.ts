import { setTimeout as pause } from 'node:timers/promises';

/** A wait that can be cut short. */
export class Nap {
  #isEnded = false;
  #wake: (() => void) | null = null;

  /** Waits so many milliseconds, or until `end` was called, also before; never less than `leastMs`. */
  async take(milliseconds: number, leastMs = 0): Promise<void> {
    if (leastMs > 0) await pause(leastMs);
    if (!this.#isEnded && milliseconds > leastMs) await this.#sleep(milliseconds - leastMs);
    this.#isEnded = false;
  }

  /** Ends the nap, or the next one. */
  end(): void {
    this.#isEnded = true;
    this.#wake?.();
  }

  async #sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}
