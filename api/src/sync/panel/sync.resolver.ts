import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Destination } from '../../../../prisma/client/enums.ts';
import { ApiTokenScope } from '../../shop/api-token-scope.ts';
import type { AdminContext } from '../../shop/principal.ts';
import type { SyncService } from './sync.service.ts';
import { SyncBackfillPayload, SyncRetryInput, SyncRetryPayload } from './sync.type.ts';

@Resolver()
export class SyncResolver {
  readonly #sync: SyncService;

  constructor(sync: SyncService) {
    this.#sync = sync;
  }

  @Authorized(ApiTokenScope.write_signups)
  @Mutation(() => SyncRetryPayload, {
    description:
      'Sends again what failed or was parked. Consent is kept: who unsubscribed since is read first, and not sent. Of very many it takes tens of thousands in one call; the rest stays as it was.',
  })
  syncRetry(
    @Ctx() { principal }: AdminContext,
    @Arg('input', () => SyncRetryInput) input: SyncRetryInput,
  ): Promise<SyncRetryPayload> {
    return this.#sync.retry(principal.shop, input);
  }

  @Authorized(ApiTokenScope.write_signups)
  @Mutation(() => SyncBackfillPayload, {
    description:
      'Sends a campaign’s earlier sign-ups to its list or tag as well: those from before it was chosen, or the destination connected.',
  })
  syncBackfill(
    @Ctx() { principal }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('destination', () => Destination) destination: Destination,
  ): Promise<SyncBackfillPayload> {
    return this.#sync.backfill(principal.shop, campaignId, destination);
  }
}
