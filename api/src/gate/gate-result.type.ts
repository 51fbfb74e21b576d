import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { CampaignStatus } from '../campaign/campaign-status.ts';
import { Access } from './access.type.ts';

@ObjectType({ description: 'The visitor is in.' })
export class GateOpened {
  @Field(() => String, {
    description: 'The access pass: a JWS that the keys at `/.well-known/jwks.json` verify. Keep it.',
  })
  pass!: string;

  @Field(() => Date)
  expiresAt!: Date;

  @Field(() => Access)
  access!: Access;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the address wants to be confirmed for the pass to live on; null: never.',
  })
  confirmBy!: Date | null;

  @Field(() => String, { nullable: true, description: 'With `confirmBy`: what `gateConfirmWithCode` wants.' })
  confirmation!: string | null;
}

@ObjectType({ description: 'A mail with a code and a link is on its way; either of them opens the gate.' })
export class ConfirmationRequired {
  @Field(() => String, { description: 'For the visitor, in English.' })
  message!: string;

  @Field(() => String, { description: 'What `gateConfirmWithCode` and `gateConfirmationResend` want. Opaque.' })
  confirmation!: string;

  @Field(() => Date, { description: 'From when the mail may be sent again.' })
  resendAt!: Date;

  @Field(() => Date, { description: 'Until when code and link are good.' })
  expiresAt!: Date;
}

@ObjectType({
  description:
    'That didn’t open it. One answer for whatever was wrong, from an unknown password to a guest list without this address: it teaches a guesser nothing.',
})
export class GateDenied {
  @Field(() => String, { description: 'For the visitor, in English.' })
  message!: string;
}

@ObjectType({ description: 'The campaign’s window has not begun or is over.' })
export class CampaignNotOpen {
  @Field(() => String, { description: 'For the visitor, in English.' })
  message!: string;

  @Field(() => CampaignStatus, { description: 'SCHEDULED or ENDED.' })
  status!: CampaignStatus;

  @Field(() => Date, { nullable: true })
  startsAt!: Date | null;

  @Field(() => Date, { nullable: true })
  endsAt!: Date | null;

  @Field(() => Date, { description: 'The server’s clock, by which a countdown corrects itself.' })
  serverTime!: Date;
}

@ObjectType({ description: 'All places are taken.' })
export class CampaignFull {
  @Field(() => String, { description: 'For the visitor, in English.' })
  message!: string;
}

@ObjectType({
  description:
    'Too many wrong guesses came from the visitor’s address. What is sent before `retryAt` is not looked at.',
})
export class TooManyAttempts {
  @Field(() => String, { description: 'For the visitor, in English.' })
  message!: string;

  @Field(() => Date)
  retryAt!: Date;
}

@ObjectType()
export class InputProblem {
  @Field(() => String, { description: 'The field of the input, such as `email`.' })
  field!: string;

  @Field(() => String, { description: 'For the visitor, in English.' })
  message!: string;
}

@ObjectType({ description: 'What was sent cannot be meant; nothing was tried.' })
export class InvalidInput {
  @Field(() => String, { description: 'For the visitor, in English.' })
  message!: string;

  @Field(() => [InputProblem])
  problems!: InputProblem[];
}

@ObjectType({ description: 'The view is counted.' })
export class ViewRecorded {
  @Field(() => ID)
  campaignId!: string;
}

@ObjectType({ description: 'What happened is counted.' })
export class HappeningsRecorded {
  @Field(() => ID)
  campaignId!: string;
}

/** Everything that a gate can answer. */
export type GateUnlock =
  | GateOpened
  | GateDenied
  | CampaignNotOpen
  | CampaignFull
  | TooManyAttempts
  | InvalidInput
  | ConfirmationRequired;

export const GateUnlockResult = createUnionType({
  name: 'GateUnlockResult',
  description: 'Everything that a gate can answer.',
  types: () =>
    [
      GateOpened,
      GateDenied,
      CampaignNotOpen,
      CampaignFull,
      TooManyAttempts,
      InvalidInput,
      ConfirmationRequired,
    ] as const,
});

export const ViewRecordResult = createUnionType({
  name: 'ViewRecordResult',
  types: () => [ViewRecorded, InvalidInput] as const,
});

export const HappeningRecordResult = createUnionType({
  name: 'HappeningRecordResult',
  types: () => [HappeningsRecorded, InvalidInput] as const,
});

/** Makes one of the results; the class is what the union is told apart by. */
export function result<Result extends object>(type: new () => Result, fields: Result): Result {
  return Object.assign(new type(), fields);
}
