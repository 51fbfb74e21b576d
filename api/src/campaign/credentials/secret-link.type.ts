import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.ts';

@ObjectType({ description: 'One named secret link of a campaign.' })
export class SecretLink {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The merchant’s own name for it; visitors never see it.' })
  name!: string;

  @Field(() => String, { description: 'Its secret: what `?vip=` carries on any page with the gate.' })
  secretLink!: string;

  @Field(() => String, { description: 'Absolute address of the hosted page behind it.' })
  hostedPageUrl!: string;

  @Field(() => Int, { nullable: true, description: 'How many people it lets in; null: as many as come.' })
  maxUses!: number | null;

  @Field(() => Int, { description: 'How many it let in: each claimed a pass, looking at the page spends nothing.' })
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
export class SecretLinkInput {
  @Field(() => String, { nullable: true, description: 'At most 100 characters; wanted for a new one.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to 10,000,000; null: as many as come.' })
  maxUses?: number | null;

  @Field(() => Date, { nullable: true, description: 'Not past when it is set; null: never.' })
  expiresAt?: Date | null;
}

@ObjectType()
export class SecretLinkPayload {
  @Field(() => SecretLink, { nullable: true, description: 'The link as it is now; null with userErrors.' })
  secretLink!: SecretLink | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
