import type { ProductStatus } from '../../../prisma/client/client.ts';
import { adminOperation } from '../shopify/admin-operation.ts';

/** A product as `productStatuses` gives it; null for one that is gone, and without fields for what is no product. */
export interface StatusNode {
  readonly id?: string;
  readonly status?: ProductStatus;
}

/** The statuses of up to 250 products, in the order of their ids. Needs `read_products`. */
export const productStatuses = adminOperation<
  { readonly nodes: readonly (StatusNode | null)[] },
  { ids: readonly string[] }
>(`
  query ProductStatuses($ids: [ID!]!) {
    nodes(ids: $ids) { ... on Product { id status } }
  }
`);

/** What `productSetStatus` answers. */
export interface SetStatusData {
  readonly productUpdate: {
    readonly product: { readonly id: string; readonly status: ProductStatus } | null;
    readonly userErrors: readonly { readonly field: readonly string[] | null; readonly message: string }[];
  } | null;
}

/** Sets a product's status and nothing else. Needs `write_products`. */
export const productSetStatus = adminOperation<SetStatusData, { id: string; status: ProductStatus }>(`
  mutation ProductSetStatus($id: ID!, $status: ProductStatus!) {
    productUpdate(product: { id: $id, status: $status }) {
      product { id status }
      userErrors { field message }
    }
  }
`);
