import { setTimeout as pause } from 'node:timers/promises';
import { VendorProblem } from '../integrations/vendor-problem.ts';

/** As long as a merchant is let wait for a vendor, in milliseconds: less than a request may take, and than an attempt of the worker's. */
const PATIENCE_MS = 8_000;

/** What the vendor answers, or UNREACHABLE when it takes longer than a merchant waits. */
export async function withPatience<Answer>(asked: Promise<Answer>, patienceMs = PATIENCE_MS): Promise<Answer> {
  const answered = new AbortController();
  const late = pause(patienceMs, null, { signal: answered.signal }).then(() => {
    throw new VendorProblem('UNREACHABLE', { detail: `No answer within ${patienceMs / 1000} seconds.` });
  });
  // Once there is an answer nobody waits for the pause, which ends as aborted.
  late.catch(() => null);
  return Promise.race([asked, late]).finally(() => answered.abort());
}
