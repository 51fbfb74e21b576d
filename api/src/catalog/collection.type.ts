import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../platform/graphql/connection.ts';

@ObjectType({ description: "A collection of the shop's catalog." })
export class Collection {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "The collection's name in addresses." })
  handle!: string;

  @Field(() => Int, { description: 'Products of every status.' })
  productsCount!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Absolute address of the picture of its first product that has one.',
  })
  imageUrl!: string | null;
}

/** A page of collections. */
export const CollectionConnection = connectionType(Collection, 'Collection');
