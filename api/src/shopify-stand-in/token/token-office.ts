import { randomBytes } from 'node:crypto';
import { type AccessGrant, TOKEN_SECONDS, type TokenAnswer } from './access-grant.ts';

/** A refresh token. The one before it stays good until this one is used for the first time. */
interface RefreshGrant {
  readonly token: string;
  readonly shop: string;
  readonly expiresAt: number;
  /** The one that it took the place of; null: none, or that one is no longer good. */
  predecessor: string | null;
}

/** Somebody to give a token to. */
interface Grantee {
  readonly shop: string;
  readonly scopes: readonly string[];
}

/** Gives out access and refresh tokens, and knows which are good. */
export class TokenOffice {
  /** How often it was asked for what, since the beginning. */
  readonly counts = { exchanges: 0, refreshes: 0, refusals: 0 };
  private readonly grants = new Map<string, AccessGrant>();
  private readonly refreshes = new Map<string, RefreshGrant>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** An offline token with a refresh token beside it. */
  giveExpiring(grantee: Grantee): TokenAnswer {
    return this.givePair(grantee, null);
  }

  /** An offline token for good, as apps from before April 2026 may still have. */
  giveLasting(grantee: Grantee): TokenAnswer {
    return answerOf(this.grant(grantee, { seconds: null, userId: null }));
  }

  /** A token of a person's, for a day. */
  giveOnline(grantee: Grantee, userId: string): TokenAnswer {
    const grant = this.grant(grantee, { seconds: TOKEN_SECONDS.online, userId });
    return { ...answerOf(grant), expires_in: TOKEN_SECONDS.online };
  }

  /**
   * A new pair for a refresh token; null: it is none, or no longer good. Its first use retires the token before it. A token that
   * is used again before its successor was gets a successor again, and the one whose answer was lost is good no more.
   */
  refresh(refreshToken: string, grantee: Grantee): TokenAnswer | null {
    const used = this.refreshes.get(refreshToken);
    if (used === undefined || used.shop !== grantee.shop || used.expiresAt <= this.now()) return null;
    if (used.predecessor !== null) this.refreshes.delete(used.predecessor);
    used.predecessor = null;
    for (const [token, { predecessor }] of this.refreshes) if (predecessor === used.token) this.refreshes.delete(token);
    this.counts.refreshes += 1;
    return this.givePair(grantee, used.token);
  }

  /** What an access token is good for; null: nothing. */
  check(shop: string, token: string): AccessGrant | null {
    const grant = this.grants.get(token);
    if (grant === undefined || grant.shop !== shop) return null;
    return grant.expiresAt !== null && grant.expiresAt <= this.now() ? null : grant;
  }

  /** Takes back every access token of a shop, as when a merchant or Shopify revokes them: refresh tokens stay good unless asked. */
  revoke(shop: string, { alsoRefreshTokens }: { readonly alsoRefreshTokens: boolean }): void {
    for (const [token, grant] of this.grants) if (grant.shop === shop) this.grants.delete(token);
    if (!alsoRefreshTokens) return;
    for (const [token, grant] of this.refreshes) if (grant.shop === shop) this.refreshes.delete(token);
  }

  /** The access tokens of a shop that are good now, the newest last. */
  tokensOf(shop: string): readonly string[] {
    return [...this.grants.values()].filter((grant) => this.check(shop, grant.token)).map(({ token }) => token);
  }

  private givePair(grantee: Grantee, predecessor: string | null): TokenAnswer {
    const grant = this.grant(grantee, { seconds: TOKEN_SECONDS.access, userId: null });
    const token = `shprt_${randomBytes(16).toString('hex')}`;
    const expiresAt = this.now() + TOKEN_SECONDS.refresh * 1000;
    this.refreshes.set(token, { token, shop: grantee.shop, expiresAt, predecessor });
    const { access, refresh } = TOKEN_SECONDS;
    return { ...answerOf(grant), expires_in: access, refresh_token: token, refresh_token_expires_in: refresh };
  }

  private grant(
    { shop, scopes }: Grantee,
    { seconds, userId }: { seconds: number | null; userId: string | null },
  ): AccessGrant {
    const token = `${userId === null ? 'shpat' : 'shpua'}_${randomBytes(16).toString('hex')}`;
    const expiresAt = seconds === null ? null : this.now() + seconds * 1000;
    const grant = { token, shop, scopes: [...scopes], expiresAt, userId };
    this.grants.set(token, grant);
    return grant;
  }
}

function answerOf({ token, scopes }: AccessGrant): TokenAnswer {
  return { access_token: token, scope: scopes.join(',') };
}
