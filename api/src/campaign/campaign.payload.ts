import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../platform/graphql/user-error.type.ts';
import { EarlyAccessCampaign } from './campaign.type.ts';

/** What a mutation of one campaign answers: the campaign, or what the merchant has to mend. */
export interface CampaignChange {
  campaign: EarlyAccessCampaign | null;
  userErrors: UserError[];
}

@ObjectType()
abstract class CampaignPayload implements CampaignChange {
  @Field(() => EarlyAccessCampaign, { nullable: true, description: 'The campaign as it is now; null with userErrors.' })
  campaign!: EarlyAccessCampaign | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class CampaignCreatePayload extends CampaignPayload {}

@ObjectType()
export class CampaignUpdatePayload extends CampaignPayload {}

@ObjectType()
export class CampaignDuplicatePayload extends CampaignPayload {}

@ObjectType()
export class CampaignActivatePayload extends CampaignPayload {}

@ObjectType()
export class CampaignPausePayload extends CampaignPayload {}

@ObjectType()
export class CampaignArchivePayload extends CampaignPayload {}

@ObjectType()
export class CampaignUnarchivePayload extends CampaignPayload {}

@ObjectType()
export class SecretLinkRotatePayload extends CampaignPayload {}

@ObjectType()
export class CampaignOpenToAllPayload extends CampaignPayload {}

@ObjectType()
export class CampaignPassesRevokePayload extends CampaignPayload {}

@ObjectType()
export class CampaignDeletePayload {
  @Field(() => ID, { nullable: true })
  deletedCampaignId!: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
