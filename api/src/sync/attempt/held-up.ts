import type { ReceiptReason, ReceiptState } from '../../../../prisma/client/client.ts';
import type { VendorProblem, VendorProblemKind } from '../../integrations/vendor-problem.ts';
import type { LeasedReceipt, ReceiptResult } from '../receipts/receipt.ts';
import { nextTryIn } from '../receipts/receipt-schedule.ts';

/** How a whole call failed, for the receipts that were in it. */
export interface HeldUp {
  readonly problem: VendorProblem;
  /** The problem's words, fit to be kept. */
  readonly detail: string | null;
  /** Whether the failed call was the one that sends. */
  readonly wasSending: boolean;
  /** 0 to 1, the same for all: what failed together stays together, so that it fills a batch again. */
  readonly chance: number;
}

/** These pause the connection, and its receipts wait untouched. */
const PAUSES: readonly VendorProblemKind[] = ['KEY_REFUSED', 'SCOPE_MISSING', 'VERSION_RETIRED'];

/** Whether the vendor was well, and only this request was wrong. */
export function isAnswer({ kind }: VendorProblem): boolean {
  return kind === 'AUDIENCE_GONE' || kind === 'REJECTED';
}

/** What becomes of a receipt whose whole call failed: it waits, in the state it was in, is parked after three days, or needs a hand. */
export function heldUp(receipt: LeasedReceipt, held: HeldUp): ReceiptResult {
  const { problem, detail, wasSending } = held;
  // Where only reading failed, what an earlier attempt came to is as unknown as before.
  const keepsAttempted = wasSending ? problem.mayHaveApplied : receipt.attemptedAt !== null;
  const countsAsAttempt = wasSending && problem.mayHaveApplied;
  const known = { signupId: receipt.signupId, detail, keepsAttempted, countsAsAttempt };
  if (isAnswer(problem)) {
    const reason = problem.kind === 'AUDIENCE_GONE' ? 'AUDIENCE_GONE' : 'VENDOR_REFUSED';
    return { ...known, state: 'FAILED', reason, event: 'FAILED', dueInMs: null };
  }
  const state = waitingStateOf(receipt);
  if (PAUSES.includes(problem.kind)) {
    const isFailing = receipt.failingSince !== null;
    return { ...known, state, reason: null, detail: null, event: null, dueInMs: 0, isFailing };
  }
  return { ...known, ...retried(receipt, held, state), isFailing: true };
}

function retried(receipt: LeasedReceipt, { problem, chance }: HeldUp, state: ReceiptState) {
  const { failingSince, now } = receipt;
  const { retryAfterMs } = problem;
  const dueInMs = nextTryIn({ failingSince, now, retryAfterMs }, () => chance);
  const reason: ReceiptReason = problem.kind === 'THROTTLED' ? 'THROTTLED' : 'UNREACHABLE';
  // Who was seen on the list stays there, even when nobody can be asked a second time.
  if (state === 'ON_LIST') return { state, reason: null, detail: null, event: null, dueInMs };
  if (dueInMs === null) return { state: 'PARKED' as const, reason, event: 'PARKED' as const, dueInMs };
  const isWorthTelling = problem.kind !== 'THROTTLED' && (failingSince === null || problem.mayHaveApplied);
  return { state, reason, event: isWorthTelling ? ('FAILED' as const) : null, dueInMs };
}

function waitingStateOf({ state }: LeasedReceipt): ReceiptState {
  return state === 'SENDING' ? 'WAITING' : state;
}
