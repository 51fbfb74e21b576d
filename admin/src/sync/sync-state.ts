import type { ReceiptState } from '../gql/graphql.ts';
import type { SyncSummary } from './sync-summary.ts';

/** A state of people at a destination, by the name of its count in a summary. */
export type StateName = keyof typeof stateOf;

/** The states in the order in which they are shown, good ones first, each with what receipts call it. */
export const stateOf = {
  onList: 'ON_LIST',
  awaitingConfirmation: 'AWAITING_CONFIRMATION',
  accepted: 'ACCEPTED',
  sending: 'SENDING',
  waiting: 'WAITING',
  skipped: 'SKIPPED',
  failed: 'FAILED',
  parked: 'PARKED',
} as const satisfies Record<string, ReceiptState>;

/** The states that somebody is in, with how many are. */
export function statesIn(summary: Pick<SyncSummary, StateName>): { name: StateName; count: number }[] {
  const names = Object.keys(stateOf) as StateName[];
  return names.map((name) => ({ name, count: summary[name] })).filter(({ count }) => count > 0);
}

/** Whether the merchant can have people in this state sent again. */
export function canBeSentAgain(name: StateName): boolean {
  return name === 'failed' || name === 'parked';
}
