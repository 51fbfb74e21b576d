import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a visitor answered to the box for marketing, and what stood beside it.' })
export class SignupConsent {
  @Field(() => Boolean, { description: 'Whether the box was ticked.' })
  isGiven!: boolean;

  @Field(() => String, { description: 'The words beside the box, as they were shown; empty where the page had none.' })
  text!: string;

  @Field(() => String, { description: 'Begins the SHA-256 of the words: the same words have the same version.' })
  textVersion!: string;

  @Field(() => String, { description: 'BCP 47, of the words; `und` where it is not known.' })
  language!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the page with the box, without query and fragment; of a hosted page without its secret.',
  })
  page!: string | null;

  @Field(() => Date)
  answeredAt!: Date;
}
