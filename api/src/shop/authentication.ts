import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { API_TOKEN_PREFIX, type ApiTokenService } from './api-token.service.ts';
import { ALL_SCOPES } from './api-token-scope.ts';
import type { MerchantSessions } from './merchant-session.ts';
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

/** Finds out who asks. Throws `UnauthenticatedError` for a missing, unknown, expired or revoked token. */
export type Authenticate = (request: FastifyRequest) => Promise<Principal>;

/** The two kinds of token of the admin API: a third-party tool's API token and the merchant's session token. */
export function createAuthenticate(apiTokens: ApiTokenService, sessions: MerchantSessions | null): Authenticate {
  return async (request) => {
    const token = bearerToken(request.headers.authorization);
    if (token === null) throw new UnauthenticatedError();
    const principal = token.startsWith(API_TOKEN_PREFIX)
      ? await apiTokens.principalOf(token)
      : await merchantOf(token, sessions);
    if (principal === null) throw new UnauthenticatedError();
    return principal;
  };
}

async function merchantOf(token: string, sessions: MerchantSessions | null): Promise<Principal | null> {
  const shop = (await sessions?.shopOf(token)) ?? null;
  return shop === null ? null : { shop, scopes: new Set(ALL_SCOPES), kind: 'merchant' };
}

function bearerToken(header: string | undefined): string | null {
  const match = /^Bearer +(\S+)$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
