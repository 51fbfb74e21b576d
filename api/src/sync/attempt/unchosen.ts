import type { LeasedReceipt, ReceiptResult } from '../receipts/receipt.ts';

const DETAIL = 'The campaign has chosen another list since, or none.';

/**
 * What becomes of a receipt that was to be sent to a list which its campaign has chosen no more: the merchant took the list away, so that
 * nobody is put there any longer. By the merchant's hand it goes to the list that is chosen then.
 */
export function unchosen({ signupId, attemptedAt, consentAt }: LeasedReceipt): ReceiptResult {
  const known = { consentAt, countsAsAttempt: false, keepsAttempted: attemptedAt !== null };
  return {
    signupId,
    ...known,
    state: 'FAILED',
    reason: 'AUDIENCE_GONE',
    detail: DETAIL,
    event: 'FAILED',
    dueInMs: null,
  };
}
