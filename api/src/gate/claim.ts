import type { TakenPlace } from '../access-pass/place.store.ts';
import type { VisitorTraits } from '../analytics/visitor-traits.ts';
import type { AddressPlace, Credential, Visitor } from '../campaign/decide.ts';
import type { NewSignup } from '../signup/signup.store.ts';

/** Somebody at a gate who asks for a place. */
export type Claim = {
  readonly shop: string;
  readonly campaignId: string;
  /** The id that a new place gets; one that is taken already is the claim's own, whose answer was lost. */
  readonly placeId: string;
  /** What is counted of the visitor. */
  readonly traits: VisitorTraits;
} & (
  | { readonly by: 'code'; readonly credentialId: string }
  | { readonly by: 'link'; readonly credentialId: string }
  | {
      readonly by: 'email';
      readonly isGuest: boolean;
      /** Whether the address was proved in this very visit. */
      readonly isConfirmed: boolean;
      readonly signup: NewSignup;
    }
);

/** A claim by e-mail. */
export type EmailClaim = Extract<Claim, { by: 'email' }>;

/** Counts what a row of claims takes, so that each is judged by what those before it left. */
export interface Tally {
  /** How many places all of them took. */
  passes: number;
  /** How many of them by each code or link. */
  readonly uses: Map<string, number>;
  /** The places of addresses, those taken in this row included. */
  readonly places: Map<string, AddressPlace & { readonly id: string }>;
  /** The places, by their ids, that claims by code or link took before, those taken in this row included. */
  readonly taken: Map<string, TakenPlace>;
}

/** When a claim is judged, and at which epoch of its campaign. */
export interface Moment {
  readonly now: Date;
  readonly passEpoch: number;
}

/** Whether the pass of a place that was taken before still opens. */
export function standingOf(taken: TakenPlace | null, { now, passEpoch }: Moment): { readonly isGood: boolean } | null {
  if (taken === null) return null;
  return { isGood: taken.revokedAt === null && taken.passEpoch === passEpoch && taken.expiresAt > now };
}

/** What is known of codes and links, and when. */
export interface Judging extends Moment {
  readonly credentials: ReadonlyMap<string, Credential>;
}

/** The visitor behind a claim as `decide` knows one. */
export function visitorOf(claim: Claim, tally: Tally, judging: Judging): Visitor {
  if (claim.by === 'email') {
    const { isGuest, isConfirmed } = claim;
    return { by: 'email', isGuest, isConfirmed, place: tally.places.get(claim.signup.emailKey) ?? null };
  }
  const credential = judging.credentials.get(claim.credentialId);
  if (!credential) return { by: claim.by, credential: null };
  const totalUses = credential.totalUses + (tally.uses.get(claim.credentialId) ?? 0);
  const place = standingOf(tally.taken.get(claim.placeId) ?? null, judging);
  return { by: claim.by, credential: { ...credential, totalUses }, place };
}

/** Where an admitted visitor stands, and until when. */
export interface Seat {
  readonly id: string;
  readonly expiresAt: Date;
}

/** Writes an admitted claim into the tally and gives its place: the one that its address or its act has, or a new one. */
export function takePlace(
  claim: Claim,
  tally: Tally,
  seat: { readonly passEpoch: number; readonly expiresAt: Date; readonly now: Date },
): Seat {
  const { expiresAt, passEpoch, now } = seat;
  if (claim.by === 'email') return { id: placeOfAddress(claim, tally, now), expiresAt };
  const { placeId: id, credentialId } = claim;
  const taken = tally.taken.get(id);
  // An act that is sent again and again does not make its pass live longer.
  if (taken) return { id, expiresAt: new Date(Math.min(taken.expiresAt.getTime(), expiresAt.getTime())) };
  tally.passes += 1;
  tally.uses.set(credentialId, (tally.uses.get(credentialId) ?? 0) + 1);
  tally.taken.set(id, { passEpoch, expiresAt, revokedAt: null });
  return { id, expiresAt };
}

function placeOfAddress({ signup, placeId, isConfirmed }: EmailClaim, tally: Tally, now: Date): string {
  const known = tally.places.get(signup.emailKey);
  if (known) return known.id;
  tally.passes += 1;
  tally.places.set(signup.emailKey, { id: placeId, revokedAt: null, unprovedSince: isConfirmed ? null : now });
  return placeId;
}
