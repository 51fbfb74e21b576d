import type { Audience, Standing } from '../../integrations/destination.ts';
import { VendorProblem } from '../../integrations/vendor-problem.ts';
import type { AttemptEnd, LeasedReceipt, ReceiptResult } from '../receipts/receipt.ts';
import { type HeldUp, heldUp, isAnswer } from './held-up.ts';
import { departureOf } from './judge.ts';
import { confirmationLookIn, lookAgainIn, SECOND_LOOK_MS } from './read-back.ts';
import type { AttemptParts } from './send.ts';
import { orProblem, readAll } from './standing-reader.ts';
import { keepableWords } from './words.ts';

/** Looks whether a batch has arrived, and says what was found of each. */
export async function lookAt({ destination, batch, chance }: AttemptParts): Promise<AttemptEnd> {
  const { connection, receipts } = batch;
  const { standings, refused, problem: unread } = await readAll(destination, batch, receipts);
  const missing = receipts.filter(({ signupId }) => refused.has(signupId) || standings.has(signupId)).filter(isMissing);
  const audience = missing.length > 0 ? await readAudience() : null;
  const problem = audience instanceof VendorProblem ? audience : unread;
  const held = problem && failed(problem);
  const results = receipts.map((receipt) => {
    const isKnown = refused.has(receipt.signupId) || standings.has(receipt.signupId);
    if (held && !isKnown) return heldUp(receipt, held);
    if (!isMissing(receipt)) return present(receipt, standingOf(receipt));
    if (held && audience instanceof VendorProblem) return heldUp(receipt, held);
    return absent(receipt, standingOf(receipt), audience instanceof VendorProblem ? null : audience);
  });
  return { results, health: problem && !isAnswer(problem) ? problem : 'GOOD' };

  function standingOf({ signupId }: LeasedReceipt): Standing | null {
    return standings.get(signupId) ?? null;
  }

  function isMissing(receipt: LeasedReceipt): boolean {
    return placeOf(receipt, standingOf(receipt)) === 'MISSING';
  }

  function readAudience(): Promise<Audience | null | VendorProblem> {
    return orProblem(destination.audience(connection.account, receipts[0]?.audience ?? ''));
  }

  function failed(of: VendorProblem): HeldUp {
    const emails = receipts.map(({ person }) => person.email);
    const detail = keepableWords(of.detail, { key: connection.account.key, emails });
    return { problem: of, detail, wasSending: false, chance };
  }
}

/** Where somebody is, of whom an acceptance or an earlier look says that they should be on the list. */
function placeOf({ consentAt }: LeasedReceipt, standing: Standing | null) {
  if (!standing) return 'MISSING';
  // Who was put on the list without a subscription is there, whatever else the vendor knows of them.
  const departure = consentAt && departureOf(standing, { givenAt: consentAt });
  if (departure) return departure;
  const isThere = standing.isInAudience && (consentAt === null || standing.marketing === 'SUBSCRIBED');
  return isThere ? 'SEEN' : 'MISSING';
}

const LOOKED = { reason: null, detail: null, event: null, dueInMs: null, countsAsAttempt: false } as const;

/** Somebody who was seen, or who has left since. */
function present(receipt: LeasedReceipt, standing: Standing | null): ReceiptResult {
  const { signupId, state } = receipt;
  const contact = standing ? { contactId: standing.contactId } : {};
  const place = placeOf(receipt, standing);
  if (place === 'UNSUBSCRIBED' || place === 'SUPPRESSED') {
    return { ...LOOKED, signupId, ...contact, state: 'SKIPPED', reason: place, event: 'SKIPPED' };
  }
  if (state === 'ON_LIST') return { ...LOOKED, signupId, ...contact, state };
  return { ...LOOKED, signupId, ...contact, state: 'ON_LIST', event: 'SEEN', dueInMs: SECOND_LOOK_MS };
}

/** Somebody who is not there: not yet, not without a click of theirs, or no more. */
function absent(receipt: LeasedReceipt, standing: Standing | null, audience: Audience | null): ReceiptResult {
  const { signupId, state, job, attempts, consentAt } = receipt;
  const looked = { ...LOOKED, signupId, ...(standing ? { contactId: standing.contactId } : {}) };
  if (!audience) return { ...looked, state: 'FAILED', reason: 'AUDIENCE_GONE', event: 'FAILED' };
  if (state === 'ON_LIST') return { ...looked, ...NOT_SEEN, detail: 'Was seen there before, and is gone.' };
  if (audience.optIn === 'DOUBLE' && consentAt !== null) return awaiting(receipt, looked);
  // A batch that took longer than its sender waited gave nobody the tag, since the tag passes over whom it does not know yet.
  const isUntagged = audience.optIn === null && standing !== null && job !== null && attempts < 2;
  if (isUntagged) return { ...looked, state: 'WAITING', event: 'NOT_SEEN', detail: 'Sent once more.', dueInMs: 0 };
  const dueInMs = lookAgainIn(receipt);
  if (dueInMs !== null) return { ...looked, state, dueInMs };
  const departure = standing && departureOf(standing, null);
  return departure ? { ...looked, state: 'SKIPPED', reason: departure, event: 'SKIPPED' } : { ...looked, ...NOT_SEEN };
}

const NOT_SEEN = { state: 'FAILED', reason: 'NOT_SEEN', event: 'NOT_SEEN' } as const;

function awaiting(receipt: LeasedReceipt, looked: Omit<ReceiptResult, 'state'>): ReceiptResult {
  const dueInMs = confirmationLookIn(receipt);
  const event = receipt.state === 'AWAITING_CONFIRMATION' ? null : 'AWAITING';
  return { ...looked, state: 'AWAITING_CONFIRMATION', event, dueInMs };
}
