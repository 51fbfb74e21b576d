import { Field, ObjectType } from 'type-graphql';

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
