import type { ReceiptReason, ReceiptState } from '../../../../prisma/client/client.ts';
import type { SyncSummary } from './sync.type.ts';

/** Receipts of one state and reason, counted. */
export interface StateCount {
  readonly state: ReceiptState;
  readonly reason: ReceiptReason | null;
  readonly count: number;
  /** When the oldest of them became wanted; null where nothing waits. */
  readonly oldest: Date | null;
}

/** Sign-ups without a receipt where they should have one: they are planned within seconds, or wait for a back-fill. */
export interface MissingCount {
  readonly isComing: boolean;
  readonly count: number;
  readonly oldest: Date | null;
}

/** The connection's last answer. */
export interface LastAnswer {
  readonly lastAnswerAt: Date | null;
  readonly lastAnswer: string | null;
}

/** Sums up what was counted; `answer` is null where nobody is connected. */
export function summaryOf(
  states: readonly StateCount[],
  missing: readonly MissingCount[],
  answer: LastAnswer | null,
): SyncSummary {
  const coming = missing.filter(({ isComing }) => isComing);
  const inState = (state: ReceiptState) => sum(states.filter((counted) => counted.state === state));
  return {
    total: sum(states) + sum(coming),
    waiting: inState('WAITING') + sum(coming),
    sending: inState('SENDING'),
    accepted: inState('ACCEPTED'),
    awaitingConfirmation: inState('AWAITING_CONFIRMATION'),
    onList: inState('ON_LIST'),
    skipped: inState('SKIPPED'),
    failed: inState('FAILED'),
    parked: inState('PARKED'),
    oldestWaitingSince: earliest([...states, ...coming].map(({ oldest }) => oldest)),
    reasons: reasonsIn(states),
    unsent: sum(missing) - sum(coming),
    lastAnswerAt: answer?.lastAnswerAt ?? null,
    lastAnswer: answer?.lastAnswer ?? null,
  };
}

function sum(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((all, { count }) => all + count, 0);
}

function earliest(dates: readonly (Date | null)[]): Date | null {
  const known = dates.filter((date) => date !== null);
  return known.length === 0 ? null : new Date(Math.min(...known.map(Number)));
}

/** Counts of several campaigns become one for each state and reason. */
function reasonsIn(states: readonly StateCount[]): SyncSummary['reasons'] {
  const together = Map.groupBy(states, ({ state, reason }) => `${state} ${reason}`);
  return [...together.values()].flatMap((counts) => {
    const [first] = counts;
    return first?.reason ? [{ state: first.state, reason: first.reason, count: sum(counts) }] : [];
  });
}
