import { useEffect, useRef, useState } from 'react';
import { keepFile } from '../privacy/download.ts';
import { useSessionToken } from '../ui/bridge/SessionToken.tsx';
import { downloadExport, type ExportOutcome } from './signup-download.ts';

/** Where an export stands. */
export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; rows: number }
  | { kind: 'ended'; outcome: ExportOutcome };

/** One export at a time; it ends with the dialog that started it. A whole one is kept as a file. */
export function useSignupExport(address: string) {
  const getSessionToken = useSessionToken();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  const start = async (): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    const onRows = (rows: number): void => setState({ kind: 'running', rows });
    onRows(0);
    const outcome = await downloadExport(address, { getSessionToken, signal: controller.signal, onRows });
    if (outcome.kind === 'done') keepFile(outcome.file, `signups-${new Date().toISOString().slice(0, 10)}.csv`);
    setState({ kind: 'ended', outcome });
  };
  return { state, start, stop: () => running.current?.abort() };
}
