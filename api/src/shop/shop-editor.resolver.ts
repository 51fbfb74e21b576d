import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { ApiTokenScope } from './api-token-scope.ts';
import type { AdminContext } from './principal.ts';
import { Shop, ShopUpdateInput, ShopUpdatePayload } from './shop.type.ts';
import type { ShopEditor } from './shop-editor.ts';

@Resolver(() => Shop)
export class ShopEditorResolver {
  readonly #editor: ShopEditor;

  constructor(editor: ShopEditor) {
    this.#editor = editor;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether `shopUpdate` changes its name, currency and zone; false where Shopify tells them.',
  })
  isEditable(): boolean {
    return this.#editor.isAllowed;
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => ShopUpdatePayload, {
    description: 'Changes the shop’s details. In a Shopify shop it is refused: they are changed in Shopify.',
  })
  shopUpdate(
    @Ctx() { principal }: AdminContext,
    @Arg('input', () => ShopUpdateInput) input: ShopUpdateInput,
  ): Promise<ShopUpdatePayload> {
    return this.#editor.update(principal.shop, input);
  }
}
