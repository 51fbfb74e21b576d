import type { PipelinedTransaction } from '../platform/database/pipeline.ts';
import { sourcesOfDay } from './happening.store.ts';
import { dayOf, type Happening } from './happening.ts';
import { OTHER_SOURCES } from './traffic-source.ts';

/** How many sources one campaign tells apart in a day, in UTC: who makes them up must not fill the table. */
export const MOST_SOURCES = 50;

/** Days of campaigns that memory holds; beyond it the oldest go, and the database still knows them. */
const MOST_REMEMBERED = 5_000;

/** Lets each campaign's first sources of a day through, and calls the rest `other`. Each process may let a few more through. */
export class SourceLimit {
  readonly #known = new Map<string, Set<string>>();

  /** The happening with the source that it is counted by. The database is asked only about a source that is new in this process. */
  async limited(transaction: PipelinedTransaction, happening: Happening): Promise<Happening> {
    const { source } = happening.traits;
    const known = this.#of(happening);
    if (known.has(source)) return happening;
    if (known.size < MOST_SOURCES) {
      for (const one of await sourcesOfDay(transaction, happening, dayOf(happening.at))) known.add(one);
    }
    if (!known.has(source) && known.size >= MOST_SOURCES) {
      return { ...happening, traits: { ...happening.traits, source: OTHER_SOURCES } };
    }
    known.add(source);
    return happening;
  }

  #of({ campaignId, at }: Happening): Set<string> {
    const key = `${campaignId} ${dayOf(at)}`;
    const known = this.#known.get(key) ?? new Set();
    if (known.size === 0) {
      const [oldest] = this.#known.keys();
      if (this.#known.size >= MOST_REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
      this.#known.set(key, known);
    }
    return known;
  }
}
