import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EarlyAccessCampaign } from '../../campaign/campaign.type.ts';
import { OptIn } from '../../connection/audience.type.ts';
import type { AudienceFinder, FoundAudience } from '../../connection/audience-finder.ts';
import type { ConnectionService } from '../../connection/connection.service.ts';
import { Connection } from '../../connection/connection.type.ts';
import type { DestinationName } from '../../integrations/destination.ts';
import { createLoaders } from '../../platform/graphql/loaders.ts';
import { ApiTokenScope } from '../../shop/api-token-scope.ts';
import type { AdminContext } from '../../shop/principal.ts';
import { chosenAudiences } from '../plan/chosen-audience.ts';
import { CampaignSync } from './campaign-sync.type.ts';
import type { SyncCounts, SyncSummaryReader } from './sync-summary.reader.ts';

type Loader<Value> = (context: AdminContext) => { load(key: string): Promise<Value> };

const ofBoth = ({ childComplexity }: { childComplexity: number }) => 10 + 2 * childComplexity;
/** A question to a vendor, though its answer is remembered for a minute. */
const VENDOR_CALL = 10;

/** From a campaign to how its sign-ups come to each destination: three statements for all campaigns of a page. */
@Resolver(() => EarlyAccessCampaign)
export class CampaignSyncResolver {
  readonly #counts: Loader<SyncCounts>;

  constructor(summaries: SyncSummaryReader) {
    this.#counts = createLoaders(async ({ principal }: AdminContext, ids) => {
      const counts = await summaries.count(principal.shop, ids);
      return ids.map(() => counts);
    });
  }

  @FieldResolver(() => [CampaignSync], {
    complexity: ofBoth,
    description: 'How its sign-ups come to each destination, also where nothing is connected or chosen yet.',
  })
  async sync(@Root() campaign: EarlyAccessCampaign, @Ctx() context: AdminContext): Promise<CampaignSync[]> {
    const counts = await this.#counts(context).load(campaign.id);
    return chosenAudiences(campaign).map(({ destination, audience }) => ({
      ...{ destination, audience },
      summary: counts.ofCampaign(campaign.id, destination),
    }));
  }
}

/** What stands behind a campaign's way to a destination: the connection, and what the vendor says about the audience. */
@Resolver(() => CampaignSync)
export class CampaignSyncSourceResolver {
  readonly #connections: Loader<Connection | null>;
  readonly #audiences: Loader<FoundAudience>;

  constructor(connections: ConnectionService, audiences: AudienceFinder) {
    this.#connections = createLoaders(async ({ principal }: AdminContext, destinations) => {
      const all = await connections.list(principal.shop);
      return destinations.map((wanted) => all.find(({ destination }) => destination === wanted) ?? null);
    });
    this.#audiences = createLoaders(({ principal }: AdminContext, keys) =>
      audiences.recallAll(principal.shop, keys.map(parseKey)),
    );
  }

  @Authorized(ApiTokenScope.read_settings)
  @FieldResolver(() => Connection, { nullable: true, description: 'Null: the shop is not connected there.' })
  connection(@Root() { destination }: CampaignSync, @Ctx() context: AdminContext): Promise<Connection | null> {
    return this.#connections(context).load(destination);
  }

  @FieldResolver(() => String, {
    nullable: true,
    complexity: VENDOR_CALL,
    description: 'As the vendor named it within the last minute; null where it did not.',
  })
  async audienceName(@Root() sync: CampaignSync, @Ctx() context: AdminContext): Promise<string | null> {
    const found = await this.#audienceOf(sync, context);
    return found === 'UNKNOWN' ? null : (found?.name ?? null);
  }

  @FieldResolver(() => OptIn, {
    nullable: true,
    complexity: VENDOR_CALL,
    description: 'Whether the vendor asks people to confirm; null where it has no such thing, or did not say.',
  })
  async optIn(@Root() sync: CampaignSync, @Ctx() context: AdminContext): Promise<OptIn | null> {
    const found = await this.#audienceOf(sync, context);
    return found === 'UNKNOWN' ? null : (found?.optIn ?? null);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    complexity: VENDOR_CALL,
    description:
      'False: the vendor says that there is no such list (any more). Null: it was not asked, or did not say.',
  })
  async audienceExists(@Root() sync: CampaignSync, @Ctx() context: AdminContext): Promise<boolean | null> {
    const found = await this.#audienceOf(sync, context);
    return found === 'UNKNOWN' ? null : found !== null;
  }

  async #audienceOf({ destination, audience }: CampaignSync, context: AdminContext): Promise<FoundAudience> {
    return audience === null ? 'UNKNOWN' : this.#audiences(context).load(`${destination} ${audience}`);
  }
}

/** Of `DESTINATION AUDIENCE`; no destination has a blank in its name. */
function parseKey(key: string): { destination: DestinationName; id: string } {
  const blank = key.indexOf(' ');
  return { destination: key.slice(0, blank) as DestinationName, id: key.slice(blank + 1) };
}
