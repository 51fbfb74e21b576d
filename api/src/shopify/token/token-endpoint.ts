import { HttpResponseError, RequestedTokenType, type Session } from '@shopify/shopify-api';
import { AdminApiProblem } from '../admin-api.ts';
import type { IdToken } from '../identity/id-tokens.ts';
import type { Shopify } from '../shopify-library.ts';

/** Shopify gives no access token for this one: it is expired, used up, revoked, or the app is not installed. */
export class TokenRefusedError extends Error {
  constructor() {
    super('Shopify gives no access token for it.');
    this.name = 'TokenRefusedError';
  }
}

/** OAuth 2.0's word (RFC 6749) for a client id or secret that is wrong: the operator's matter, and no token's fault. */
const WRONG_CREDENTIALS = 'invalid_client';

const NO_ANSWER = { code: 0, body: undefined };
/** Refusals that are about the moment. */
const PASSING = [408, 425, 429];

/**
 * Shopify's token endpoint, `POST https://{shop}/admin/oauth/access_token`, through Shopify's library. No error from here holds
 * anything of a token: the library's own quote what was sent and answered.
 */
export class TokenEndpoint {
  readonly #shopify: Shopify;

  constructor(shopify: Shopify) {
    this.#shopify = shopify;
  }

  /**
   * Exchanges an ID token for an expiring offline token: `expires_in` 3600, with a refresh token of 90 days. Asks with the
   * secret that signed the ID token, which Shopify certainly knows. Throws `TokenRefusedError`, `AdminApiProblem`.
   */
  exchange({ shop, token, signer }: IdToken): Promise<Session> {
    return asked(async () => {
      const requestedTokenType = RequestedTokenType.OfflineAccessToken;
      const wish = { shop, sessionToken: token, requestedTokenType, expiring: true };
      return (await signer.auth.tokenExchange(wish)).session;
    });
  }

  /**
   * A new access token with a new refresh token. Shopify takes the old refresh token until the new one is first used (since
   * 2026-08-28). Throws `TokenRefusedError`, `AdminApiProblem`.
   */
  refresh(shop: string, refreshToken: string): Promise<Session> {
    return asked(async () => (await this.#shopify.current.auth.refreshToken({ shop, refreshToken })).session);
  }
}

async function asked(ask: () => Promise<Session>): Promise<Session> {
  try {
    return await ask();
  } catch (fault) {
    throw problemOf(fault);
  }
}

/** The library's error for 429 and 5xx is an `HttpResponseError`, too: those pass, and say nothing about the token. */
function problemOf(fault: unknown): Error {
  const { code, body } = fault instanceof HttpResponseError ? fault.response : NO_ANSWER;
  if (code < 400 || code >= 500 || PASSING.includes(code)) {
    return new AdminApiProblem('UNREACHABLE', "Shopify's token endpoint could not be reached, or failed.");
  }
  const reason = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  if (reason === WRONG_CREDENTIALS) {
    return new AdminApiProblem('REFUSED', 'Shopify knows no app with this SHOPIFY_API_KEY and SHOPIFY_API_SECRET.');
  }
  return new TokenRefusedError();
}
