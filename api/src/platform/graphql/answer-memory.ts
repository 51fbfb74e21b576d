import { createHash } from 'node:crypto';

/** An answer that is the same for everybody, as it is sent. */
export interface SharedAnswer {
  readonly body: string;
  /** Its length in bytes. */
  readonly length: number;
  /** Strong, from the body: every process answers alike. */
  readonly etag: string;
}

interface Kept {
  /** What the answer is about, such as a campaign's id. */
  readonly about: readonly string[];
  readonly until: number;
  readonly answer: Promise<SharedAnswer | null>;
}

/** So long an answer is given without asking again, in milliseconds. */
const FRESH_MS = 1_000;
/** Answers that are kept; whoever asks for things that are not there must not fill the memory. */
const MOST_ANSWERS = 1_000;
/** A longer question is answered anew each time. */
const LONGEST_QUESTION = 1_000;

/**
 * Answers that are the same for everybody, for a second at most and never longer than until somebody says that the matter has
 * changed. Requests that come while an answer is being made share it.
 */
export class AnswerMemory {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  /** @param now a clock that never goes back, in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The answer to this question that is being made or kept; null where it must be made. */
  find(question: string): Promise<SharedAnswer | null> | null {
    const kept = this.#kept.get(question);
    return kept !== undefined && this.#now() < kept.until ? kept.answer : null;
  }

  /** Makes an answer and keeps it; null from `make`, or a throw, is not kept. `about`: by what it is forgotten. */
  make(question: string, about: readonly string[], make: () => Promise<string | null>): Promise<SharedAnswer | null> {
    const answer = make().then((body) => (body === null ? null : sharedAnswer(body)));
    if (question.length > LONGEST_QUESTION) return answer;
    this.#kept.delete(question);
    const kept = { about, until: this.#now() + FRESH_MS, answer };
    this.#kept.set(question, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_ANSWERS && oldest !== undefined) this.#kept.delete(oldest);
    const drop = () => void (this.#kept.get(question) === kept && this.#kept.delete(question));
    answer.then((made) => made ?? drop(), drop);
    return answer;
  }

  /** Something about this has changed: whoever asks from now on is told anew, also where an answer is being made just now. */
  forget(about: string): void {
    for (const [question, kept] of this.#kept) if (kept.about.includes(about)) this.#kept.delete(question);
  }
}

function sharedAnswer(body: string): SharedAnswer {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, length: Buffer.byteLength(body), etag };
}
