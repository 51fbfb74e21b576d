import { z } from 'zod';
import { VendorProblem, type VendorProblemKind } from './vendor-problem.ts';

const bodyWithWait = z.object({ retryAfter: z.number().nonnegative() });

/** An answer that came whole. */
interface WholeAnswer {
  readonly status: number;
  /** The header `Retry-After`. */
  readonly retryAfter: string | undefined;
  readonly body: unknown;
  readonly writes: boolean;
  readonly explain: (body: unknown) => string;
}

/** The problem of an answer that speaks for the whole call; null where its caller has to judge. */
export function problemOf({ status, retryAfter, body, writes, explain }: WholeAnswer): VendorProblem | null {
  const kind = kindOf(status);
  if (!kind) return null;
  const detail = explain(body) || `The vendor answered ${status}.`;
  const retryAfterMs = kind === 'THROTTLED' || kind === 'UNREACHABLE' ? waitOf(retryAfter, body) : null;
  return new VendorProblem(kind, { detail, retryAfterMs, mayHaveApplied: writes && kind === 'UNREACHABLE' });
}

function kindOf(status: number): VendorProblemKind | null {
  if (status === 401) return 'KEY_REFUSED';
  if (status === 403) return 'SCOPE_MISSING';
  if (status === 410) return 'VERSION_RETIRED';
  if (status === 429) return 'THROTTLED';
  return status === 408 || status >= 500 ? 'UNREACHABLE' : null;
}

/** `Retry-After` in seconds or as a date, else the body's `retryAfter`; milliseconds. */
function waitOf(retryAfter: string | undefined, body: unknown): number | null {
  const header = retryAfter?.trim();
  if (header && /^\d+(\.\d+)?$/.test(header)) return Math.ceil(Number(header) * 1000);
  const date = header ? Date.parse(header) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - Date.now());
  const said = bodyWithWait.safeParse(body);
  return said.success ? Math.ceil(said.data.retryAfter * 1000) : null;
}
