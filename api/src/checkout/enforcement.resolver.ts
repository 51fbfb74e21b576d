import { FieldResolver, Resolver, Root } from 'type-graphql';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import type { EnforcementReader } from './enforcement.reader.ts';
import type { Enforcement } from './enforcement.ts';
import { CampaignEnforcement } from './enforcement.type.ts';

/** From a campaign to what keeps its products for its passes. */
@Resolver(() => EarlyAccessCampaign)
export class EnforcementResolver {
  readonly #reader: EnforcementReader;

  constructor(reader: EnforcementReader) {
    this.#reader = reader;
  }

  @FieldResolver(() => CampaignEnforcement, {
    complexity: ({ childComplexity }) => 20 + childComplexity,
    description: 'What is blocked, what is only hidden, what stays open in this shop, and why: as it stands now.',
  })
  enforcement(@Root() campaign: EarlyAccessCampaign): Promise<Enforcement> {
    return this.#reader.of(campaign);
  }
}
