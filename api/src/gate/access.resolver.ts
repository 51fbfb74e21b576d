import { Arg, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AccessProduct } from '../catalog/access-product.type.ts';
import type { AccessReader } from './access.reader.ts';
import { Access } from './access.type.ts';

/** The products that an access opens, with links into the cart that carry its pass. */
export type ProductsOf = (access: Access) => Promise<AccessProduct[]>;

@Resolver(() => Access)
export class AccessResolver {
  readonly #access: AccessReader;
  readonly #productsOf: ProductsOf;

  constructor(access: AccessReader, productsOf: ProductsOf) {
    this.#access = access;
    this.#productsOf = productsOf;
  }

  @Query(() => Access, {
    nullable: true,
    description: 'What a pass opens; null when it opens nothing. The only way to the products.',
  })
  access(@Arg('pass', () => String) pass: string): Promise<Access | null> {
    return this.#access.byPass(pass);
  }

  @FieldResolver(() => [AccessProduct], {
    complexity: ({ childComplexity }) => 10 + 10 * childComplexity,
    description: 'The products behind the gate, in the merchant’s order; at most 250.',
  })
  products(@Root() access: Access): Promise<AccessProduct[]> {
    return this.#productsOf(access);
  }
}
