import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../platform/graphql/user-error.type.ts';

/** What a key for access passes does now. */
export enum SigningKeyState {
  WAITING = 'WAITING',
  SIGNING = 'SIGNING',
  VERIFYING = 'VERIFYING',
}

registerEnumType(SigningKeyState, {
  name: 'SigningKeyState',
  description: 'What a key for access passes does now. Each of them is published.',
  valuesConfig: {
    WAITING: { description: 'Published, so that whoever verifies passes knows it before it signs.' },
    SIGNING: { description: 'Signs every new pass.' },
    VERIFYING: { description: 'Signs no more; the passes that it signed are good until they expire.' },
  },
});

@ObjectType('SigningKey', {
  description:
    'A key with which this server signs access passes, for all of its shops, as `/.well-known/jwks.json` has it.',
})
export class PublishedKey {
  @Field(() => ID, { description: 'RFC 7638 thumbprint of the public key, as the header of a pass names it.' })
  kid!: string;

  @Field(() => SigningKeyState)
  state!: SigningKeyState;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'When its state changes next: a waiting key signs from then on, a signing one verifies only, and a verifying one is taken away. Null while no key is to follow the one that signs.',
  })
  changesAt!: Date | null;
}

@ObjectType()
export class SigningKeyRotatePayload {
  @Field(() => [PublishedKey], { description: 'As they are now, newest first.' })
  signingKeys!: PublishedKey[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}
