import { OverloadError } from './unavailable.ts';

/** How many may work at once, how many may wait for it, and for how many milliseconds. */
export interface WaitingRoomSettings {
  readonly atOnce: number;
  readonly seats: number;
  readonly patienceMs: number;
  /** Whether the whole process is late; who comes then is sent away, however many seats are free. */
  readonly isOverrun?: () => boolean;
}

interface Guest {
  /** Begins the guest's work. */
  readonly enter: () => void;
}

/**
 * Lets only so many requests work at once and the others wait in their order. Who would wait too long is sent away at once or when
 * patience ends: thousands that all work side by side would all be late, and late together.
 */
export class WaitingRoom {
  readonly #settings: WaitingRoomSettings;
  readonly #waiting = new Set<Guest>();
  #working = 0;

  constructor(settings: WaitingRoomSettings) {
    this.#settings = settings;
  }

  /** Whether who comes now would be sent away. */
  get isFull(): boolean {
    const { atOnce, seats, isOverrun } = this.#settings;
    return (this.#working >= atOnce && this.#waiting.size >= seats) || (isOverrun?.() ?? false);
  }

  /** Does the work when it is its turn. Throws `OverloadError` when that does not come in time; the work is not begun then. */
  async admit<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    if (this.isFull) throw new OverloadError();
    if (this.#working >= this.#settings.atOnce) await this.#turn();
    else this.#working += 1;
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** Who leaves hands the place over: nobody who comes just then takes it. */
  #leave(): void {
    const [next] = this.#waiting;
    if (next) next.enter();
    else this.#working -= 1;
  }

  #turn(): Promise<void> {
    const { patienceMs } = this.#settings;
    return new Promise((resolve, reject) => {
      const guest: Guest = {
        enter: () => {
          clearTimeout(timer);
          this.#waiting.delete(guest);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(guest);
        reject(new OverloadError());
      }, patienceMs);
      this.#waiting.add(guest);
    });
  }
}
