import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Page } from '../platform/graphql/connection.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { SignupService } from './signup.service.ts';
import { type Signup, SignupConnection, SignupDeletePayload } from './signup.type.ts';

@Resolver()
export class SignupResolver {
  readonly #signups: SignupService;

  constructor(signups: SignupService) {
    this.#signups = signups;
  }

  @Authorized(ApiTokenScope.read_signups)
  @Query(() => SignupConnection, { description: 'The sign-ups of the shop, newest first.' })
  signups(
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('campaignId', () => ID, { nullable: true }) campaignId?: string,
    @Arg('query', () => String, { nullable: true, description: 'A part of an address or a name.' }) query?: string,
  ): Promise<Page<Signup>> {
    return this.#signups.list(principal.shop, { first, after }, { campaignId, query });
  }

  @Authorized(ApiTokenScope.write_signups)
  @Mutation(() => SignupDeletePayload, { description: 'Forgets a person’s sign-up and takes it off the count.' })
  signupDelete(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<SignupDeletePayload> {
    return this.#signups.delete(principal.shop, id);
  }
}
