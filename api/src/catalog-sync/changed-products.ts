import type { PrismaClient } from '../../../prisma/client/client.ts';
import { writeMemberships } from '../catalog/synced/product-memberships.ts';
import { removeMissing } from '../catalog/synced/synced-deletions.ts';
import { writeProducts } from '../catalog/synced/synced-products.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import type { CatalogChangeStore, LeasedChange, LeasedChanges } from './catalog-change.store.ts';
import { inCatalogTurn } from './catalog-writer.ts';
import { CHANGED_PRODUCTS, VARIANTS_PAGE } from './goods.operation.ts';
import type { ProductAnswer, VariantAnswer } from './goods-answer.ts';
import { readProduct } from './goods-reading.ts';

/** What reading changed goods is made with. */
export interface ChangedGoodsParts {
  readonly prisma: PrismaClient;
  readonly changes: Pick<CatalogChangeStore, 'mark' | 'settle' | 'extend'>;
  readonly adminApi: AdminApi;
}

/** A replica of Shopify's may be behind for a while, or not have it yet; what it says is taken at this attempt. */
const PATIENCE_ATTEMPTS = 4;

/**
 * Reads products that changed as Shopify has them now. What a webhook says of them is not taken: it lacks whether stock is tracked, all
 * variants beyond a hundred, and the collections, and comes in any order; what Shopify answers now is at least as new.
 */
export class ChangedProducts {
  readonly #parts: ChangedGoodsParts;

  constructor(parts: ChangedGoodsParts) {
    this.#parts = parts;
  }

  /** Reads and writes them. Gives those of which Shopify's answer was older than what it had told: they are to be read again. */
  async read(leased: LeasedChanges): Promise<readonly LeasedChange[]> {
    const { shop, changes } = leased;
    const { nodes } = await this.#parts.adminApi.request(shop, CHANGED_PRODUCTS, { ids: changes.map(({ id }) => id) });
    const answers = new Map(nodes.flatMap((node) => (node?.id ? [[node.id, node]] : [])));
    const isBehind = ({ id, changedAt, attempts }: LeasedChange) => {
      const answer = answers.get(id);
      if (changedAt === null || attempts >= PATIENCE_ATTEMPTS) return false;
      return answer === undefined || new Date(answer.updatedAt) < changedAt;
    };
    const read = changes.filter((change) => !isBehind(change));
    const found = read.flatMap(({ id }) => answers.get(id) ?? []);
    const whole = await Promise.all(
      found.map(async (answer) => ({ answer, variants: await this.#variantsOf(shop, answer) })),
    );
    await this.#write(leased, { read, whole });
    return changes.filter(isBehind);
  }

  async #variantsOf(shop: string, { id, variants }: ProductAnswer): Promise<readonly VariantAnswer[]> {
    const all = [...variants.nodes];
    let { hasNextPage, endCursor } = variants.pageInfo;
    while (hasNextPage && endCursor !== null) {
      const { product } = await this.#parts.adminApi.request(shop, VARIANTS_PAGE, { id, after: endCursor });
      all.push(...(product?.variants.nodes ?? []));
      ({ hasNextPage, endCursor } = product?.variants.pageInfo ?? { hasNextPage: false, endCursor: null });
    }
    return all;
  }

  async #write(
    leased: LeasedChanges,
    {
      read,
      whole,
    }: {
      read: readonly LeasedChange[];
      whole: readonly { answer: ProductAnswer; variants: readonly VariantAnswer[] }[];
    },
  ): Promise<void> {
    const { prisma, changes } = this.#parts;
    const { shop, readAt } = leased;
    const products = whole.map(({ answer, variants }) =>
      readProduct({ facts: answer, media: answer.media.nodes, variants }, readAt),
    );
    const found = new Set(products.map(({ id }) => id));
    await inCatalogTurn(prisma, shop, async (transaction) => {
      const { displaced } = await writeProducts(transaction, shop, { products, readAt });
      const ofProducts = new Map(whole.flatMap(({ answer }) => collectionsOf(answer)));
      const reordered = await writeMemberships(transaction, shop, { ofProducts, readAt });
      for (const { id } of read) if (!found.has(id)) await removeMissing(transaction, shop, { id, readAt });
      await changes.settle(transaction, leased, read);
      await changes.mark(
        shop,
        [...displaced, ...reordered].map((id) => ({ id })),
        transaction,
      );
    });
  }
}

/** Of a product in more collections than one answer holds it is not known to which it does not belong: the reconcile knows. */
function collectionsOf({ id, collections }: ProductAnswer): [string, readonly string[]][] {
  return collections.pageInfo.hasNextPage ? [] : [[id, collections.nodes.map((collection) => collection.id)]];
}
