import type { LeasedReceipt } from './receipt.ts';

/** A leased receipt with its sign-up and the answer about marketing that counts, as the database gives it. */
export interface LeasedRow extends Omit<LeasedReceipt, 'person'> {
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly signedUpAt: Date;
  readonly isGiven: boolean | null;
  readonly answeredAt: Date | null;
  readonly text: string | null;
  /** Whether the address was proved after the answer. */
  readonly isConfirmed: boolean | null;
  /** Whether its campaign's sign-ups still go to its audience. */
  readonly isForChosen: boolean;
}

/** The same, as an attempt knows it. */
export function toLeasedReceipt(row: LeasedRow): LeasedReceipt {
  const {
    email,
    firstName,
    lastName,
    signedUpAt,
    isGiven,
    answeredAt,
    text,
    isConfirmed,
    isForChosen: _,
    ...receipt
  } = row;
  const consent =
    isGiven && answeredAt ? { givenAt: answeredAt, text: text ?? '', isConfirmed: isConfirmed === true } : null;
  const { signupId: id, campaignId } = row;
  return { ...receipt, person: { id, email, firstName, lastName, campaignId, signedUpAt, consent } };
}
