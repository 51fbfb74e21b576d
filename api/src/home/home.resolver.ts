import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { AttentionReader } from './attention.reader.ts';
import { Attention } from './attention.type.ts';
import type { SetUpReader } from './set-up.reader.ts';
import { SetUp } from './set-up.type.ts';

/** What the first page of the admin tells, beside the campaigns and connections themselves. */
@Resolver()
export class HomeResolver {
  readonly #attentions: AttentionReader;
  readonly #setUps: SetUpReader;

  constructor(attentions: AttentionReader, setUps: SetUpReader) {
    this.#attentions = attentions;
    this.#setUps = setUps;
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @Query(() => [Attention], {
    complexity: ({ childComplexity }) => 20 + childComplexity,
    description: 'What the merchant should look at, the most urgent first, fifty at most.',
  })
  attention(@Ctx() { principal }: AdminContext): Promise<Attention[]> {
    return this.#attentions.list(principal.shop);
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @Query(() => SetUp, { description: 'How far the shop has come on the way to its first early access.' })
  setUp(@Ctx() { principal }: AdminContext): Promise<SetUp> {
    return this.#setUps.read(principal.shop);
  }
}
