import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import type { Page } from '../platform/graphql/connection.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { type AccessPass, AccessPassConnection, AccessPassPayload } from './access-pass.type.ts';
import type { AccessPassList } from './access-pass-list.ts';

/** From a campaign to its access passes, and revoking one of them. */
@Resolver(() => EarlyAccessCampaign)
export class AccessPassResolver {
  readonly #passes: AccessPassList;

  constructor(passes: AccessPassList) {
    this.#passes = passes;
  }

  @FieldResolver(() => AccessPassConnection, { description: 'The places that were taken, newest first.' })
  passes(
    @Root() campaign: EarlyAccessCampaign,
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Page<AccessPass>> {
    return this.#passes.list(principal.shop, campaign.id, { first, after });
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => AccessPassPayload, {
    description: 'Revokes one pass. Its place stays taken, and by e-mail the same person gets no new one.',
  })
  accessPassRevoke(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<AccessPassPayload> {
    return this.#passes.revoke(principal.shop, id);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => AccessPassPayload, {
    description:
      'Gives back a pass that was revoked singly: it opens again until it expires. One that was revoked with its code, its link or all passes of its campaign stays revoked.',
  })
  accessPassRestore(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<AccessPassPayload> {
    return this.#passes.restore(principal.shop, id);
  }
}
