import type { AnswerCost } from './admin-answer.ts';

/** A bucket as we last knew it. */
interface Bucket {
  readonly maximum: number;
  readonly available: number;
  /** Points a second. */
  readonly restoreRate: number;
  /** When that was, by `performance.now()`. */
  readonly at: number;
}

/** What a bucket without a single point restored would take for ever to fill: a rate below this is no rate. */
const SLOWEST_RATE = 1;

/**
 * One shop's points, as Shopify tells them with each answer: never a rate of ours. Other processes, and whatever else of the app
 * speaks with the shop, are in what the next answer tells.
 */
export class ShopBudget {
  #bucket: Bucket | null = null;
  /** Points of operations that were sent and not answered. */
  #underway = 0;

  /** Milliseconds until an operation of this cost may go and leave `reserve` of the whole bucket (0 to 1) to others. */
  waitMs(cost: number, reserve: number): number {
    const bucket = this.#bucket;
    if (bucket === null) return 0;
    // An operation that is larger than what is left of the bucket goes when the bucket is as full as it gets.
    const wanted = Math.min(cost + this.#underway + reserve * bucket.maximum, bucket.maximum);
    return Math.max(0, ((wanted - this.#available(bucket)) / bucket.restoreRate) * 1000);
  }

  /** An operation of this cost is sent. The function is to be called once, with what came back. */
  spend(cost: number): (answer: AnswerCost | null) => void {
    this.#underway += cost;
    return (answer) => {
      this.#underway -= cost;
      if (answer === null) return;
      const { maximumAvailable: maximum, currentlyAvailable: available, restoreRate } = answer.status;
      const rate = Math.max(restoreRate, SLOWEST_RATE);
      this.#bucket = { maximum, available, restoreRate: rate, at: performance.now() };
    };
  }

  #available({ maximum, available, restoreRate, at }: Bucket): number {
    return Math.min(maximum, available + ((performance.now() - at) / 1000) * restoreRate);
  }
}
