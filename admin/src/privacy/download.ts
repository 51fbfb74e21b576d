import { type Problem, problemOf } from '../problem.ts';
import type { GetSessionToken } from '../ui/bridge/session.ts';

const refusals: Readonly<Record<number, Problem>> = { 401: { kind: 'session' }, 403: { kind: 'forbidden' } };

/** A file of the API, or why there is none. It needs the merchant's token, which a plain link could not bring along. */
export async function fetchFile(path: string, getSessionToken: GetSessionToken): Promise<Blob | Problem> {
  const ask = async (need?: 'fresh') =>
    fetch(path, { headers: { authorization: `Bearer ${await getSessionToken(need)}` } });
  try {
    const first = await ask();
    const answer = first.status === 401 ? await ask('fresh') : first;
    return answer.ok ? await answer.blob() : (refusals[answer.status] ?? { kind: 'server' });
  } catch (error) {
    return problemOf(error);
  }
}

/** Has the browser keep a file under a name. */
export function keepFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address));
}
