/** What a memory of things read must be told. */
export interface RememberedParts<Value> {
  /** Reads anew; null where there is nothing, which is never kept. */
  readonly read: (key: string) => Promise<Value | null>;
  /** How many values are kept; beyond it those go that nobody has asked for the longest. */
  readonly mostKept: number;
  /** Until when, by `performance.now()`, every change has been told by `forget`; minus infinity where nobody tells. */
  readonly toldUntil: () => number;
}

/** Longer than this, in milliseconds, nothing is answered of which it is not known that it still holds. */
const LONGEST_UNSURE_MS = 1_000;

interface Kept<Value> {
  readonly value: Value;
  readonly readAt: number;
}

interface Reading<Value> {
  readonly value: Promise<Value | null>;
  /** Whether something may have changed since it began. */
  isOutdated: boolean;
}

/**
 * Values that were read and are kept in memory until they change. Who asks for the same one at the same time shares a read; a read that
 * began before a change was told is answered to who waits for it, and not kept.
 */
export class Remembered<Value> {
  readonly #parts: RememberedParts<Value>;
  /** The one that was asked for last is last. */
  readonly #kept = new Map<string, Kept<Value>>();
  readonly #readings = new Map<string, Reading<Value>>();

  constructor(parts: RememberedParts<Value>) {
    this.#parts = parts;
  }

  /** The value, as it is or was a second ago at most; null where there is none. Fails as its read does. */
  async get(key: string): Promise<Value | null> {
    const kept = this.#kept.get(key);
    if (kept && this.#isSure(kept)) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept.value;
    }
    return (this.#readings.get(key) ?? this.#read(key)).value;
  }

  /** It changed, or may have. */
  forget(key: string): void {
    this.#kept.delete(key);
    this.#outdate(key);
  }

  /** All of these may have changed, and whatever is being read now. */
  forgetAll(concerns: (value: Value) => boolean = () => true): void {
    for (const [key, { value }] of this.#kept) if (concerns(value)) this.#kept.delete(key);
    for (const key of [...this.#readings.keys()]) this.#outdate(key);
  }

  #isSure({ readAt }: Kept<Value>): boolean {
    return performance.now() - Math.max(readAt, this.#parts.toldUntil()) < LONGEST_UNSURE_MS;
  }

  #outdate(key: string): void {
    const reading = this.#readings.get(key);
    if (reading) reading.isOutdated = true;
    this.#readings.delete(key);
  }

  #read(key: string): Reading<Value> {
    const readAt = performance.now();
    const value = this.#parts.read(key).then((found) => {
      if (found !== null && !reading.isOutdated) this.#keep(key, { value: found, readAt });
      return found;
    });
    const reading: Reading<Value> = { value, isOutdated: false };
    this.#readings.set(key, reading);
    const end = () => {
      if (this.#readings.get(key) === reading) this.#readings.delete(key);
    };
    value.then(end, end);
    return reading;
  }

  #keep(key: string, kept: Kept<Value>): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [eldest] = this.#kept.keys();
    if (this.#kept.size > this.#parts.mostKept && eldest !== undefined) this.#kept.delete(eldest);
  }
}
