import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Connection } from '../../connection/connection.type.ts';
import { createLoaders } from '../../platform/graphql/loaders.ts';
import type { AdminContext } from '../../shop/principal.ts';
import type { ErasureCount, ErasureCounts } from '../erasure/erasure-counts.ts';
import { SyncSummary } from './sync.type.ts';
import type { SyncCounts, SyncSummaryReader } from './sync-summary.reader.ts';

type OfShop<Value> = (context: AdminContext) => { load(shop: string): Promise<Value> };

/** From a connection to how all campaigns' sign-ups come there, and to who is still to be removed there. */
@Resolver(() => Connection)
export class ConnectionSyncResolver {
  readonly #counts: OfShop<SyncCounts>;
  readonly #erasures: OfShop<ErasureCount[]>;

  constructor(summaries: SyncSummaryReader, erasures: ErasureCounts) {
    this.#counts = createLoaders((_context: AdminContext, shops) =>
      Promise.all(shops.map((shop) => summaries.count(shop, null))),
    );
    this.#erasures = createLoaders((_context: AdminContext, shops) =>
      Promise.all(shops.map((shop) => erasures.list(shop))),
    );
  }

  @FieldResolver(() => SyncSummary, {
    complexity: ({ childComplexity }) => 10 + 2 * childComplexity,
    description: 'Of all campaigns that chose an audience there.',
  })
  async sync(@Root() { destination }: Connection, @Ctx() context: AdminContext): Promise<SyncSummary> {
    const counts = await this.#counts(context).load(context.principal.shop);
    return counts.ofConnection(destination);
  }

  @FieldResolver(() => Int, {
    description: 'People who were removed here, and whose removal there has not been taken by the vendor yet.',
  })
  async removalsWaiting(@Root() { destination }: Connection, @Ctx() context: AdminContext): Promise<number> {
    return (await this.#erasuresAt(destination, context))?.waiting ?? 0;
  }

  @FieldResolver(() => Int, {
    description:
      'How many more failed for three days, or lack a permission, and are tried no more; `syncRetry` for the destination takes them up.',
  })
  async removalsParked(@Root() { destination }: Connection, @Ctx() context: AdminContext): Promise<number> {
    return (await this.#erasuresAt(destination, context))?.parked ?? 0;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why one of those that are tried no more was not taken, such as the permission that is missing.',
  })
  async removalsDetail(@Root() { destination }: Connection, @Ctx() context: AdminContext): Promise<string | null> {
    return (await this.#erasuresAt(destination, context))?.parkedDetail ?? null;
  }

  async #erasuresAt(wanted: string, context: AdminContext): Promise<ErasureCount | undefined> {
    const counts = await this.#erasures(context).load(context.principal.shop);
    return counts.find(({ destination }) => destination === wanted);
  }
}
