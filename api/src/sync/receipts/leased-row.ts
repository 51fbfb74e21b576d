import type { LeasedReceipt } from './receipt.ts';

/** A leased receipt with its sign-up and the newest answer about marketing, as the database gives it. */
export interface LeasedRow extends Omit<LeasedReceipt, 'person'> {
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly signedUpAt: Date;
  readonly confirmedAt: Date | null;
  readonly isGiven: boolean | null;
  readonly answeredAt: Date | null;
  readonly text: string | null;
}

/** The same, as an attempt knows it. */
export function toLeasedReceipt(row: LeasedRow): LeasedReceipt {
  const { email, firstName, lastName, signedUpAt, confirmedAt, isGiven, answeredAt, text, ...receipt } = row;
  const consent =
    isGiven && answeredAt ? { givenAt: answeredAt, text: text ?? '', isConfirmed: confirmedAt !== null } : null;
  const { signupId: id, campaignId } = row;
  return { ...receipt, person: { id, email, firstName, lastName, campaignId, signedUpAt, consent } };
}
