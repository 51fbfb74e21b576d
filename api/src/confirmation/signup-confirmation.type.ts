import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The mails by which somebody is asked to prove an address.' })
export class SignupConfirmation {
  @Field(() => Int, { description: 'How many were sent, or withheld because the mailbox had had enough of them.' })
  sentCount!: number;

  @Field(() => Date)
  lastSentAt!: Date;

  @Field(() => Date, { description: 'Until when the code and the link of the last one are good.' })
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the address was proved; null while it is not.' })
  confirmedAt!: Date | null;
}
