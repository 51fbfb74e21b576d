import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A text of the gate that the merchant replaced.' })
export class GateText {
  @Field(() => String, { description: 'Which text: `heading`, `denied`, … as the widget names them.' })
  name!: string;

  @Field(() => String, { description: 'Plain text.' })
  text!: string;
}

@InputType({ description: 'A text of the gate in the merchant’s own words.' })
export class GateTextInput {
  @Field(() => String, {
    description:
      'One of heading, passwordIntro, passwordLabel, passwordButton, emailIntro, emailLabel, emailButton, denied, early, ended, paused, full, waitingIntro, waitingButton, waitingDone, opened.',
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Plain text, at most 500 characters; null or empty: the widget’s own again.',
  })
  text?: string | null;
}
