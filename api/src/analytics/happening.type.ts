import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../platform/graphql/connection.ts';
import { DenialReason } from './denial-reason.ts';
import { AttemptOutcome, WayIn } from './way-in.ts';

/** What is counted, as the admin asks for it. */
export enum HappeningKind {
  VIEW = 'VIEW',
  UNIQUE_VISITOR = 'UNIQUE_VISITOR',
  GATE_SHOWN = 'GATE_SHOWN',
  ATTEMPT = 'ATTEMPT',
  DENIED = 'DENIED',
  PASS = 'PASS',
  SIGNUP = 'SIGNUP',
  PRODUCT_OPENED = 'PRODUCT_OPENED',
  SENT_TO_CART = 'SENT_TO_CART',
}

registerEnumType(HappeningKind, {
  name: 'HappeningKind',
  description: 'What is counted at a gate; each is a number of `AnalyticsCounts`.',
  valuesConfig: {
    VIEW: { description: '`views`' },
    UNIQUE_VISITOR: { description: '`uniqueVisitors`: the first view of somebody’s on a day in UTC.' },
    GATE_SHOWN: { description: '`gateShown`' },
    ATTEMPT: { description: '`attempts`' },
    DENIED: { description: '`denied`' },
    PASS: { description: '`passes`' },
    SIGNUP: { description: '`signups`' },
    PRODUCT_OPENED: { description: '`productsOpened`' },
    SENT_TO_CART: { description: '`sentToCart`' },
  },
});

/** By what numbers are told apart. */
export enum HappeningDimension {
  SOURCE = 'SOURCE',
  CODE = 'CODE',
  LINK = 'LINK',
  DEVICE = 'DEVICE',
  COUNTRY = 'COUNTRY',
  REASON = 'REASON',
}

registerEnumType(HappeningDimension, {
  name: 'HappeningDimension',
  description: 'By what the numbers of `Analytics` are told apart.',
  valuesConfig: {
    SOURCE: { description: '`sources`' },
    CODE: { description: '`codes`: the value is the access code’s id.' },
    LINK: { description: '`links`: the value is the secret link’s id.' },
    DEVICE: { description: '`devices`' },
    COUNTRY: { description: '`countries`' },
    REASON: { description: '`denials`: the value is a `DenialReason`.' },
  },
});

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

  @Field(() => Date, { nullable: true, description: 'From when, such as the `from` of `Analytics`; without it all that is kept.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when, exclusive, such as the `to` of `Analytics`.' })
  to?: Date | null;

  @Field(() => HappeningShareInput, { nullable: true, description: 'Those of one share; without it all.' })
  share?: HappeningShareInput | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Those that look like a machine’s doing, in place of people’s.' })
  isSuspected!: boolean;

  @Field(() => Int, { defaultValue: 50, description: 'From 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}

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
