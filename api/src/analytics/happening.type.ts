import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../platform/graphql/connection.ts';
import { DenialReason } from './denial-reason.ts';
import { AttemptOutcome, WayIn } from './way-in.ts';

@ObjectType({
  description:
    'Something that happened at a gate, as it was counted. What is alike and came within a second shares one. It names nobody: neither whose doing it was nor what was typed is kept.',
})
export class Happening {
  @Field(() => ID)
  id!: string;

  @Field(() => Date, { description: 'To the second.' })
  at!: Date;

  @Field(() => Int, { description: 'How often.' })
  count!: number;

  @Field(() => ID, { description: 'Of the campaign at whose gate it happened.' })
  campaignId!: string;

  @Field(() => String)
  campaignName!: string;

  @Field(() => String, { description: 'As `AnalyticsShare.value` of `sources`.' })
  source!: string;

  @Field(() => String, { description: 'As `AnalyticsShare.value` of `devices`.' })
  device!: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2; null where no trusted proxy tells it.' })
  country!: string | null;

  @Field(() => WayIn, { nullable: true, description: 'Of a try, and of what came of it.' })
  way!: WayIn | null;

  @Field(() => String, {
    nullable: true,
    description: 'The access code or secret link as the merchant calls it; null where none fitted, or it is gone.',
  })
  credentialName!: string | null;

  @Field(() => AttemptOutcome, { nullable: true, description: 'Of a try.' })
  outcome!: AttemptOutcome | null;

  @Field(() => DenialReason, { nullable: true, description: 'Why somebody was not let in.' })
  reason!: DenialReason | null;
}

@ObjectType({ description: 'What happened, newest first.' })
export class HappeningConnection extends connectionType(Happening, 'Happening') {}
