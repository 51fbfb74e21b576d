import { z } from 'zod';
import { VendorProblem, type VendorProblemKind } from './vendor-problem.ts';

/** Faults before a byte of the request left: nobody there, no such name, no trust in the certificate. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

const bodyWithWait = z.object({ retryAfter: z.number().nonnegative() });

/** The problem of a request that got no answer at all. */
export function neverReached(fault: unknown, call: { isLate: boolean; writes: boolean }): VendorProblem {
  if (call.isLate) return cutAnswer(call);
  const code = codeOf(fault);
  const wasSent = !NOT_SENT.test(code);
  const detail = wasSent ? 'The connection broke.' : 'The vendor cannot be reached.';
  return new VendorProblem('UNREACHABLE', { detail, mayHaveApplied: call.writes && wasSent });
}

/** The problem of an answer that began, or should have, and did not come whole. */
export function cutAnswer(call: { isLate: boolean; writes: boolean }): VendorProblem {
  if (call.isLate) {
    return new VendorProblem('UNREACHABLE', { detail: 'No answer in time.', mayHaveApplied: call.writes });
  }
  return new VendorProblem('BROKEN_ANSWER', { detail: 'The answer broke off.', mayHaveApplied: call.writes });
}

/** The problem of an answer that speaks for the whole call; null where its caller has to judge. */
export function problemOf(answer: {
  response: Response;
  body: unknown;
  writes: boolean;
  explain: (body: unknown) => string;
}): VendorProblem | null {
  const { response, body, writes } = answer;
  const kind = kindOf(response.status);
  if (!kind) return null;
  const detail = answer.explain(body) || `The vendor answered ${response.status}.`;
  const retryAfterMs = kind === 'THROTTLED' || kind === 'UNREACHABLE' ? waitOf(response.headers, body) : null;
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
function waitOf(headers: Headers, body: unknown): number | null {
  const header = headers.get('retry-after')?.trim();
  if (header && /^\d+(\.\d+)?$/.test(header)) return Math.ceil(Number(header) * 1000);
  const date = header ? Date.parse(header) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - Date.now());
  const said = bodyWithWait.safeParse(body);
  return said.success ? Math.ceil(said.data.retryAfter * 1000) : null;
}

/** Only the code is looked at: the words of a network fault hold addresses and ports. */
function codeOf(fault: unknown): string {
  const cause = fault instanceof Error ? (fault.cause ?? fault) : fault;
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
