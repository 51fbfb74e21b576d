import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { AccessType } from './access-type.ts';

/** By what a list of campaigns is ordered. */
export enum CampaignSortKey {
  CREATED_AT = 'CREATED_AT',
  UPDATED_AT = 'UPDATED_AT',
  NAME = 'NAME',
}

registerEnumType(CampaignSortKey, {
  name: 'CampaignSortKey',
  description: 'By what campaigns are ordered.',
  valuesConfig: {
    CREATED_AT: { description: 'Newest first.' },
    UPDATED_AT: { description: 'Last changed first.' },
    NAME: { description: 'By name, from A.' },
  },
});

@InputType({ description: 'What both creating and changing a campaign may set. Null clears what can be empty.' })
class CampaignDetailsInput {
  @Field(() => String, { nullable: true, description: 'Plain text, at most 2,000 characters.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The first access code: 4 to 200 characters, compared without regard to case, spaces and Unicode form. Wanted where a password opens the gate.',
  })
  password?: string | null;

  @Field(() => [ID], { nullable: true, description: 'At most 250, each of this shop.' })
  productIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'At most 50, each of this shop.' })
  collectionIds?: string[] | null;

  @Field(() => String, { nullable: true })
  klaviyoListId?: string | null;

  @Field(() => String, { nullable: true })
  omnisendListId?: string | null;

  @Field(() => Date, { nullable: true })
  startsAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'After `startsAt`.' })
  endsAt?: Date | null;
}

@InputType()
export class CampaignCreateInput extends CampaignDetailsInput {
  @Field(() => String, { description: 'At most 200 characters.' })
  name!: string;

  @Field(() => AccessType)
  accessType!: AccessType;
}

@InputType({ description: 'Only what is given changes.' })
export class CampaignUpdateInput extends CampaignDetailsInput {
  @Field(() => String, { nullable: true, description: 'At most 200 characters; null leaves it as it is.' })
  name?: string | null;

  @Field(() => AccessType, { nullable: true, description: 'Null leaves it as it is.' })
  accessType?: AccessType | null;
}
