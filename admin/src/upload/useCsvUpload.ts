import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../problem.ts';
import { useSessionToken } from '../ui/bridge/SessionToken.tsx';
import { type CsvUpload, type UploadOutcome, type UploadReport, type UploadTarget, uploadCsv } from './csv-upload.ts';

/** Where an upload stands. `share` is how much of the file has been sent, from 0 to 1. */
export type UploadState<Report extends UploadReport> =
  | { kind: 'idle' }
  | { kind: 'sending'; fileName: string; share: number }
  | { kind: 'ended'; outcome: UploadOutcome<Report> };

/** One upload at a time; it ends with the page that started it. */
export function useCsvUpload<Report extends UploadReport>(target: UploadTarget<Report>, onDone: () => void) {
  const getSessionToken = useSessionToken();
  const [state, setState] = useState<UploadState<Report>>({ kind: 'idle' });
  const upload = useRef<CsvUpload<Report>>();
  useEffect(() => () => upload.current?.stop(), []);

  const send = async (file: File, need?: 'fresh'): Promise<UploadOutcome<Report>> => {
    const token = await getSessionToken(need);
    const onProgress = (share: number): void => setState({ kind: 'sending', fileName: file.name, share });
    upload.current = uploadCsv(target, { file, token }, onProgress);
    const outcome = await upload.current.outcome;
    // The token may have run out while the merchant chose the file: once more with a fresh one.
    return outcome.kind === 'session' && need !== 'fresh' ? send(file, 'fresh') : outcome;
  };

  const start = async (file: File): Promise<void> => {
    setState({ kind: 'sending', fileName: file.name, share: 0 });
    const failed = (error: unknown): UploadOutcome<Report> => ({ kind: problemOf(error).kind });
    const outcome = await send(file).catch(failed);
    setState({ kind: 'ended', outcome });
    if (outcome.kind === 'done') onDone();
  };

  return { state, start, stop: () => upload.current?.stop() };
}
