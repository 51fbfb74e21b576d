import { createHash } from 'node:crypto';

/** So long a second press of the same button counts as the first one. */
const KEPT_MS = 10_000;
/** More than so many posts are not remembered at once: then a second press is one of its own. */
const MOST_KEPT = 10_000;

/**
 * Answers a form that was posted twice, by two presses of its button, once: the second post takes no further place and costs
 * no further guess. It is known within one process alone, and for a few seconds.
 */
export class OncePosted<Outcome> {
  readonly #kept = new Map<string, Promise<Outcome>>();

  /** The outcome of the same post before, also one under way; else that of `attempt`. A failed one may be posted again. */
  run(post: string, attempt: () => Promise<Outcome>): Promise<Outcome> {
    // A digest, so that memory holds no password and no address.
    const key = createHash('sha256').update(post).digest('base64');
    const known = this.#kept.get(key);
    if (known) return known;
    const outcome = attempt();
    if (this.#kept.size >= MOST_KEPT) return outcome;
    this.#kept.set(key, outcome);
    const forget = () => this.#kept.delete(key);
    outcome.then(() => setTimeout(forget, KEPT_MS).unref(), forget);
    return outcome;
  }
}
