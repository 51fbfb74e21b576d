import { Field, ID, ObjectType } from 'type-graphql';
import { Money } from './money.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A picture of a product.' })
export class ProductImage {
  @Field(() => String, { description: 'Absolute.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'What it shows, in words; null where the shop has not said.' })
  altText!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One buyable form of a product, such as a size.' })
export class AccessVariant {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: 'Values of its options, such as `Small / Blue`; `Default Title` where there are none.',
  })
  title!: string;

  @Field(() => Money)
  price!: Money;

  @Field(() => Money, { nullable: true, description: 'The price before a reduction; null where there is none.' })
  compareAtPrice!: Money | null;

  @Field(() => Boolean, { description: 'Whether it can be bought now, as far as the catalog knows.' })
  isAvailable!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Puts one into the cart, with the access pass as cart attribute and line property `_vip_pass` and, where checkout enforces the campaign, the proof for this product as line property `_vip_proof`; null where it cannot be bought.',
  })
  cartUrl!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A product behind the gate.' })
export class AccessProduct {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Plain text; empty where the shop has none.' })
  description!: string;

  @Field(() => String, { description: 'Empty where the shop names none.' })
  vendor!: string;

  @Field(() => String, { description: 'Absolute address of the page on which it can be bought.' })
  url!: string;

  @Field(() => ProductImage, { nullable: true })
  image!: ProductImage | null;

  @Field(() => Money, { description: 'The lowest price of its variants.' })
  price!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'The price of its cheapest variant before a reduction; null where there is none.',
  })
  compareAtPrice!: Money | null;

  @Field(() => Boolean, { description: 'True when the variants do not all cost the same; `price` is then the lowest.' })
  priceVaries!: boolean;

  @Field(() => Boolean, { description: 'Whether any of its variants can be bought now.' })
  isAvailable!: boolean;

  @Field(() => [AccessVariant], { description: "In the shop's order." })
  variants!: AccessVariant[];
}
