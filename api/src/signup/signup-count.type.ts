import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How a count is meant. Named as Shopify names it. */
export enum CountPrecision {
  EXACT = 'EXACT',
  AT_LEAST = 'AT_LEAST',
}

registerEnumType(CountPrecision, {
  name: 'CountPrecision',
  description: 'How a count is meant.',
  valuesConfig: {
    EXACT: { description: 'There are exactly so many.' },
    AT_LEAST: { description: 'There are more; nobody counted on.' },
  },
});

@ObjectType({ description: 'How many sign-ups there are.' })
export class SignupCount {
  @Field(() => Int)
  count!: number;

  @Field(() => CountPrecision)
  precision!: CountPrecision;
}
