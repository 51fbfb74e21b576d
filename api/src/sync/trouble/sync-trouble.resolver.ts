import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Connection } from '../../connection/connection.type.ts';
import { createLoaders } from '../../platform/graphql/loaders.ts';
import type { AdminContext } from '../../shop/principal.ts';
import type { SyncTroubleReader, TroubleAt } from './sync-trouble.reader.ts';
import { SyncTrouble } from './sync-trouble.type.ts';

/** Nothing waits, and nothing failed. */
const NONE: SyncTrouble = { waiting: 0, waitingSince: null, failed: 0, parked: 0 };

/** From a connection to what does not get there. */
@Resolver(() => Connection)
export class SyncTroubleResolver {
  readonly #troubles: (context: AdminContext) => { load(shop: string): Promise<TroubleAt[]> };

  constructor(reader: SyncTroubleReader) {
    this.#troubles = createLoaders((_context: AdminContext, shops) =>
      Promise.all(shops.map((shop) => reader.list(shop))),
    );
  }

  @FieldResolver(() => SyncTrouble, { description: 'Of all campaigns that chose an audience there.' })
  async trouble(@Root() { destination }: Connection, @Ctx() context: AdminContext): Promise<SyncTrouble> {
    const troubles = await this.#troubles(context).load(context.principal.shop);
    return troubles.find((trouble) => trouble.destination === destination) ?? NONE;
  }
}
