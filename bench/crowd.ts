import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { askPublic, type PublicQuestion } from './public-api.ts';

/** How one person fared until there was an answer. */
export interface Visit {
  /** The kind of the answer, such as `GateOpened`. */
  readonly kind: string;
  readonly pass: string | null;
  /** Milliseconds from the first try to the answer. */
  readonly lasted: number;
  /** Tries that got no answer, by what they got: a status such as `503`, a fault of the network, or `no answer`. */
  readonly faults: readonly string[];
}

/** The widget's own pauses after a fault. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Who has had no answer after so many tries counts as left without one. */
const MOST_TRIES = 30;

/** One person at a gate, who tries again as the widget does until there is an answer. */
export async function visit(url: string, question: PublicQuestion, agent: Agent): Promise<Visit> {
  const began = performance.now();
  const faults: string[] = [];
  while (faults.length < MOST_TRIES) {
    const tried = await attempt(url, question, agent);
    if (tried.unlock) return { ...tried.unlock, lasted: performance.now() - began, faults };
    faults.push(tried.fault);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (faults.length - 1));
    await wait(Math.max(pause, tried.retryAfter * 1000) * (0.5 + Math.random()));
  }
  return { kind: 'nothing', pass: null, lasted: performance.now() - began, faults };
}

interface Attempt {
  readonly unlock: { readonly kind: string; readonly pass: string | null } | null;
  readonly fault: string;
  readonly retryAfter: number;
}

async function attempt(url: string, question: PublicQuestion, agent: Agent): Promise<Attempt> {
  try {
    const { status, retryAfter, body } = await askPublic(url, question, agent);
    const answer: { data?: { unlock: { __typename: string; pass?: string } } | null } = JSON.parse(body);
    const unlock = answer.data?.unlock;
    if (unlock) return { unlock: { kind: unlock.__typename, pass: unlock.pass ?? null }, fault: '', retryAfter: 0 };
    return { unlock: null, fault: String(status), retryAfter: retryAfter ?? 0 };
  } catch (error) {
    // Refused, reset or too slow: what a browser calls a network error.
    const fault = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    return { unlock: null, fault, retryAfter: 0 };
  }
}
