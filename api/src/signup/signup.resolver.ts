import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Page } from '../platform/graphql/connection.ts';
import { createLoaders } from '../platform/graphql/loaders.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { SignupReader } from './signup.reader.ts';
import type { SignupService } from './signup.service.ts';
import { Signup, SignupConnection, SignupDeletePayload } from './signup.type.ts';
import { SignupConsent } from './signup-consent.type.ts';
import { SignupCount } from './signup-count.type.ts';
import { SignupFilterInput } from './signup-filter.input.ts';

const QUERY = {
  nullable: true,
  description:
    'The beginning of an e-mail address, in any case: `ada` and `ada@exam` find ada@example.com, `example` does not. So it is found among millions at once.',
} as const;

/** Up to 10,000 sign-ups are counted. */
const COUNTING = 20;

@Resolver()
export class SignupResolver {
  readonly #reader: SignupReader;
  readonly #signups: SignupService;

  constructor(reader: SignupReader, signups: SignupService) {
    this.#reader = reader;
    this.#signups = signups;
  }

  @Authorized(ApiTokenScope.read_signups)
  @Query(() => Signup, { nullable: true, description: 'A sign-up of the shop; null for an unknown id.' })
  signup(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<Signup | null> {
    return this.#reader.find(principal.shop, id);
  }

  @Authorized(ApiTokenScope.read_signups)
  @Query(() => SignupConnection, {
    description:
      'The sign-ups of the shop, newest first. `totalCount` of a filtered list goes through all of them: ask `signupsCount` instead.',
  })
  signups(
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('campaignId', () => ID, { nullable: true }) campaignId?: string,
    @Arg('query', () => String, QUERY) query?: string,
    @Arg('filter', () => SignupFilterInput, { nullable: true }) filter?: SignupFilterInput,
  ): Promise<Page<Signup>> {
    return this.#reader.list(principal.shop, { first, after }, { ...filter, campaignId, query });
  }

  @Authorized(ApiTokenScope.read_signups)
  @Query(() => SignupCount, {
    complexity: COUNTING,
    description:
      'How many sign-ups there are: exactly for all of the shop or of a campaign, and up to 10,000 of those that are searched or filtered.',
  })
  signupsCount(
    @Ctx() { principal }: AdminContext,
    @Arg('campaignId', () => ID, { nullable: true }) campaignId?: string,
    @Arg('query', () => String, QUERY) query?: string,
    @Arg('filter', () => SignupFilterInput, { nullable: true }) filter?: SignupFilterInput,
  ): Promise<SignupCount> {
    return this.#reader.count(principal.shop, { ...filter, campaignId, query });
  }

  @Authorized(ApiTokenScope.write_signups)
  @Mutation(() => SignupDeletePayload, { description: 'Forgets a person’s sign-up and takes it off the count.' })
  signupDelete(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<SignupDeletePayload> {
    return this.#signups.delete(principal.shop, id);
  }
}

/** From a sign-up to its answers about marketing: one statement for all sign-ups of a page. */
@Resolver(() => Signup)
export class SignupConsentResolver {
  readonly #consents: (context: AdminContext) => { load(signupId: string): Promise<SignupConsent[]> };

  constructor(reader: SignupReader) {
    this.#consents = createLoaders(({ principal }: AdminContext, ids) => reader.consents(principal.shop, ids));
  }

  @FieldResolver(() => [SignupConsent], {
    complexity: ({ childComplexity }) => 2 + 2 * childComplexity,
    description: 'Each new answer to the box for marketing, oldest first: what was asked, in which words, and where.',
  })
  consents(@Root() { id }: Signup, @Ctx() context: AdminContext): Promise<SignupConsent[]> {
    return this.#consents(context).load(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    complexity: 2,
    description:
      'The page on which the person signed up, without query and fragment (and of a hosted page without its secret); null where it is not known.',
  })
  async page(@Root() { id }: Signup, @Ctx() context: AdminContext): Promise<string | null> {
    return (await this.#consents(context).load(id))[0]?.page ?? null;
  }
}
