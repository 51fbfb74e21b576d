import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { AccessType } from './access-type.ts';
import { CampaignStatus } from './campaign-status.ts';

/** By what a list of campaigns is ordered. */
export enum CampaignSortKey {
  CREATED_AT = 'CREATED_AT',
  UPDATED_AT = 'UPDATED_AT',
  NAME = 'NAME',
  STARTS_AT = 'STARTS_AT',
}

registerEnumType(CampaignSortKey, {
  name: 'CampaignSortKey',
  description: 'By what campaigns are ordered.',
  valuesConfig: {
    CREATED_AT: { description: 'Newest first.' },
    UPDATED_AT: { description: 'Last changed first.' },
    NAME: { description: 'By name, from A, without regard to capitals and accents; 2 before 10.' },
    STARTS_AT: { description: 'By the beginning of their windows, earliest first; those without one come last.' },
  },
});

@InputType({ description: 'Which campaigns a list keeps. What is left out, null or empty keeps all.' })
export class CampaignFilterInput {
  @Field(() => [CampaignStatus], {
    nullable: true,
    description: 'Those that stand at one of these now, by the database’s clock.',
  })
  statuses?: CampaignStatus[] | null;

  @Field(() => [AccessType], { nullable: true, description: 'Those with one of these.' })
  accessTypes?: AccessType[] | null;
}

/** What a list of campaigns may be asked for. */
@ArgsType()
export class CampaignListArgs {
  @Field(() => Int, { defaultValue: 50, description: 'From 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => String, { nullable: true, description: 'A part of the name, in any case.' })
  query?: string | null;

  @Field(() => CampaignSortKey, { defaultValue: CampaignSortKey.CREATED_AT })
  sortKey!: CampaignSortKey;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the order is turned round. Those without a beginning stay last.',
  })
  reverse!: boolean;

  @Field(() => CampaignFilterInput, { nullable: true })
  filter?: CampaignFilterInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: those in the archive, and no others.',
  })
  isArchived!: boolean;
}
