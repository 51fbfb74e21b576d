import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { GateDenied, InvalidInput, TooManyAttempts } from './gate-result.type.ts';

@InputType()
export class WaitingListJoinInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true, description: 'A trap for robots: people never see it and leave it empty.' })
  website?: string | null;
}

@ObjectType({ description: 'The address is on the waiting list; the same answer whether it was there before or not.' })
export class WaitingListJoined {
  @Field(() => String, { description: 'For the visitor, in English.' })
  message!: string;
}

/** Everything that joining a waiting list can come to. */
export type WaitingListJoin = WaitingListJoined | GateDenied | TooManyAttempts | InvalidInput;

export const WaitingListResult = createUnionType({
  name: 'WaitingListResult',
  description: 'Everything that joining a waiting list can come to.',
  types: () => [WaitingListJoined, GateDenied, TooManyAttempts, InvalidInput] as const,
});
