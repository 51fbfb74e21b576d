import type { Problem } from '../problem.ts';

/** A row that was left out, named by its place in the file. */
export interface ImportProblem {
  line: number;
  column?: string | number | null;
  message: string;
}

/** What every upload answers. `problems` holds the first of `problemCount`. */
export interface UploadReport {
  rows: number;
  problemCount: number;
  problems: readonly ImportProblem[];
}

/** How an upload ended; `stopped` by the merchant, `too-large` and `not-csv` refused by the API. */
export type UploadOutcome<Report extends UploadReport> =
  | { kind: 'done'; report: Report }
  | { kind: 'stopped' }
  | { kind: 'too-large' }
  | { kind: 'not-csv' }
  | Problem;

/** Where a file goes. */
export interface UploadTarget<Report extends UploadReport> {
  /** Path of the API that takes it. */
  address: string;
  /** Whether an answer is the report that this API gives. */
  isReport(answer: unknown): answer is Report;
}

/** An upload on its way. */
export interface CsvUpload<Report extends UploadReport> {
  outcome: Promise<UploadOutcome<Report>>;
  stop(): void;
}

const refusals: Readonly<Record<number, Exclude<UploadOutcome<UploadReport>, { kind: 'done' }>>> = {
  400: { kind: 'not-csv' },
  401: { kind: 'session' },
  403: { kind: 'forbidden' },
  413: { kind: 'too-large' },
  415: { kind: 'not-csv' },
  503: { kind: 'busy' },
};

/** Reads the API's answer to an upload. */
export function uploadOutcome<Report extends UploadReport>(
  { status, body }: { status: number; body: string },
  isReport: UploadTarget<Report>['isReport'],
): UploadOutcome<Report> {
  if (status < 200 || status > 299) return refusals[status] ?? { kind: 'server' };
  try {
    const answer: unknown = JSON.parse(body);
    return isReport(answer) ? { kind: 'done', report: answer } : { kind: 'server' };
  } catch {
    return { kind: 'server' };
  }
}

/**
 * Sends a CSV. By XMLHttpRequest, because fetch cannot tell how much of a body has been sent. `onProgress` hears the
 * share sent, from 0 to 1.
 */
export function uploadCsv<Report extends UploadReport>(
  target: UploadTarget<Report>,
  { file, token }: { file: File; token: string },
  onProgress: (share: number) => void,
): CsvUpload<Report> {
  const request = new XMLHttpRequest();
  const outcome = new Promise<UploadOutcome<Report>>((resolve) => {
    request.onload = () =>
      resolve(uploadOutcome({ status: request.status, body: request.responseText }, target.isReport));
    request.onerror = () => resolve({ kind: 'offline' });
    request.onabort = () => resolve({ kind: 'stopped' });
  });
  request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);

  request.open('POST', target.address);
  request.setRequestHeader('content-type', 'text/csv');
  request.setRequestHeader('authorization', `Bearer ${token}`);
  request.send(file);
  return { outcome, stop: () => request.abort() };
}
