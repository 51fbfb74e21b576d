import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How far a new shop has come on the way to its first early access.' })
export class SetUp {
  @Field(() => Boolean, { description: 'Whether the catalog has a product.' })
  hasCatalog!: boolean;

  @Field(() => Boolean, { description: 'Whether there is a campaign.' })
  hasCampaign!: boolean;

  @Field(() => Boolean, { description: 'Whether a campaign names products or collections.' })
  hasProducts!: boolean;

  @Field(() => Boolean, { description: 'Whether Klaviyo or Omnisend is connected. The shop can do without.' })
  hasConnection!: boolean;

  @Field(() => Boolean, { description: 'Whether a campaign was activated, be it paused since.' })
  hasActivated!: boolean;

  @Field(() => Boolean, { description: 'Whether somebody signed up, or got through a gate.' })
  hasPeople!: boolean;

  @Field(() => ID, { nullable: true, description: 'The newest campaign: where the next step is to be done.' })
  campaignId!: string | null;
}
