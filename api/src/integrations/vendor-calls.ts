import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account, DestinationName } from './destination.ts';
import type { Bucket, VendorBudget } from './vendor-budget.ts';
import type { VendorAnswer, VendorHttp, VendorRequest } from './vendor-http.ts';
import { VendorProblem } from './vendor-problem.ts';
import { tidyWords } from './vendor-words.ts';

/** What one kind of call may cost and needs. */
export interface Allowance {
  /** Every one of them must have room; what the vendor throttles is the last. */
  readonly buckets: readonly Omit<Bucket, 'account'>[];
  /** The permissions of the key, in the vendor's names, to tell the merchant which one is missing. */
  readonly needs: readonly string[];
}

/** One call: a request without the account's headers, and what it may cost. */
export type VendorCall = Omit<VendorRequest, 'headers'> & {
  readonly allowance: Allowance;
  /** Room in the last bucket was reserved before. */
  readonly isReserved?: boolean;
};

/** The longest wait that is sat out here; a longer one is the caller's, as THROTTLED. Milliseconds. */
const PATIENCE_MS = 2000;
/** What a vendor that throttles without saying for how long is given. Milliseconds. */
const UNSAID_WAIT_MS = 1000;
const TRIES = 3;

/** Calls one vendor within our budget: asked before every request, told of every 429. */
export class VendorCalls {
  readonly #parts: {
    name: DestinationName;
    http: VendorHttp;
    budget: VendorBudget;
    headers: (key: string) => Headings;
  };

  constructor(parts: {
    name: DestinationName;
    http: VendorHttp;
    budget: VendorBudget;
    headers: (key: string) => Headings;
  }) {
    this.#parts = parts;
  }

  /** Sends, waiting up to two seconds where the budget or the vendor asks for it. */
  async send(account: Account, call: VendorCall): Promise<VendorAnswer> {
    for (let tries = 1; ; tries += 1) {
      const { buckets } = call.allowance;
      await this.#pass(account, call.isReserved && tries === 1 ? buckets.slice(0, -1) : buckets);
      const result = await this.#try(account, call);
      if (!(result instanceof VendorProblem)) return result;
      const waitMs = result.retryAfterMs ?? UNSAID_WAIT_MS;
      await this.#hold(account, { allowance: call.allowance, waitMs });
      if (waitMs > PATIENCE_MS || tries === TRIES) throw result;
      await sleep(waitMs);
    }
  }

  /** Takes room in a call's last bucket before anything is sent that would be half done without that call. */
  async reserve(account: Account, { buckets }: Allowance): Promise<void> {
    await this.#pass(account, buckets.slice(-1));
  }

  /** The answer, or how the vendor throttled; every other problem is thrown, cleaned. */
  async #try(account: Account, call: VendorCall): Promise<VendorAnswer | VendorProblem> {
    const { method, path, body, allowance } = call;
    const headers = this.#parts.headers(checkedKey(account.key));
    try {
      return await this.#parts.http.send({ method, path, headers, body });
    } catch (fault) {
      if (!(fault instanceof VendorProblem)) throw fault;
      const problem = inWords(fault, { key: account.key, needs: allowance.needs });
      if (problem.kind === 'THROTTLED') return problem;
      throw problem;
    }
  }

  async #pass(account: Account, buckets: Allowance['buckets']): Promise<void> {
    let patience = PATIENCE_MS;
    for (const bucket of buckets) {
      for (let waitMs = await this.#take(account, bucket); waitMs > 0; waitMs = await this.#take(account, bucket)) {
        patience -= waitMs;
        if (patience < 0) throw ourOwnThrottle(waitMs);
        await sleep(waitMs);
      }
    }
  }

  #take(account: Account, bucket: Omit<Bucket, 'account'>): Promise<number> {
    return this.#parts.budget.take({ ...bucket, account: this.#accountName(account) });
  }

  async #hold(account: Account, hold: { allowance: Allowance; waitMs: number }): Promise<void> {
    const bucket = hold.allowance.buckets.at(-1);
    if (bucket) await this.#parts.budget.notBefore(this.#accountName(account), bucket.name, hold.waitMs);
  }

  /** A key that is only being tried has no account yet; it is known by its digest, so that the key stands nowhere. */
  #accountName({ key, accountId }: Account): string {
    return `${this.#parts.name}:${accountId || createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  }
}

type Headings = Readonly<Record<string, string>>;

/** A key of other characters never came from a vendor, and no header could carry it. */
function checkedKey(key: string): string {
  if (/^[\x21-\x7e]{1,500}$/.test(key)) return key;
  throw new VendorProblem('KEY_REFUSED', { detail: 'The key holds characters that no key has.' });
}

function ourOwnThrottle(waitMs: number): VendorProblem {
  return new VendorProblem('THROTTLED', {
    detail: 'Our own budget for this account is used up.',
    retryAfterMs: waitMs,
  });
}

function inWords(problem: VendorProblem, call: { key: string; needs: readonly string[] }): VendorProblem {
  const words = tidyWords(problem.detail, call.key);
  const lacks = problem.kind === 'SCOPE_MISSING' && call.needs.length > 0;
  const detail = lacks ? `The key lacks a permission; this needs ${call.needs.join(', ')}. ${words}` : words;
  return new VendorProblem(problem.kind, {
    detail,
    retryAfterMs: problem.retryAfterMs,
    mayHaveApplied: problem.mayHaveApplied,
  });
}
