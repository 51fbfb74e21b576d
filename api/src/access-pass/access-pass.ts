/** What an access pass says: who got through which gate, when, and until when it opens. */
export interface AccessPass {
  /** The pass's own id (`jti`). */
  readonly id: string;
  /** The shop's domain (`aud`). */
  readonly shop: string;
  readonly campaignId: string;
  /** The campaign's pass epoch when it was issued; a raised epoch revokes it. */
  readonly epoch: number;
  /** By what the visitor got through, and which one it was (`sub`). */
  readonly person: AccessPassPerson;
  /** To the second. */
  readonly expiresAt: Date;
}

/** The sign-up, the access code or the secret link with which the visitor got through. */
export type AccessPassPerson = `signup:${string}` | `code:${string}` | `link:${string}`;

/** A pass in somebody's hands, and what ties it to them. */
export interface HeldPass extends Pick<AccessPass, 'id' | 'person' | 'expiresAt'> {
  /** What makes two addresses the same one, where the visitor came by e-mail; null: it belongs to whoever has it. */
  readonly emailKey: string | null;
}

/** A pass opens for at most this long; a campaign that ends before ends it too. */
export const LONGEST_PASS_DAYS = 30;

/** When a pass issued at this instant for a campaign with this end expires. */
export function passExpiry(issuedAt: Date, campaignEndsAt: Date | null): Date {
  const longest = new Date(issuedAt.getTime() + LONGEST_PASS_DAYS * 24 * 60 * 60 * 1000);
  const expiry = campaignEndsAt !== null && campaignEndsAt < longest ? campaignEndsAt : longest;
  // A JWT counts whole seconds; rounding up would outlive the campaign.
  return new Date(Math.floor(expiry.getTime() / 1000) * 1000);
}
