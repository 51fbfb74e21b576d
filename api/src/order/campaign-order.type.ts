import { Field, ID, ObjectType } from 'type-graphql';
import { Money } from '../catalog/money.type.ts';
import { connectionType } from '../platform/graphql/connection.ts';

@ObjectType({ description: 'A paid order as far as it was the campaign’s. It names nobody.' })
export class CampaignOrder {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The digits of Shopify’s id of the order; null once its buyer was to be forgotten.',
  })
  shopifyId!: string | null;

  @Field(() => Date)
  paidAt!: Date;

  @Field(() => Money, { description: 'What of it counts for the campaign, as `CampaignRevenue.amount`.' })
  amount!: Money;

  @Field(() => ID, { nullable: true, description: 'The access code by which the visitor got through.' })
  accessCodeId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The secret link by which they did; with neither it was by e-mail.' })
  secretLinkId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the merchant calls that code or link; null where it is gone.',
  })
  credentialName!: string | null;
}

@ObjectType({ description: 'Paid orders of a campaign, newest first.' })
export class CampaignOrderConnection extends connectionType(CampaignOrder, 'CampaignOrder') {}
