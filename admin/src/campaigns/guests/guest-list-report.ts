import type { UploadReport } from '../../upload/csv-upload.ts';

/** What the upload of a guest list brought: `guests` were new, `known` were on it already. */
export interface GuestListReport extends UploadReport {
  guests: number;
  known: number;
}

/** Whether the API's answer to an upload is a guest list's. */
export function isGuestListReport(answer: unknown): answer is GuestListReport {
  return typeof answer === 'object' && answer !== null && 'guests' in answer && 'problems' in answer;
}
