/** A cart and checkout validation of a shop. */
export interface StandInValidation {
  readonly kind: 'Validation';
  readonly id: string;
  readonly functionHandle: string;
  title: string;
  isEnabled: boolean;
  blocksOnFailure: boolean;
}

/** How many validations of a shop may be enabled at a time. */
export const MAX_VALIDATIONS = 25;
