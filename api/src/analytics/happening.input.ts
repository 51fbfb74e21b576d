import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { HappeningDimension, HappeningKind } from './happening-kind.ts';

@InputType({ description: 'One share of the numbers, such as one source’s.' })
export class HappeningShareInput {
  @Field(() => HappeningDimension)
  dimension!: HappeningDimension;

  @Field(() => String, { description: 'As `AnalyticsShare.value` has it, or a reason of `denials`.' })
  value!: string;
}

/** Which happenings are asked for. */
@ArgsType()
export class HappeningsArgs {
  @Field(() => HappeningKind)
  kind!: HappeningKind;

  @Field(() => Date, {
    nullable: true,
    description: 'From when, such as the `from` of `Analytics`; without it all that is kept.',
  })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when, exclusive, such as the `to` of `Analytics`.' })
  to?: Date | null;

  @Field(() => HappeningShareInput, { nullable: true, description: 'Those of one share; without it all.' })
  share?: HappeningShareInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Those that look like a machine’s doing, in place of people’s.',
  })
  isSuspected!: boolean;

  @Field(() => Int, { defaultValue: 50, description: 'From 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
