import type { ProductStatus } from '../../../prisma/client/client.ts';
import { type AdminApi, AdminApiProblem } from '../shopify/admin-api.ts';
import { productSetStatus, productStatuses, type SetStatusData } from './unlisting.operation.ts';

/** The statuses of a shop's products in Shopify itself. Both throw `AdminApiProblem`. */
export class ProductStatuses {
  readonly #api: AdminApi;

  constructor(api: AdminApi) {
    this.#api = api;
  }

  /** At most 250 at once; products that are gone are left out. */
  async read(shop: string, ids: readonly string[]): Promise<Map<string, ProductStatus>> {
    if (ids.length === 0) return new Map();
    const { nodes } = await this.#api.request(shop, productStatuses, { ids });
    return new Map(nodes.flatMap((node) => (node?.id && node.status ? [[node.id, node.status]] : [])));
  }

  /** Sets one product's status. Gives Shopify's words where it refuses this product; null: it is done. */
  async set(shop: string, id: string, status: ProductStatus): Promise<string | null> {
    try {
      return refusal(await this.#api.request(shop, productSetStatus, { id, status }), status);
    } catch (fault) {
      if (fault instanceof AdminApiProblem && fault.kind === 'REFUSED') return fault.message;
      throw fault;
    }
  }
}

function refusal({ productUpdate }: SetStatusData, status: ProductStatus): string | null {
  const [error] = productUpdate?.userErrors ?? [];
  if (error) return error.message;
  const after = productUpdate?.product?.status;
  return after === status ? null : `Shopify left it ${after ?? 'as it was'}.`;
}
