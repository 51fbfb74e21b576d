import type { DenialReason } from './denial-reason.ts';
import type { VisitorTraits } from './visitor-traits.ts';
import type { AttemptOutcome, WayIn } from './way-in.ts';

/** What can happen at a campaign's gate; visitors are counted once a day by the views that they make. */
export type HappeningKind =
  | 'VIEW'
  | 'GATE_SHOWN'
  | 'ATTEMPT'
  | 'DENIED'
  | 'PASS'
  | 'SIGNUP'
  | 'PRODUCT_OPENED'
  | 'SENT_TO_CART';

/** Something that happened once at a campaign. It names nobody; `who` never reaches a table. */
export interface Happening {
  readonly shop: string;
  readonly campaignId: string;
  readonly at: Date;
  readonly kind: HappeningKind;
  readonly traits: VisitorTraits;
  /** Why, of a DENIED and of the ATTEMPT that it ended. */
  readonly reason?: DenialReason;
  /** Of an ATTEMPT and of what came of it. */
  readonly way?: WayIn;
  /** Of an ATTEMPT. */
  readonly outcome?: AttemptOutcome;
  /** The access code or secret link that it was with. */
  readonly accessCodeId?: string | null;
  readonly secretLinkId?: string | null;
  /**
   * Of a VIEW: the visitor's address and browser, from which the day's digest is made, so that somebody who comes twice is one
   * visitor. Without it nobody is counted as a visitor.
   */
  readonly who?: string | undefined;
}

/** Fifteen minutes, in milliseconds: every zone's hours and days are whole numbers of them. */
export const BUCKET_MS = 15 * 60_000;

/** Where the quarter of an hour begins that an instant lies in. */
export function bucketStart(at: Date): Date {
  return new Date(Math.floor(at.getTime() / BUCKET_MS) * BUCKET_MS);
}

/** The day that an instant lies in, in UTC, such as `2026-11-28`. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
