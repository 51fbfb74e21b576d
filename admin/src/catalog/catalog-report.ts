import type { UploadReport } from '../upload/csv-upload.ts';

/** What the import of a product export brought. */
export interface CatalogReport extends UploadReport {
  products: number;
  variants: number;
  collections: number;
}

/** Whether the API's answer to an upload is a catalog import's. */
export function isCatalogReport(answer: unknown): answer is CatalogReport {
  return typeof answer === 'object' && answer !== null && 'products' in answer && 'problems' in answer;
}
