import { Field, ObjectType } from 'type-graphql';
import type { HeldPass } from '../access-pass/access-pass.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { GateCampaign, gateCampaignOf } from './gate-campaign.type.ts';

@ObjectType({ description: 'What an access pass opens.' })
export class Access {
  @Field(() => GateCampaign)
  campaign!: GateCampaign;

  @Field(() => Date, { description: 'When the pass expires.' })
  expiresAt!: Date;

  /** Not a field: what links into the cart carry. */
  pass!: string;

  /** Not a field: from it the proofs for checkout are made. */
  held!: HeldPass;

  /** Not a field: from it the products are read, when a query selects them. */
  guarded!: GuardedCampaign;
}

/** What a pass for this campaign opens until it expires. */
export function accessTo(guarded: GuardedCampaign, pass: string, held: HeldPass): Access {
  return { campaign: gateCampaignOf(guarded), expiresAt: held.expiresAt, pass, held, guarded };
}
