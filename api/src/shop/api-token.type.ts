import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../platform/graphql/connection.ts';
import { UserError } from '../platform/graphql/user-error.type.ts';
import { ApiTokenScope } from './api-token-scope.ts';

@ObjectType({
  description: 'A token with which a third-party tool uses this API. The token itself is shown once, at its creation.',
})
export class ApiToken {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "The merchant's name for the tool that has it." })
  name!: string;

  @Field(() => [ApiTokenScope])
  scopes!: ApiTokenScope[];

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last used, to the minute; null when never.' })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked; null while it is good.' })
  revokedAt!: Date | null;
}

@ObjectType()
export class ApiTokenConnection extends connectionType(ApiToken, 'ApiToken') {}

@InputType()
export class ApiTokenCreateInput {
  @Field(() => String, { description: 'At most 100 characters.' })
  name!: string;

  @Field(() => [ApiTokenScope], { description: 'At least one.' })
  scopes!: ApiTokenScope[];
}

@ObjectType()
export class ApiTokenCreatePayload {
  @Field(() => ApiToken, { nullable: true })
  apiToken!: ApiToken | null;

  @Field(() => String, { nullable: true, description: 'The token, shown this once: only its digest is kept.' })
  token!: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class ApiTokenRevokePayload {
  @Field(() => ApiToken, { nullable: true })
  apiToken!: ApiToken | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
