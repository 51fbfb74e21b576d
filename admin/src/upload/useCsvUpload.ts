import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../problem.ts';
import { useSessionToken } from '../ui/bridge/SessionToken.tsx';
import { type CsvUpload, type UploadOutcome, type UploadReport, type UploadTarget, uploadCsv } from './csv-upload.ts';

/**
 * Where an upload stands. `share` is how much of the file has been sent, from 0 to 1; while `waiting` the API has asked to come again.
 */
export type UploadState<Report extends UploadReport> =
  | { kind: 'idle' }
  | { kind: 'sending'; fileName: string; share: number }
  | { kind: 'waiting'; fileName: string }
  | { kind: 'ended'; outcome: UploadOutcome<Report> };

/** A file for which the API is too busy is sent again by itself, so often and after such pauses: rows that went in already do no harm. */
const repeats = { most: 3, pauseMs: 3_000 };

/** One upload at a time; it ends with the page that started it. */
export function useCsvUpload<Report extends UploadReport>(target: UploadTarget<Report>, onDone: () => void) {
  const getSessionToken = useSessionToken();
  const [state, setState] = useState<UploadState<Report>>({ kind: 'idle' });
  const upload = useRef<Pick<CsvUpload<Report>, 'stop'>>();
  useEffect(() => () => upload.current?.stop(), []);

  const send = async (file: File, need?: 'fresh'): Promise<UploadOutcome<Report>> => {
    const token = await getSessionToken(need);
    const onProgress = (share: number): void => setState({ kind: 'sending', fileName: file.name, share });
    const sending = uploadCsv(target, { file, token }, onProgress);
    upload.current = sending;
    const outcome = await sending.outcome;
    // The token may have run out while the merchant chose the file: once more with a fresh one.
    return outcome.kind === 'session' && need !== 'fresh' ? send(file, 'fresh') : outcome;
  };

  const sendPatiently = async (file: File, repeatsLeft = repeats.most): Promise<UploadOutcome<Report>> => {
    const outcome = await send(file);
    if (outcome.kind !== 'busy' || repeatsLeft === 0) return outcome;
    setState({ kind: 'waiting', fileName: file.name });
    const pause = stoppablePause(repeats.pauseMs);
    upload.current = pause;
    return (await pause.isOver) ? sendPatiently(file, repeatsLeft - 1) : { kind: 'stopped' };
  };

  const start = async (file: File): Promise<void> => {
    setState({ kind: 'sending', fileName: file.name, share: 0 });
    const failed = (error: unknown): UploadOutcome<Report> => ({ kind: problemOf(error).kind });
    const outcome = await sendPatiently(file).catch(failed);
    setState({ kind: 'ended', outcome });
    if (outcome.kind === 'done') onDone();
  };

  // What is no CSV by its name is not even sent.
  const refuse = (): void => setState({ kind: 'ended', outcome: { kind: 'not-csv' } });

  return { state, start, refuse, stop: () => upload.current?.stop() };
}

/** `isOver` tells whether the pause went by; false: it was stopped. */
function stoppablePause(ms: number): { isOver: Promise<boolean>; stop(): void } {
  let stop = (): void => undefined;
  const isOver = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(true), ms);
    stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
  });
  return { isOver, stop };
}
