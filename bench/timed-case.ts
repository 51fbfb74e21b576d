import type { PublicQuestion } from './public-api.ts';

/** Something that a visitor asks and whose time must say no more than its answer. */
export interface TimedCase {
  readonly name: string;
  /** The case that it must not be told from; null for those that others are compared with. */
  readonly against: string | null;
  /** What every answer must be; anything else would be measured in vain. */
  readonly kind: string;
  question(): PublicQuestion;
}

/** Asks the public API. */
export type Asker = (question: PublicQuestion) => Promise<unknown>;
