import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.ts';

/** Which way this server's mails take. */
export enum MailWay {
  SMTP = 'SMTP',
  MAILBOX = 'MAILBOX',
  NONE = 'NONE',
}

registerEnumType(MailWay, {
  name: 'MailWay',
  description: 'Which way mails take.',
  valuesConfig: {
    SMTP: { description: 'Through the mail server that the operator has set.' },
    MAILBOX: { description: 'None is set: standalone mode shows its mails at `/demo/mailbox`.' },
    NONE: { description: 'None is set: no campaign that confirms addresses can be saved.' },
  },
});

@ObjectType({ description: 'From whom the mails come that people get for the shop’s campaigns.' })
export class MailSender {
  @Field(() => MailWay)
  way!: MailWay;

  @Field(() => String, { description: 'The name that they show: the shop’s.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The address that they show; null where no mail server is set.' })
  address!: string | null;
}

@ObjectType()
export class TestMailSendPayload {
  @Field(() => [UserError])
  userErrors!: UserError[];
}
