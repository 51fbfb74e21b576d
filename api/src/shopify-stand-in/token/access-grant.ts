/** What a token may do, for whom and how long. */
export interface AccessGrant {
  readonly token: string;
  readonly shop: string;
  /** The scopes that the shop had granted when the token was given. */
  readonly scopes: readonly string[];
  /** Milliseconds since 1970; null: it does not expire. */
  readonly expiresAt: number | null;
  /** Of an online token: the person it acts for. */
  readonly userId: string | null;
}

/** The answer of the token endpoint, as Shopify writes it. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly scope: string;
  readonly expires_in?: number;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
}

/** How long things last, in seconds. */
export const TOKEN_SECONDS = { access: 3600, refresh: 90 * 86_400, online: 86_400 };
