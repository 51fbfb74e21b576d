import type { Answer } from './connection.ts';
import type { LoadResult } from './load.ts';
import type { RequestKind } from './requests.ts';

/** Counts answers. */
export class Tally {
  readonly #told: Partial<Record<RequestKind, number>> = {};
  readonly #wrong: Record<string, number> = {};
  readonly #latencies: number[] = [];
  #refused = 0;

  /** A right answer; `latency` in milliseconds, null: during the warm-up. */
  right(kind: RequestKind, latency: number | null): void {
    this.#told[kind] = (this.#told[kind] ?? 0) + 1;
    if (latency !== null) this.#latencies.push(latency);
  }

  /** Sent away with a time to come again. */
  refused(): void {
    this.#refused += 1;
  }

  /** Anything else. */
  wrong(answer: Answer | Error): void {
    const what = answer instanceof Error ? answer.message : `${answer.status} ${answer.body.slice(0, 120)}`;
    this.#wrong[what] = (this.#wrong[what] ?? 0) + 1;
  }

  /** All of it; `seconds`: for so long right answers were timed. */
  result(seconds: number): LoadResult {
    // Of bare numbers, and once: an hour's answers are millions.
    const sorted = Float64Array.from(this.#latencies).sort();
    const below = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    return {
      told: this.#told,
      perSecond: sorted.length / seconds,
      ...{ p50: below(0.5), p99: below(0.99), p999: below(0.999), longest: sorted.at(-1) ?? 0 },
      ...{ refused: this.#refused, wrong: this.#wrong },
    };
  }
}
