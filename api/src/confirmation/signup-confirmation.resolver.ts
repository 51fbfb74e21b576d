import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { createLoaders } from '../platform/graphql/loaders.ts';
import type { AdminContext } from '../shop/principal.ts';
import { Signup } from '../signup/signup.type.ts';
import type { SignupConfirmationReader } from './signup-confirmation.reader.ts';
import { SignupConfirmation } from './signup-confirmation.type.ts';

/** From a sign-up to the proof of its address: one statement for all sign-ups of a page. */
@Resolver(() => Signup)
export class SignupConfirmationResolver {
  readonly #confirmations: (context: AdminContext) => { load(signupId: string): Promise<SignupConfirmation | null> };

  constructor(reader: SignupConfirmationReader) {
    this.#confirmations = createLoaders(({ principal }: AdminContext, ids) => reader.bySignups(principal.shop, ids));
  }

  @FieldResolver(() => SignupConfirmation, {
    nullable: true,
    complexity: ({ childComplexity }) => 2 + childComplexity,
    description: 'How the address is proved; null where the campaign did not ask for it.',
  })
  confirmation(@Root() { id }: Signup, @Ctx() context: AdminContext): Promise<SignupConfirmation | null> {
    return this.#confirmations(context).load(id);
  }
}
