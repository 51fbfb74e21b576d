import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Page } from '../platform/graphql/connection.ts';
import type { ApiTokenService } from './api-token.service.ts';
import {
  type ApiToken,
  ApiTokenConnection,
  ApiTokenCreateInput,
  ApiTokenCreatePayload,
  ApiTokenRevokePayload,
} from './api-token.type.ts';
import { ApiTokenScope } from './api-token-scope.ts';
import type { AdminContext } from './principal.ts';

@Resolver()
export class ApiTokenResolver {
  readonly #tokens: ApiTokenService;

  constructor(tokens: ApiTokenService) {
    this.#tokens = tokens;
  }

  @Authorized(ApiTokenScope.read_settings)
  @Query(() => ApiTokenConnection, { description: 'The API tokens of the shop, newest first, revoked ones included.' })
  apiTokens(
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Page<ApiToken>> {
    return this.#tokens.list(principal.shop, { first, after });
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => ApiTokenCreatePayload, { description: 'Makes an API token and shows it once.' })
  apiTokenCreate(
    @Ctx() { principal }: AdminContext,
    @Arg('input', () => ApiTokenCreateInput) input: ApiTokenCreateInput,
  ): Promise<ApiTokenCreatePayload> {
    return this.#tokens.create(principal.shop, input);
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => ApiTokenRevokePayload, { description: 'From now on the token opens nothing.' })
  apiTokenRevoke(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<ApiTokenRevokePayload> {
    return this.#tokens.revoke(principal.shop, id);
  }
}
