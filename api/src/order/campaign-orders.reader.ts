import type { PrismaClient } from '../../../prisma/client/client.ts';
import { money } from '../catalog/money.type.ts';
import { type Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import type { CampaignOrder } from './campaign-order.type.ts';

const NEWEST_FIRST = { column: 'paidAt', direction: 'desc', unique: 'orderId' } as const;
/** How orders are called whose buyer was to be forgotten. */
const FORGOTTEN = 'forgotten:';

type OrderRow = Awaited<ReturnType<PrismaClient['campaignOrder']['findMany']>>[number];

/** Reads the orders that a campaign's revenue is the sum of. */
export class CampaignOrdersReader {
  readonly #prisma: PrismaClient;
  readonly #canReadOrders: (shop: string) => Promise<boolean>;

  /** `canReadOrders`: whether the shop has granted `read_orders`. */
  constructor(prisma: PrismaClient, canReadOrders: (shop: string) => Promise<boolean>) {
    this.#prisma = prisma;
    this.#canReadOrders = canReadOrders;
  }

  /** Newest first; null where the shop lets nobody read orders. As many statements for a long page as for a short one. */
  async list(shop: string, campaignId: string, request: PageRequest): Promise<Page<CampaignOrder> | null> {
    if (!(await this.#canReadOrders(shop))) return null;
    const found = { shop, campaignId };
    return readPage(
      request,
      NEWEST_FIRST,
      async ({ where, ...page }) => {
        const rows = await this.#prisma.campaignOrder.findMany({ where: { AND: [found, where] }, ...page });
        const names = await this.#credentialNames(shop, rows);
        return rows.map((row) => orderOf(row, names));
      },
      () => this.#prisma.campaignOrder.count({ where: found }),
    );
  }

  async #credentialNames(shop: string, rows: readonly OrderRow[]): Promise<Map<string, string>> {
    const [codeIds, linkIds] = [
      rows.map(({ accessCodeId }) => accessCodeId),
      rows.map(({ secretLinkId }) => secretLinkId),
    ];
    const named = (ids: (string | null)[]) => ({ shop, id: { in: ids.filter((id) => id !== null) } });
    const select = { id: true, name: true };
    const [codes, links] = await Promise.all([
      this.#prisma.accessCode.findMany({ where: named(codeIds), select }),
      this.#prisma.secretLink.findMany({ where: named(linkIds), select }),
    ]);
    return new Map([...codes, ...links].map(({ id, name }) => [id, name]));
  }
}

/** With `orderId`, by which the list goes on. */
function orderOf(row: OrderRow, names: ReadonlyMap<string, string>): CampaignOrder & { orderId: string } {
  const { orderId, paidAt, amount, currencyCode, accessCodeId, secretLinkId } = row;
  return {
    ...{ id: orderId, orderId, paidAt, accessCodeId, secretLinkId, amount: money(amount, currencyCode) },
    shopifyId: orderId.startsWith(FORGOTTEN) ? null : orderId,
    credentialName: names.get(accessCodeId ?? secretLinkId ?? '') ?? null,
  };
}
