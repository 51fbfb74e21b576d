import { Field, ID, InputType } from 'type-graphql';
import { GateHappening } from './gate-happening.ts';

const ATTEMPT =
  'Idempotency key: a random UUID of 36 characters that the client makes for each deliberate act of a visitor and sends again ' +
  'with every retry of it. It is remembered with the place: the same attempt with the same code or link gets the same place back ' +
  'and counts once, also when the campaign became full meanwhile. Without it every request is an act of its own.';

const PAGE =
  'Where the gate was shown: the page’s address with its query, from which `utm_source`, `utm_medium` and `utm_campaign` are counted. ' +
  'It is not kept.';

const REFERRER = 'Where the visitor came from: the address of the page before. Only its host is counted.';

@InputType()
export class ViewRecordInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the gate’s form stood there at once: counts a GATE_SHOWN as well.',
  })
  isGateShown?: boolean | null;

  @Field(() => String, { nullable: true, description: PAGE })
  source?: string | null;

  @Field(() => String, { nullable: true, description: REFERRER })
  referrer?: string | null;
}

@InputType()
export class HappeningRecordInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => [GateHappening], { description: 'What happened since the last time, from 1 to 20, in any order.' })
  happenings!: GateHappening[];

  @Field(() => String, { nullable: true, description: PAGE })
  source?: string | null;

  @Field(() => String, { nullable: true, description: REFERRER })
  referrer?: string | null;
}

@InputType()
export class GatePasswordInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => String, {
    description: 'Compared without regard to case, spaces and Unicode form; at most 200 characters.',
  })
  password!: string;

  @Field(() => ID, { nullable: true, description: ATTEMPT })
  attempt?: string | null;

  @Field(() => String, { nullable: true, description: PAGE })
  source?: string | null;

  @Field(() => String, { nullable: true, description: REFERRER })
  referrer?: string | null;
}

@InputType()
export class GateEmailInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  lastName?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the visitor ticked the box for marketing. Not needed to get in.',
  })
  acceptsMarketing?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'The words beside the box for marketing, as the visitor saw them; at most 1,000 characters.',
  })
  consentText?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language in which the gate was shown, in BCP 47, such as `de`.',
  })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the page; kept without its query and fragment.' })
  page?: string | null;

  @Field(() => String, { nullable: true, description: 'A trap for robots: people never see it and leave it empty.' })
  website?: string | null;

  @Field(() => String, { nullable: true, description: PAGE })
  source?: string | null;

  @Field(() => String, { nullable: true, description: REFERRER })
  referrer?: string | null;
}

@InputType()
export class GateConfirmCodeInput {
  @Field(() => String, { description: 'As `ConfirmationRequired` gave it.' })
  confirmation!: string;

  @Field(() => String, { description: 'The six digits from the mail.' })
  code!: string;
}

@InputType()
export class GateConfirmLinkInput {
  @Field(() => String, { description: 'The last part of the address in the mail.' })
  token!: string;
}

@InputType()
export class GateConfirmationResendInput {
  @Field(() => String, { description: 'As `ConfirmationRequired` gave it.' })
  confirmation!: string;
}

@InputType()
export class GateSecretLinkInput {
  @Field(() => String, { description: 'The secret of the link: the last part of the hosted page’s address.' })
  secretLink!: string;

  @Field(() => ID, { nullable: true, description: ATTEMPT })
  attempt?: string | null;

  @Field(() => String, { nullable: true, description: PAGE })
  source?: string | null;

  @Field(() => String, { nullable: true, description: REFERRER })
  referrer?: string | null;
}
