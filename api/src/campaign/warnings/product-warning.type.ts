import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ProductWarningKind } from './product-warnings.ts';

registerEnumType(ProductWarningKind, {
  name: 'ProductWarningKind',
  description: 'What a merchant should know of products of a campaign. Kinds may be added; none is renamed.',
  valuesConfig: {
    PUBLIC: { description: 'On sale in the online store for everybody: nobody needs a pass.' },
    MISSING: { description: 'Deleted, a draft, archived or not published: visitors do not see it.' },
    SOLD_OUT: { description: 'None of its variants can be bought.' },
  },
});

@ObjectType({ description: 'A product that a warning is about.' })
export class WarnedProduct {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Null: it was deleted.' })
  title!: string | null;

  @Field(() => Boolean, { description: 'The campaign does not name it: it is in one of its collections.' })
  isByCollection!: boolean;

  @Field(() => String, { description: 'A sentence for the merchant.' })
  message!: string;
}

@ObjectType({ description: 'Products of a campaign about which there is something to know.' })
export class ProductWarning {
  @Field(() => ProductWarningKind)
  kind!: ProductWarningKind;

  @Field(() => Int, { description: 'How many products it is about.' })
  count!: number;

  @Field(() => [WarnedProduct], {
    description: 'The first 20 of them: those that the campaign names before those of its collections.',
  })
  products!: WarnedProduct[];
}
