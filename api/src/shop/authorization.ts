import { GraphQLError } from 'graphql';
import type { AuthCheckerFn } from 'type-graphql';
import type { ApiTokenScope } from './api-token-scope.ts';
import type { AdminContext, Principal } from './principal.ts';

/** The token is valid, but was not given the scope that this needs. */
export class ForbiddenError extends GraphQLError {
  readonly statusCode = 403;

  constructor(scope: ApiTokenScope) {
    super(`This needs the scope \`${scope}\`.`, { extensions: { code: 'FORBIDDEN', scope } });
    this.name = 'ForbiddenError';
  }
}

/** Throws `ForbiddenError` unless the principal has the scope. */
export function requireScope(principal: Principal, scope: ApiTokenScope): void {
  if (!principal.scopes.has(scope)) throw new ForbiddenError(scope);
}

/** Checks the scopes named by `@Authorized(…)` of a query, mutation or field. */
export const authorizeByScope: AuthCheckerFn<AdminContext, ApiTokenScope> = ({ context }, scopes) => {
  for (const scope of scopes) requireScope(context.principal, scope);
  return true;
};
