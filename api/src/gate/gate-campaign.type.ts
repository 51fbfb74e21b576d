import { Field, ID, ObjectType } from 'type-graphql';
import { AccessType } from '../campaign/access-type.ts';
import type { GuardedCampaign } from '../campaign/campaign.reader.ts';
import { CampaignStatus, campaignStatus } from '../campaign/campaign-status.ts';

@ObjectType({
  description: 'What a visitor may know of a campaign before the gate: never its password, links or products.',
})
export class GateCampaign {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Plain text.' })
  description!: string | null;

  @Field(() => AccessType)
  accessType!: AccessType;

  @Field(() => CampaignStatus)
  status!: CampaignStatus;

  @Field(() => Date, { nullable: true, description: 'When the gate begins to open; null: it has no beginning.' })
  startsAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the gate closes for good; null: it has no end.' })
  endsAt!: Date | null;

  @Field(() => String)
  shopName!: string;

  @Field(() => Date, { description: 'The server’s clock, by which a countdown corrects itself.' })
  serverTime!: Date;
}

/** The part of a campaign that anybody may see. */
export function gateCampaignOf(campaign: GuardedCampaign, serverTime = new Date()): GateCampaign {
  const { id, name, description, accessType, startsAt, endsAt, shopName } = campaign;
  const status = campaignStatus(campaign, serverTime);
  return { id, name, description, accessType, status, startsAt, endsAt, shopName, serverTime };
}
