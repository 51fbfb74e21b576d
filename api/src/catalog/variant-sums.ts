import type { PrismaClient } from '../../../prisma/client/client.ts';
import { money } from './money.type.ts';
import type { Product } from './product.type.ts';

/** What a list says of a product's variants taken together. */
export type VariantSums = Pick<Product, 'price' | 'variantsCount' | 'totalInventory'>;

/** Sums up the variants of products in one statement; answers the sums of one product in a currency. */
export async function sumVariants(
  prisma: PrismaClient,
  shop: string,
  products: readonly { id: string }[],
): Promise<(productId: string, currencyCode: string) => VariantSums> {
  const sums = await prisma.productVariant.groupBy({
    by: ['productId'],
    where: { shop, productId: { in: products.map(({ id }) => id) } },
    _min: { price: true },
    _sum: { inventoryQuantity: true },
    _count: { _all: true },
  });
  const byProduct = new Map(sums.map((sum) => [sum.productId, sum]));
  return (productId, currencyCode) => {
    const sum = byProduct.get(productId);
    return {
      price: sum?._min.price ? money(sum._min.price, currencyCode) : { amount: '0', currencyCode },
      variantsCount: sum?._count._all ?? 0,
      totalInventory: sum?._sum.inventoryQuantity ?? null,
    };
  };
}
