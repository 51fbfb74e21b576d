/**
 * Why a whole call failed. KEY_REFUSED, SCOPE_MISSING and VERSION_RETIRED last until somebody acts; AUDIENCE_GONE until
 * another list is chosen; REJECTED is a request that the vendor found wrong and whose culprit could not be found.
 */
export type VendorProblemKind =
  | 'THROTTLED'
  | 'UNREACHABLE'
  | 'BROKEN_ANSWER'
  | 'KEY_REFUSED'
  | 'SCOPE_MISSING'
  | 'VERSION_RETIRED'
  | 'AUDIENCE_GONE'
  | 'REJECTED';

/** What is known about a failed call. */
export interface VendorProblemFacts {
  readonly detail: string;
  readonly mayHaveApplied?: boolean;
  readonly retryAfterMs?: number | null;
}

/** A call to a vendor failed as a whole. Neither message nor detail holds a key or an address. */
export class VendorProblem extends Error {
  readonly kind: VendorProblemKind;
  /** THROTTLED: how long the vendor or our own budget asks to wait; null where nobody says. */
  readonly retryAfterMs: number | null;
  /** True: some of it may have taken effect (time-out after sending, cut answer, 5xx, or an earlier step that worked). */
  readonly mayHaveApplied: boolean;
  /** The vendor's words, bounded, without address and key. */
  readonly detail: string;

  constructor(kind: VendorProblemKind, facts: VendorProblemFacts) {
    super(`${kind}: ${facts.detail}`);
    this.name = 'VendorProblem';
    this.kind = kind;
    this.detail = facts.detail;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.mayHaveApplied = facts.mayHaveApplied ?? false;
  }

  /** The same, where an earlier request of the same delivery was taken. */
  afterOthersWereTaken(): VendorProblem {
    const { kind, detail, retryAfterMs } = this;
    return new VendorProblem(kind, { detail, retryAfterMs, mayHaveApplied: true });
  }
}
