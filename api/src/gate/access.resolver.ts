import { Arg, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AccessProduct } from '../catalog/access-product.type.ts';
import type { CatalogService } from '../catalog/catalog.service.ts';
import type { AccessReader } from './access.reader.ts';
import { Access } from './access.type.ts';

@Resolver(() => Access)
export class AccessResolver {
  readonly #access: AccessReader;
  readonly #catalog: CatalogService;

  constructor(access: AccessReader, catalog: CatalogService) {
    this.#access = access;
    this.#catalog = catalog;
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
  products(@Root() { guarded, pass }: Access): Promise<AccessProduct[]> {
    return this.#catalog.gatedProducts(guarded.shop, guarded, pass);
  }
}
