import type { Problem } from '../problem.ts';

/** A row that was left out, named by its place in the file. */
export interface ImportProblem {
  line: number;
  column?: string | number | null;
  message: string;
}

/** What an import brought. `problems` holds the first of `problemCount`. */
export interface ImportReport {
  products: number;
  variants: number;
  collections: number;
  rows: number;
  problemCount: number;
  problems: readonly ImportProblem[];
}

/** How an upload ended; `stopped` by the merchant, `too-large` and `not-csv` refused by the API. */
export type UploadOutcome =
  | { kind: 'done'; report: ImportReport }
  | { kind: 'stopped' }
  | { kind: 'too-large' }
  | { kind: 'not-csv' }
  | Problem;

/** An upload on its way. */
export interface CatalogUpload {
  outcome: Promise<UploadOutcome>;
  stop(): void;
}

const refusals: Readonly<Record<number, UploadOutcome>> = {
  400: { kind: 'not-csv' },
  401: { kind: 'session' },
  403: { kind: 'forbidden' },
  413: { kind: 'too-large' },
  415: { kind: 'not-csv' },
};

function isReport(answer: unknown): answer is ImportReport {
  return typeof answer === 'object' && answer !== null && 'products' in answer && 'problems' in answer;
}

/** Reads the API's answer to an upload. */
export function uploadOutcome(status: number, body: string): UploadOutcome {
  if (status < 200 || status > 299) return refusals[status] ?? { kind: 'server' };
  try {
    const answer: unknown = JSON.parse(body);
    return isReport(answer) ? { kind: 'done', report: answer } : { kind: 'server' };
  } catch {
    return { kind: 'server' };
  }
}

/**
 * Sends a product export. By XMLHttpRequest, because fetch cannot tell how much of a body has been sent.
 * `onProgress` hears the share sent, from 0 to 1.
 */
export function uploadCatalog(file: File, token: string, onProgress: (share: number) => void): CatalogUpload {
  const request = new XMLHttpRequest();
  const outcome = new Promise<UploadOutcome>((resolve) => {
    request.onload = () => resolve(uploadOutcome(request.status, request.responseText));
    request.onerror = () => resolve({ kind: 'offline' });
    request.onabort = () => resolve({ kind: 'stopped' });
  });
  request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);

  request.open('POST', '/admin/catalog-imports');
  request.setRequestHeader('content-type', 'text/csv');
  request.setRequestHeader('authorization', `Bearer ${token}`);
  request.send(file);
  return { outcome, stop: () => request.abort() };
}
