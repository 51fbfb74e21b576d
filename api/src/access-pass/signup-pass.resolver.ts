import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { createLoaders } from '../platform/graphql/loaders.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { Signup } from '../signup/signup.type.ts';
import { AccessPass } from './access-pass.type.ts';
import type { AccessPassList } from './access-pass-list.ts';

/** From a sign-up to the place that it took: one statement for all sign-ups of a page. */
@Resolver(() => Signup)
export class SignupPassResolver {
  readonly #passes: (context: AdminContext) => { load(signupId: string): Promise<AccessPass | null> };

  constructor(passes: AccessPassList) {
    this.#passes = createLoaders(({ principal }: AdminContext, ids) => passes.bySignups(principal.shop, ids));
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @FieldResolver(() => AccessPass, {
    nullable: true,
    complexity: ({ childComplexity }) => 2 + childComplexity,
    description: 'The place that it took; null while the address has to be confirmed first.',
  })
  pass(@Root() { id }: Signup, @Ctx() context: AdminContext): Promise<AccessPass | null> {
    return this.#passes(context).load(id);
  }
}
