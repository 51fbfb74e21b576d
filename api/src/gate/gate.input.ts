import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class ViewRecordInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => String, { nullable: true, description: 'Where the gate was shown, such as the page’s address.' })
  source?: string | null;
}

@InputType()
export class GatePasswordInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => String, {
    description: 'Compared without regard to case, spaces and Unicode form; at most 200 characters.',
  })
  password!: string;
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
}

@InputType()
export class GateSecretLinkInput {
  @Field(() => String, { description: 'The secret of the link: the last part of the hosted page’s address.' })
  secretLink!: string;
}
