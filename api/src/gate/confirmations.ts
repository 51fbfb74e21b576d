import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';

/** A mail with a code and a link that is on its way. */
export interface SentConfirmation {
  /** What the visitor's page knows it by. */
  readonly confirmation: string;
  /** From when it may be sent again. */
  readonly resendAt: Date;
  /** Until when code and link are good. */
  readonly expiresAt: Date;
}

/** A sign-up whose owner proved the address just now. */
export interface ConfirmedSignup {
  readonly shop: string;
  readonly campaignId: string;
  readonly signupId: string;
}

/** Try again at this time. */
export interface TryAgain {
  readonly retryAt: Date;
}

/** What the gate wants of the room that proves addresses. Null: unknown, expired or wrong; which of them is not told. */
export interface Confirmations {
  start(
    campaign: GuardedCampaign,
    signup: { readonly id: string; readonly email: string },
    asker: { readonly language: string | null; readonly visitorAddress: string },
  ): Promise<SentConfirmation>;
  resend(confirmation: string, visitorAddress: string): Promise<SentConfirmation | TryAgain | null>;
  confirmWithCode(confirmation: string, code: string): Promise<ConfirmedSignup | TryAgain | null>;
  confirmWithLink(token: string): Promise<ConfirmedSignup | null>;
}
