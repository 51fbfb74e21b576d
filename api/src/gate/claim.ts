import type { Credential, Visitor } from '../campaign/decide.ts';
import type { NewSignup } from '../signup/signup.store.ts';

/** Somebody at a gate who asks for a place. */
export type Claim = {
  readonly shop: string;
  readonly campaignId: string;
  /** The id that a new place gets. */
  readonly placeId: string;
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
  readonly places: Map<string, { readonly id: string; readonly revokedAt: Date | null }>;
}

/** The visitor behind a claim as `decide` knows one. */
export function visitorOf(claim: Claim, credentials: ReadonlyMap<string, Credential>, tally: Tally): Visitor {
  if (claim.by === 'email') {
    const { isGuest, isConfirmed } = claim;
    return { by: 'email', isGuest, isConfirmed, place: tally.places.get(claim.signup.emailKey) ?? null };
  }
  const credential = credentials.get(claim.credentialId);
  if (!credential) return { by: claim.by, credential: null };
  const totalUses = credential.totalUses + (tally.uses.get(claim.credentialId) ?? 0);
  return { by: claim.by, credential: { ...credential, totalUses } };
}

/** Writes an admitted claim into the tally and gives its place: the one that its address has, or a new one. */
export function takePlace(claim: Claim, tally: Tally): string {
  if (claim.by === 'email') return placeOfAddress(claim.signup.emailKey, claim.placeId, tally);
  tally.passes += 1;
  tally.uses.set(claim.credentialId, (tally.uses.get(claim.credentialId) ?? 0) + 1);
  return claim.placeId;
}

function placeOfAddress(emailKey: string, newId: string, tally: Tally): string {
  const known = tally.places.get(emailKey);
  if (known) return known.id;
  tally.passes += 1;
  tally.places.set(emailKey, { id: newId, revokedAt: null });
  return newId;
}
