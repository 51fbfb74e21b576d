import type { ApiTokenScope } from './api-token-scope.ts';

/** Who asks: always somebody of exactly one shop. The shop comes from here and from nowhere else. */
export interface Principal {
  /** The shop's domain. */
  readonly shop: string;
  readonly scopes: ReadonlySet<ApiTokenScope>;
  readonly kind: 'merchant' | 'api-token';
  /** Who that is, in words for the merchant: `Merchant`, `Shopify user 42` or `API token Till`. */
  readonly actor: string;
}

/** What every resolver of the admin API is given. */
export interface AdminContext {
  readonly principal: Principal;
  readonly requestId: string;
}
