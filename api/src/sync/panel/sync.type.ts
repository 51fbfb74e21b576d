import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Destination, ReceiptReason, ReceiptState } from '../../../../prisma/client/enums.ts';
import { UserError } from '../../platform/graphql/user-error.type.ts';

registerEnumType(ReceiptState, {
  name: 'ReceiptState',
  description: 'Where one sign-up stands at one destination.',
  valuesConfig: {
    WAITING: { description: 'To be sent, or to be sent again.' },
    SENDING: { description: 'Being sent at this moment.' },
    ACCEPTED: { description: 'The vendor took it; whether it arrived is looked up soon.' },
    AWAITING_CONFIRMATION: { description: 'The vendor has asked the person by mail, and waits for the click.' },
    ON_LIST: { description: 'Seen there.' },
    SKIPPED: { description: 'Not sent, for the reason beside it.' },
    FAILED: { description: 'Not there, and nothing more happens by itself: see the reason; `syncRetry` sends again.' },
    PARKED: { description: 'Failed for three days; kept, and sent again by `syncRetry`.' },
  },
});

registerEnumType(ReceiptReason, {
  name: 'ReceiptReason',
  description: 'Why a receipt stands where it does. Reasons may be added; none is renamed.',
  valuesConfig: {
    NO_CONSENT: { description: 'The person did not tick the box for marketing.' },
    UNSUBSCRIBED: { description: 'The person unsubscribed at the vendor, and has not consented again since.' },
    SUPPRESSED: { description: 'The vendor mails this address no more: it bounced, or marked a mail as spam.' },
    ADDRESS_REFUSED: { description: 'The vendor takes no such address.' },
    VENDOR_REFUSED: { description: 'The vendor refused this person; its words are in `detail`.' },
    NOT_SEEN: { description: 'The vendor accepted it, but it is not there.' },
    AUDIENCE_GONE: { description: 'The list is no more: choose another one in the campaign.' },
    UNREACHABLE: { description: 'The vendor did not answer.' },
    THROTTLED: { description: 'The vendor asked us to wait.' },
  },
});

@ObjectType({ description: 'How many receipts stand in a state for a reason.' })
export class SyncReason {
  @Field(() => ReceiptState)
  state!: ReceiptState;

  @Field(() => ReceiptReason)
  reason!: ReceiptReason;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'Where sign-ups stand at a destination, counted for the list or tag that is chosen now.' })
export class SyncSummary {
  @Field(() => Int, { description: 'All that go there: the sum of the states.' })
  total!: number;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int)
  sending!: number;

  @Field(() => Int)
  accepted!: number;

  @Field(() => Int)
  awaitingConfirmation!: number;

  @Field(() => Int)
  onList!: number;

  @Field(() => Int)
  skipped!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Int)
  parked!: number;

  @Field(() => Date, { nullable: true, description: 'Since when the oldest waits, or is being sent; null: none does.' })
  oldestWaitingSince!: Date | null;

  @Field(() => [SyncReason], { description: 'Why they stand there, for states that have a reason.' })
  reasons!: SyncReason[];

  @Field(() => Int, {
    description: 'Earlier sign-ups that are not on the list, and that `syncBackfill` would send; not in `total`.',
  })
  unsent!: number;

  @Field(() => Date, { nullable: true, description: 'The connection’s last answer; null: none yet.' })
  lastAnswerAt!: Date | null;

  @Field(() => String, { nullable: true })
  lastAnswer!: string | null;
}

@InputType({ description: 'Which receipts are sent again: the shop’s at a destination, or fewer.' })
export class SyncRetryInput {
  @Field(() => Destination)
  destination!: Destination;

  @Field(() => ID, { nullable: true, description: 'Only those of this campaign.' })
  campaignId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this sign-up’s.' })
  signupId?: string | null;

  @Field(() => [ReceiptState], {
    nullable: true,
    description:
      'FAILED and PARKED if left out. SKIPPED counts for a single sign-up only: what the vendor says is then read again, and nobody is subscribed who unsubscribed.',
  })
  states?: ReceiptState[] | null;

  @Field(() => ReceiptReason, { nullable: true, description: 'Only those that stand there for this reason.' })
  reason?: ReceiptReason | null;
}

@ObjectType()
abstract class SyncPayload {
  @Field(() => Int, { description: 'How many will be sent.' })
  count!: number;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class SyncRetryPayload extends SyncPayload {}

@ObjectType()
export class SyncBackfillPayload extends SyncPayload {}
