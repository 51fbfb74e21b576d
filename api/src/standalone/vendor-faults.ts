import type { FaultWish } from '../stand-in/fault-plan.ts';
import type { Vendor } from '../stand-in/observations.ts';

/** A fault that can be chosen on the page. */
export interface FaultChoice {
  readonly id: string;
  readonly label: string;
  readonly wish: FaultWish;
}

/** The faults that a person can switch on, in their words. */
export const FAULT_CHOICES: readonly FaultChoice[] = [
  { id: 'THROTTLED', label: 'Too many calls (429, wait 5 s)', wish: { kind: 'THROTTLED', seconds: 5 } },
  { id: 'THROTTLED_BLIND', label: 'Too many calls, no time said', wish: { kind: 'THROTTLED', retryAfter: 'NONE' } },
  { id: 'ERROR', label: 'The vendor has an error (500)', wish: { kind: 'STATUS', status: 500 } },
  { id: 'AWAY', label: 'The vendor is down (503)', wish: { kind: 'STATUS', status: 503 } },
  { id: 'KEY', label: 'The key is refused (401)', wish: { kind: 'STATUS', status: 401 } },
  { id: 'SCOPE', label: 'The key may not do this (403)', wish: { kind: 'STATUS', status: 403 } },
  { id: 'RETIRED', label: 'The API version is retired (410)', wish: { kind: 'STATUS', status: 410 } },
  { id: 'NEVER_APPLIED', label: 'Accepted, but never done', wish: { kind: 'NEVER_APPLIED' } },
  { id: 'HANG', label: 'No answer', wish: { kind: 'HANG' } },
  { id: 'LOST', label: 'Done, but the answer is lost', wish: { kind: 'APPLIED_THEN_RESET' } },
  { id: 'SLOW', label: 'One byte a second', wish: { kind: 'SLOW' } },
  { id: 'CUT', label: 'Half an answer', wish: { kind: 'CUT' } },
  { id: 'MALFORMED', label: 'An answer that is no JSON', wish: { kind: 'MALFORMED' } },
  { id: 'REDIRECT', label: 'Sent elsewhere (302)', wish: { kind: 'REDIRECT' } },
];

/** A fault that is on, in words. */
export function faultInWords(fault: {
  readonly kind: string;
  readonly status: number;
  readonly vendor: Vendor | null;
  readonly share: number;
}): string {
  const choice =
    FAULT_CHOICES.find(({ wish }) => wish.kind === fault.kind && (wish.status ?? fault.status) === fault.status)
      ?.label ?? fault.kind;
  const often = fault.share === 1 ? 'every call' : `${Math.round(fault.share * 100)} % of the calls`;
  return `${choice}: ${often}, ${fault.vendor === null ? 'both vendors' : fault.vendor === 'klaviyo' ? 'Klaviyo' : 'Omnisend'}`;
}
