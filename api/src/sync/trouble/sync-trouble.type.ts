import { Field, Int, ObjectType } from 'type-graphql';

/** What is on its way to a destination or does not get there, counted for the lists or tags that are chosen now. */
@ObjectType({
  description: 'What is on its way to a destination, and what does not get there. Cheaper to ask than `sync`.',
})
export class SyncTrouble {
  @Field(() => Int, { description: 'Sign-ups that wait to be sent, or are being sent.' })
  waiting!: number;

  @Field(() => Date, { nullable: true, description: 'Since when the first of them waits; null: none does.' })
  waitingSince!: Date | null;

  @Field(() => Int, {
    description:
      'Sign-ups that failed and are not tried again by themselves, but for addresses that the vendor refuses: sending those again does not help.',
  })
  failed!: number;

  @Field(() => Int, {
    description: 'Sign-ups that failed for three days and were set aside; `syncRetry` sends them again.',
  })
  parked!: number;
}
