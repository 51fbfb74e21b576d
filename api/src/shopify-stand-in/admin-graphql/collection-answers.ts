import { digitsOf, gid } from '../world/gid.ts';
import type { StandInCollection } from '../world/stand-in-product.ts';
import { answers } from './admin-call.ts';
import { datesOf, exactly } from './answer-parts.ts';
import { connectionOf, type PageArguments } from './connection.ts';
import { metafieldAnswers } from './metafield-answers.ts';

/** `Collection` of the Admin API. */
export const collectionAnswers = answers<StandInCollection>({
  id: ({ id }) => gid('Collection', id),
  legacyResourceId: ({ id }) => id,
  ...datesOf(),
  description: () => '',
  descriptionHtml: () => '',
  sortOrder: () => 'MANUAL',
  image: () => null,
  products: ({ productIds }, args: PageArguments, call) =>
    connectionOf(
      productIds.map((id) => call.shop.catalog.product(id)),
      args,
      call,
    ),
  productsCount: ({ productIds }) => exactly(productIds.length),
  hasProduct: ({ productIds }, { id }: { id: string }) => productIds.includes(digitsOf('Product', id) ?? ''),
  ...metafieldAnswers('Collection'),
});
