import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.ts';
import { GateText, GateTextInput } from '../gate-text.type.ts';

@ObjectType({
  description:
    'The texts and the look that new campaigns of the shop begin with. They are copied at the creation: a later change leaves campaigns that there are as they are.',
})
export class CampaignDefaults {
  @Field(() => String, { nullable: true, description: 'What the box for marketing says; null: our own words.' })
  consentText!: string | null;

  @Field(() => [GateText], { description: 'The replaced texts of the gate.' })
  texts!: readonly GateText[];

  @Field(() => String, { nullable: true, description: '`#rrggbb`; null: the page’s own.' })
  accentColor!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the hosted page.' })
  pictureUrl!: string | null;
}

@InputType({ description: 'Only what is given changes. Null clears.' })
export class CampaignDefaultsInput {
  @Field(() => String, { nullable: true, description: 'Plain text, at most 1,000 characters.' })
  consentText?: string | null;

  @Field(() => [GateTextInput], {
    nullable: true,
    description: 'Replaces these texts and leaves the others; null gives all of them back to the widget.',
  })
  texts?: GateTextInput[] | null;

  @Field(() => String, { nullable: true, description: '`#rrggbb`.' })
  accentColor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An absolute http or https address, at most 2,000 characters.',
  })
  pictureUrl?: string | null;
}

@ObjectType()
export class CampaignDefaultsSavePayload {
  @Field(() => CampaignDefaults, { nullable: true })
  campaignDefaults!: CampaignDefaults | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
