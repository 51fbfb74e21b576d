import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../platform/graphql/user-error.type.ts';

@ObjectType({ description: 'The store whose token is used.' })
export class Shop {
  @Field(() => String, { description: "The shop's domain, such as `example.myshopify.com`." })
  domain!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'ISO 4217; prices of the catalog are in it.' })
  currencyCode!: string;

  @Field(() => String, { description: "The IANA zone in which the shop's windows and days are meant." })
  timeZone!: string;
}

@InputType({ description: 'Only what is given changes; null leaves it as it is.' })
export class ShopUpdateInput {
  @Field(() => String, { nullable: true, description: 'At most 100 characters, on one line.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217. No price of the catalog is converted.' })
  currencyCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'An IANA zone, such as `Europe/Berlin`. Windows of campaigns stay at the instants at which they are; days and hours of numbers follow it.',
  })
  timeZone?: string | null;
}

@ObjectType()
export class ShopUpdatePayload {
  @Field(() => Shop, { nullable: true })
  shop!: Shop | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
