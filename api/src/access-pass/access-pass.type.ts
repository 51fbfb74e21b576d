import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../platform/graphql/connection.ts';
import { UserError } from '../platform/graphql/user-error.type.ts';

@ObjectType({
  description: 'A place that somebody took at a gate, and the pass for it. The pass itself is with the visitor alone.',
})
export class AccessPass {
  @Field(() => ID)
  id!: string;

  @Field(() => Date, { description: 'When the visitor first got through the gate.' })
  issuedAt!: Date;

  @Field(() => Date)
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was revoked singly; null otherwise.' })
  revokedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whether it was revoked, singly or with all passes of its campaign. Its code or link may be revoked besides.',
  })
  isRevoked!: boolean;

  /** By exactly one of these three the visitor got through. */
  signupId!: string | null;
  accessCodeId!: string | null;
  secretLinkId!: string | null;
}

@ObjectType()
export class AccessPassConnection extends connectionType(AccessPass, 'AccessPass') {}

@ObjectType()
export class AccessPassPayload {
  @Field(() => AccessPass, { nullable: true, description: 'The pass as it is now; null with userErrors.' })
  accessPass!: AccessPass | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
