import type { AdminOperation } from './admin-operation.ts';

/** Shopify's Admin API, for any shop that has the app installed. */
export interface AdminApi {
  /**
   * Runs an operation with the shop's offline token. Waits for the shop's budget, also when Shopify answers `THROTTLED`, and
   * exchanges a token that was revoked. `userErrors` are part of the data and the caller's to read. Throws `AdminApiProblem`.
   */
  request<Data, Variables extends object>(
    shop: string,
    operation: AdminOperation<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
}

/**
 * Why an operation was not done: the shop has not installed the app (any more); its token lacks a scope; Shopify refused the
 * operation; the shop's budget stayed used up; or Shopify could not be reached or failed, which may pass.
 */
export type AdminApiProblemKind = 'NOT_INSTALLED' | 'SCOPE_MISSING' | 'REFUSED' | 'THROTTLED' | 'UNREACHABLE';

/** An operation was not done. Its message holds no token and nothing of a person. */
export class AdminApiProblem extends Error {
  readonly kind: AdminApiProblemKind;

  constructor(kind: AdminApiProblemKind, message: string) {
    super(message);
    this.name = 'AdminApiProblem';
    this.kind = kind;
  }
}
