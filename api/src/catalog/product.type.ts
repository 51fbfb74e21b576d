import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../platform/graphql/connection.ts';
import { Money } from './money.type.ts';

/** Where a product stands in the shop. */
export enum ProductStatus {
  ACTIVE = 'ACTIVE',
  DRAFT = 'DRAFT',
  UNLISTED = 'UNLISTED',
  ARCHIVED = 'ARCHIVED',
}

registerEnumType(ProductStatus, {
  name: 'ProductStatus',
  description: 'Where a product stands in the shop. A gate shows the active and the unlisted ones.',
  valuesConfig: {
    ACTIVE: { description: 'On sale.' },
    DRAFT: { description: 'Not yet on sale, or not published in the online store.' },
    UNLISTED: { description: 'On sale for who has its address; in no search and no list of the shop.' },
    ARCHIVED: { description: 'No longer on sale.' },
  },
});

@ObjectType({ description: "A product of the shop's catalog." })
export class Product {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "The product's name in addresses, such as `evening-bowl`." })
  handle!: string;

  @Field(() => String, { description: 'Empty where the shop names none.' })
  vendor!: string;

  @Field(() => ProductStatus)
  status!: ProductStatus;

  @Field(() => String, { nullable: true, description: 'Absolute address of the first picture.' })
  imageUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'What the first picture shows, in words.' })
  imageAlt!: string | null;

  @Field(() => Money, { description: 'The lowest price of its variants.' })
  price!: Money;

  @Field(() => Int)
  variantsCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Pieces in stock over the variants whose stock is tracked; null where none is tracked.',
  })
  totalInventory!: number | null;
}

/** A page of products. */
export const ProductConnection = connectionType(Product, 'Product');
