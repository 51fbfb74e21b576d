import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../platform/graphql/connection.ts';
import { UserError } from '../platform/graphql/user-error.type.ts';

@ObjectType({ description: 'A visitor’s e-mail for a campaign. Personal data.' })
export class Signup {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'As the visitor typed it.' })
  email!: string;

  @Field(() => String, { nullable: true })
  firstName!: string | null;

  @Field(() => String, { nullable: true })
  lastName!: string | null;

  @Field(() => ID)
  campaignId!: string;

  @Field(() => Boolean, { description: 'Whether the visitor ticked the box for marketing; never needed to get in.' })
  acceptsMarketing!: boolean;

  @Field(() => Date, { nullable: true, description: 'When its owner proved the address; null while nobody has.' })
  confirmedAt!: Date | null;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType()
export class SignupConnection extends connectionType(Signup, 'Signup') {}

@ObjectType()
export class SignupDeletePayload {
  @Field(() => ID, { nullable: true })
  deletedSignupId!: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
