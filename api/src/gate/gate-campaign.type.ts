import { Field, ID, ObjectType } from 'type-graphql';
import { AccessType } from '../campaign/access-type.ts';
import { CampaignStatus, campaignStatus } from '../campaign/campaign-status.ts';
import { GateText } from '../campaign/gate-text.type.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { TrustLevel } from '../campaign/trust-level.ts';

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

  @Field(() => TrustLevel, { description: 'What an address entered here must prove.' })
  trustLevel!: TrustLevel;

  @Field(() => Boolean, { description: 'Whether who is not let in may leave an address for later.' })
  hasWaitingList!: boolean;

  @Field(() => Boolean, { description: 'Under PASSWORD_OR_EMAIL: whether the e-mail form comes first.' })
  showsEmailFirst!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The merchant’s words beside the box for marketing; null: the widget’s own, in the visitor’s language.',
  })
  consentText!: string | null;

  @Field(() => String, { nullable: true, description: '`#rrggbb`; null: the page’s own colour.' })
  accentColor!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the merchant’s picture.' })
  pictureUrl!: string | null;

  @Field(() => [GateText], { description: 'The texts that the merchant replaced.' })
  texts!: GateText[];

  @Field(() => String)
  shopName!: string;

  @Field(() => Date, { description: 'The server’s clock, by which a countdown corrects itself.' })
  serverTime!: Date;
}

/** The part of a campaign that anybody may see. That it is a draft is the merchant's affair: visitors see it paused. */
export function gateCampaignOf(campaign: GuardedCampaign, serverTime = new Date()): GateCampaign {
  const { id, name, description, accessType, startsAt, endsAt, shopName } = campaign;
  const { trustLevel, hasWaitingList, showsEmailFirst, consentText, accentColor, pictureUrl } = campaign;
  const status = campaignStatus(campaign, serverTime);
  return {
    ...{ id, name, description, accessType, startsAt, endsAt, shopName, serverTime },
    ...{ trustLevel, hasWaitingList, showsEmailFirst, consentText, accentColor, pictureUrl },
    status: status === CampaignStatus.DRAFT ? CampaignStatus.PAUSED : status,
    texts: Object.entries(campaign.texts).map(([textName, text]) => ({ name: textName, text })),
  };
}
