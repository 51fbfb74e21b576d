import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Whether the vendor asks people to confirm before they are on a list. */
export const OptIn = { DOUBLE: 'DOUBLE', SINGLE: 'SINGLE' } as const;

export type OptIn = keyof typeof OptIn;

registerEnumType(OptIn, {
  name: 'OptIn',
  description: 'How people join a list of the vendor.',
  valuesConfig: {
    DOUBLE: { description: 'The vendor asks everybody by mail whether it was they, and waits for the click.' },
    SINGLE: { description: 'At once.' },
  },
});

@ObjectType({ description: 'A list of Klaviyo. Omnisend has none: there a campaign’s sign-ups get a tag.' })
export class Audience {
  @Field(() => ID, { description: 'What a campaign’s `klaviyoListId` holds.' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => OptIn, { nullable: true })
  optIn!: OptIn | null;
}

@ObjectType({ description: 'Audiences as the vendor names them at this moment.' })
export class AudiencePage {
  @Field(() => [Audience])
  audiences!: readonly Audience[];

  @Field(() => String, { nullable: true, description: 'Goes into `after` for the next page; null: this is the last.' })
  next!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the vendor could not be asked, as a sentence for the merchant; null: it answered.',
  })
  problem!: string | null;
}
