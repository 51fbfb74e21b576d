/** What can be said about a campaign's enforcement. */
export enum EnforcementCode {
  CHECKOUT = 'CHECKOUT',
  NOT_FOR_SALE = 'NOT_FOR_SALE',
  GATE = 'GATE',
  UNLISTED = 'UNLISTED',
  LISTED = 'LISTED',
  POINT_OF_SALE = 'POINT_OF_SALE',
  DRAFT_ORDERS = 'DRAFT_ORDERS',
  OTHER_APPS = 'OTHER_APPS',
  SHARED_PASS = 'SHARED_PASS',
  SEVERAL_ORDERS = 'SEVERAL_ORDERS',
  REVOKED_PASSES = 'REVOKED_PASSES',
  STANDALONE = 'STANDALONE',
  NOT_ASKED = 'NOT_ASKED',
  NOT_RUNNING = 'NOT_RUNNING',
  NO_PRODUCTS = 'NO_PRODUCTS',
  NOT_YET = 'NOT_YET',
  NO_ROOM = 'NO_ROOM',
  PLUS_ONLY = 'PLUS_ONLY',
  TOO_MANY_VALIDATIONS = 'TOO_MANY_VALIDATIONS',
  FUNCTION_MISSING = 'FUNCTION_MISSING',
  SCOPE_MISSING = 'SCOPE_MISSING',
  SWITCHED_OFF = 'SWITCHED_OFF',
  REFUSED = 'REFUSED',
  UNREACHABLE = 'UNREACHABLE',
  PLAN = 'PLAN',
  FAILS_CLOSED = 'FAILS_CLOSED',
}

/** One thing that holds, in a sentence for the merchant. */
export interface EnforcementFact {
  readonly code: EnforcementCode;
  readonly text: string;
}

/** `1 product`, `3 products`. */
export function products(count: number): string {
  return count === 1 ? '1 product' : `${count.toLocaleString('en')} products`;
}
