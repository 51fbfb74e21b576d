import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { API_TOKEN_PREFIX, type ApiTokenService } from './api-token.service.ts';
import { ALL_SCOPES } from './api-token-scope.ts';
import type { Principal } from './principal.ts';

/** The request carries no token that is valid now. Says nothing about why. */
export class UnauthenticatedError extends GraphQLError {
  readonly statusCode = 401;

  constructor() {
    super('This needs a valid token: send `Authorization: Bearer <token>`.', {
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
    });
    this.name = 'UnauthenticatedError';
  }
}

/** Somebody who may do everything in one shop. */
export type KnownMerchant = Pick<Principal, 'shop' | 'actor'>;

/** Knows the merchant by the token that the admin sends: Shopify's ID token, or standalone mode's own session token. */
export interface MerchantTokens {
  /** The shop's domain and who it is, or null for a token that is forged, foreign or expired. */
  merchantOf(token: string): Promise<KnownMerchant | null>;
}

/** Finds out who asks. Throws `UnauthenticatedError` for a missing, unknown, expired or revoked token. */
export type Authenticate = (request: FastifyRequest) => Promise<Principal>;

/** The two kinds of token of the admin API: a third-party tool's API token and the merchant's own. */
export function createAuthenticate(apiTokens: ApiTokenService, merchants: MerchantTokens): Authenticate {
  return async (request) => {
    const token = bearerToken(request.headers.authorization);
    if (token === null) throw new UnauthenticatedError();
    const principal = token.startsWith(API_TOKEN_PREFIX)
      ? await apiTokens.principalOf(token)
      : await merchantOf(token, merchants);
    if (principal === null) throw new UnauthenticatedError();
    return principal;
  };
}

async function merchantOf(token: string, merchants: MerchantTokens): Promise<Principal | null> {
  const merchant = await merchants.merchantOf(token);
  return merchant && { ...merchant, scopes: new Set(ALL_SCOPES), kind: 'merchant' };
}

function bearerToken(header: string | undefined): string | null {
  const match = /^Bearer +(\S+)$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
