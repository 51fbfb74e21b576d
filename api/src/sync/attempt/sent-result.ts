import type { ReceiptReason } from '../../../../prisma/client/client.ts';
import type { Outcome } from '../../integrations/destination.ts';
import type { LeasedReceipt, ReceiptResult } from '../receipts/receipt.ts';
import { firstLookIn, SECOND_LOOK_MS } from './read-back.ts';

type Accepted = Extract<Outcome, { kind: 'ACCEPTED' }>;

/** Where a receipt stands in its batch. */
export interface PlaceInBatch {
  readonly isInSample: boolean;
  /** 0 to 1, the same for the whole batch. */
  readonly chance: number;
}

/** It is not sent, and not tried again by itself. The consent that was judged is written down: only a later one reopens it. */
export function skipped(receipt: LeasedReceipt, reason: ReceiptReason, contactId: string | null): ReceiptResult {
  const contact = contactId === null ? {} : { contactId };
  return { ...endOf(receipt), state: 'SKIPPED', reason, event: 'SKIPPED', ...contact };
}

/** It was seen on the list; it is looked for once more. */
export function onList(receipt: LeasedReceipt, contactId: string): ReceiptResult {
  return { ...endOf(receipt), state: 'ON_LIST', event: 'SEEN', contactId, dueInMs: SECOND_LOOK_MS };
}

/** The vendor does not take this person; `detail` is fit to be kept. */
export function refused(receipt: LeasedReceipt, reason: ReceiptReason, detail: string | null): ReceiptResult {
  return { ...endOf(receipt), state: 'FAILED', reason, event: 'REFUSED', detail };
}

/** The vendor took it, which is not yet to be on the list. */
export function accepted(
  receipt: LeasedReceipt,
  { contactId, job }: Accepted,
  { isInSample, chance }: PlaceInBatch,
): ReceiptResult {
  const contact = contactId === null ? {} : { contactId };
  const dueInMs = firstLookIn(isInSample, chance);
  return { ...endOf(receipt), state: 'ACCEPTED', event: 'ACCEPTED', ...contact, job, dueInMs };
}

function endOf({ signupId, person }: LeasedReceipt) {
  const consentAt = person.consent?.givenAt ?? null;
  return { signupId, reason: null, detail: null, dueInMs: null, countsAsAttempt: false, consentAt };
}
