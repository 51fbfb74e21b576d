import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Destination, ReceiptEvent, ReceiptReason, ReceiptState } from '../../../../prisma/client/enums.ts';

registerEnumType(ReceiptEvent, {
  name: 'ReceiptEvent',
  description: 'What happened to a receipt.',
  valuesConfig: {
    PLANNED: { description: 'It was to be sent from now on.' },
    SENT: { description: 'It was sent, and the answer is not known.' },
    ACCEPTED: { description: 'The vendor took it.' },
    SEEN: { description: 'It was seen there.' },
    AWAITING: { description: 'The vendor waits for the person’s click.' },
    NOT_SEEN: { description: 'It was looked for, and was not there.' },
    SKIPPED: { description: 'It was not sent, for a reason.' },
    REFUSED: { description: 'The vendor refused this person.' },
    FAILED: { description: 'An attempt failed, or all that could be done did.' },
    RETRIED: { description: 'The merchant had it sent again.' },
    PARKED: { description: 'It had failed for three days.' },
  },
});

@ObjectType({ description: 'One thing that happened to a receipt.' })
export class ReceiptEntry {
  @Field(() => Date)
  at!: Date;

  @Field(() => ReceiptEvent)
  event!: ReceiptEvent;

  @Field(() => String, { nullable: true, description: 'A few words, without the address.' })
  detail!: string | null;
}

@ObjectType({ description: 'Where one sign-up stands at one destination.' })
export class Receipt {
  /** The sign-up that it belongs to. */
  signupId!: string;

  @Field(() => Destination)
  destination!: Destination;

  @Field(() => ReceiptState)
  state!: ReceiptState;

  @Field(() => ReceiptReason, { nullable: true, description: 'Null where nothing is wrong.' })
  reason!: ReceiptReason | null;

  @Field(() => String, { nullable: true, description: 'The vendor’s words, without the address.' })
  detail!: string | null;

  @Field(() => ID, { description: 'The list or tag that it is for.' })
  audience!: string;

  @Field(() => String, { nullable: true, description: 'The vendor’s id of the person; null as long as unknown.' })
  contactId!: string | null;

  @Field(() => Int, { description: 'How often it was sent.' })
  attempts!: number;

  @Field(() => Date, { nullable: true, description: 'When something happens next by itself; null: nothing does.' })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the vendor took it.' })
  acceptedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last seen there.' })
  seenAt!: Date | null;

  @Field(() => Date)
  updatedAt!: Date;
}
