import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../problem.ts';
import { type CatalogUpload, type UploadOutcome, uploadCatalog } from './upload-catalog.ts';

/** Where an import stands. `share` is how much of the file has been sent, from 0 to 1. */
export type ImportState =
  | { kind: 'idle' }
  | { kind: 'sending'; fileName: string; share: number }
  | { kind: 'ended'; outcome: UploadOutcome };

/** One import at a time; it ends with the page that started it. */
export function useCatalogImport(getSessionToken: () => Promise<string>, onImported: () => void) {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const upload = useRef<CatalogUpload>();
  const client = useApolloClient();
  useEffect(() => () => upload.current?.stop(), []);

  const send = async (file: File): Promise<UploadOutcome> => {
    const token = await getSessionToken();
    const onProgress = (share: number): void => setState({ kind: 'sending', fileName: file.name, share });
    upload.current = uploadCatalog(file, token, onProgress);
    return upload.current.outcome;
  };

  const start = async (file: File): Promise<void> => {
    setState({ kind: 'sending', fileName: file.name, share: 0 });
    const outcome = await send(file).catch((error: unknown): UploadOutcome => ({ kind: problemOf(error).kind }));
    setState({ kind: 'ended', outcome });
    if (outcome.kind !== 'done') return;
    // The pickers' answers are of the catalog as it was.
    client.cache.evict({ fieldName: 'products' });
    client.cache.evict({ fieldName: 'collections' });
    onImported();
  };

  return { state, start, stop: () => upload.current?.stop() };
}
