import type { Outcome } from '../outcome.ts';
import { texts } from '../texts/texts.ts';

/** The sentence for a change that did not go through: what happened, and what to do; undefined for one that did. */
export function refusalOf(outcome: Outcome<unknown>): string | undefined {
  if (outcome.kind === 'done') return undefined;
  if (outcome.kind === 'failed') return texts.problem[outcome.problem.kind].toast;
  return outcome.errors.general[0] ?? Object.values(outcome.errors.byField)[0];
}
