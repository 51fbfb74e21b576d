import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** Why a value was refused. New reasons are added, none is ever renamed: tools switch on them. */
export enum UserErrorCode {
  BLANK = 'BLANK',
  INVALID = 'INVALID',
  NOT_FOUND = 'NOT_FOUND',
  REQUIRED = 'REQUIRED',
  TAKEN = 'TAKEN',
  TOO_LONG = 'TOO_LONG',
  TOO_MANY = 'TOO_MANY',
  TOO_SHORT = 'TOO_SHORT',
  /** Not the value's fault: what would have to be asked about it did not answer. */
  UNAVAILABLE = 'UNAVAILABLE',
}

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'Why a value was refused. Reasons may be added; none is renamed.',
});

@ObjectType({ description: 'A problem that the merchant can mend.' })
export class UserError {
  @Field(() => [String], {
    nullable: true,
    description: 'Path of the argument at fault, such as `["input", "name"]`; null when no single one is.',
  })
  field!: string[] | null;

  @Field(() => String, { description: 'A sentence for the merchant.' })
  message!: string;

  @Field(() => UserErrorCode)
  code!: UserErrorCode;
}

/** A `UserError` at a path such as `userError(['input', 'name'], UserErrorCode.BLANK, '…')`. */
export function userError(field: string[] | null, code: UserErrorCode, message: string): UserError {
  return { field, message, code };
}
