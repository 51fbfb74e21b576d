import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.ts';

@ObjectType({ description: 'One named password of a campaign.' })
export class AccessCode {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The merchant’s own name for it; visitors never see it.' })
  name!: string;

  @Field(() => String, { description: 'As the merchant wrote it.' })
  code!: string;

  @Field(() => Int, { nullable: true, description: 'How many people it lets in; null: as many as come.' })
  maxUses!: number | null;

  @Field(() => Int, { description: 'How many it let in.' })
  totalUses!: number;

  @Field(() => Date, { nullable: true, description: 'From when it opens nothing more; null: never.' })
  expiresAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was revoked, and with it its passes; null while it is good.',
  })
  revokedAt!: Date | null;

  @Field(() => Date)
  createdAt!: Date;
}

@InputType({ description: 'When it is changed: what is left out stays, null clears what can be empty.' })
export class AccessCodeInput {
  @Field(() => String, { nullable: true, description: 'At most 100 characters; wanted for a new one.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '4 to 200 characters, compared without regard to case, spaces and Unicode form; no other code of the campaign. Null or left out: a new one is made up, an old one stays.',
  })
  code?: string | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to 10,000,000; null: as many as come.' })
  maxUses?: number | null;

  @Field(() => Date, { nullable: true, description: 'Not past when it is set; null: never.' })
  expiresAt?: Date | null;
}

@ObjectType()
export class AccessCodePayload {
  @Field(() => AccessCode, { nullable: true, description: 'The code as it is now; null with userErrors.' })
  accessCode!: AccessCode | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
