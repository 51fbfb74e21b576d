import type { PrismaClient } from '../../../prisma/client/client.ts';
import { deleteGoods } from '../catalog/synced/synced-deletions.ts';
import type { WebhookEvent, WebhookHandlers } from '../webhook/webhook-event.ts';
import type { CatalogChangeStore } from './catalog-change.store.ts';
import { inCatalogTurn } from './catalog-writer.ts';

/** What the handlers write with. */
export interface CatalogHandlerParts {
  readonly prisma: PrismaClient;
  readonly changes: Pick<CatalogChangeStore, 'mark'>;
}

/**
 * What Shopify tells about products and collections. That something changed is noted, and it is read soon, many at once; what was
 * deleted goes at once. In any order and any number of times it comes to the same.
 */
export function catalogHandlers({ prisma, changes }: CatalogHandlerParts): WebhookHandlers {
  const changed = (kind: Kind) => (event: WebhookEvent) =>
    changes.mark(event.shop, [{ id: gidIn(event, kind), changedAt: changedAtIn(event) }]);
  const deleted = (kind: Kind) => async (event: WebhookEvent) => {
    const [id, shop] = [gidIn(event, kind), event.shop];
    const isGone = await inCatalogTurn(prisma, shop, async (transaction) => {
      const isKnown = (await transaction.shop.count({ where: { domain: shop } })) > 0;
      return !isKnown || deleteGoods(transaction, shop, { id, deletedAt: event.triggeredAt });
    });
    // Changed after it was deleted? Shopify knows.
    if (!isGone) await changes.mark(shop, [{ id }]);
  };
  return {
    'products/create': [changed('Product')],
    'products/update': [changed('Product')],
    'products/delete': [deleted('Product')],
    'collections/update': [changed('Collection')],
    'collections/delete': [deleted('Collection')],
  };
}

type Kind = 'Product' | 'Collection';

/** Some bodies have the number alone. */
function gidIn({ payload, topic }: WebhookEvent, kind: Kind): string {
  const { id } = payload;
  if (typeof id !== 'string' || !/^\d+$/.test(id))
    throw new Error(`A webhook of ${topic} names no ${kind} by its number.`);
  return `gid://shopify/${kind}/${id}`;
}

function changedAtIn({ payload }: WebhookEvent): Date | null {
  const time = typeof payload.updated_at === 'string' ? Date.parse(payload.updated_at) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}
