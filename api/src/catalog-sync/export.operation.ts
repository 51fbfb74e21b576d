import { adminOperation } from '../shopify/admin-operation.ts';

/** Where an export stands, as Shopify says it. Counts are decimals in text. */
export interface ExportAnswer {
  readonly id: string;
  readonly status: 'CANCELED' | 'CANCELING' | 'COMPLETED' | 'CREATED' | 'EXPIRED' | 'FAILED' | 'RUNNING';
  readonly errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | null;
  readonly objectCount: string;
  /** Null while it is not completed, and where nothing was found. */
  readonly url: string | null;
  /** Bytes of the file. */
  readonly fileSize: string | null;
}

/** Why an export was not begun. */
export interface ExportRefusal {
  readonly code: 'INVALID' | 'LIMIT_REACHED' | 'OPERATION_IN_PROGRESS' | null;
  readonly message: string;
}

const EXPORT = 'id status errorCode objectCount url fileSize';

/** Begins an export. Grouped, so that the file can be read product by product: each is followed by what belongs to it. */
export const EXPORT_BEGIN = adminOperation<
  {
    bulkOperationRunQuery: {
      readonly bulkOperation: { readonly id: string } | null;
      readonly userErrors: readonly ExportRefusal[];
    } | null;
  },
  { query: string }
>(`mutation BeginExport($query: String!) {
  bulkOperationRunQuery(query: $query, groupObjects: true) { bulkOperation { id } userErrors { code message } }
}`);

/** Where an export stands. */
export const EXPORT_STATE = adminOperation<{ bulkOperation: ExportAnswer | null }, { id: string }>(
  `query ExportState($id: ID!) { bulkOperation(id: $id) { ${EXPORT} } }`,
);
