import { Field, InputType } from 'type-graphql';
import { Destination, ReceiptState } from '../../../prisma/client/enums.ts';

@InputType({ description: 'Where a sign-up is to stand at a destination.' })
export class SignupStandingInput {
  @Field(() => Destination)
  destination!: Destination;

  @Field(() => [ReceiptState], { description: 'Any of these; without one: it is not on its way there at all.' })
  states!: ReceiptState[];
}

@InputType({ description: 'Which sign-ups are meant; what is left out narrows nothing.' })
export class SignupFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether the box for marketing was ticked.' })
  acceptsMarketing?: boolean | null;

  @Field(() => [SignupStandingInput], { nullable: true, description: 'All of these.' })
  standings?: SignupStandingInput[] | null;

  @Field(() => String, { nullable: true, description: 'The page with the gate, exactly as `Signup.page` tells it.' })
  page?: string | null;

  @Field(() => Date, { nullable: true, description: 'Who signed up from then on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Who signed up before then.' })
  to?: Date | null;
}
