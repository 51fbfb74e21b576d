import { describeFault } from '../../platform/fault.ts';
import { AdminApiProblem } from '../admin-api.ts';

/** What came back over HTTP. */
export interface RawAnswer {
  readonly status: number;
  /** The header `Retry-After` in milliseconds; null where there is none. */
  readonly retryAfterMs: number | null;
  /** The parsed JSON; null where it is none. */
  readonly body: unknown;
}

/** The shop's bucket after an operation, in points, as `extensions.cost` tells it. */
export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  /** Points a second. */
  readonly restoreRate: number;
}

/** What an answer tells about the budget; null where it tells nothing. */
export interface AnswerCost {
  /** What the operation may cost at most: so much must be there for it. */
  readonly requested: number;
  readonly status: ThrottleStatus;
}

/** How an attempt ended. `AGAIN`: nothing was done, or it is unknown whether (`isUnknown`). */
export type AdminOutcome =
  | { readonly kind: 'DONE'; readonly data: unknown }
  | { readonly kind: 'THROTTLED' }
  | { readonly kind: 'TOKEN_REFUSED' }
  | { readonly kind: 'AGAIN'; readonly afterMs: number | null; readonly isUnknown: boolean; readonly why: string }
  | { readonly kind: 'PROBLEM'; readonly problem: AdminApiProblem };

interface AnswerBody {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: { readonly cost?: unknown };
}

interface AnswerError {
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown; readonly requiredAccess?: unknown };
}

/** Judges an answer. A budget that is used up comes as 200 with the code `THROTTLED`, and only rarely as 429. */
export function judge({ status, retryAfterMs, body }: RawAnswer): AdminOutcome {
  if (status === 401) return { kind: 'TOKEN_REFUSED' };
  const why = `Shopify answered ${status}`;
  if (status === 429) return { kind: 'AGAIN', afterMs: retryAfterMs, isUnknown: false, why };
  if (status >= 500 || status === 408) return { kind: 'AGAIN', afterMs: retryAfterMs, isUnknown: true, why };
  const errors = errorsOf(body);
  if (status !== 200) return problem(refusalOf(errors, status));
  if (!isObject(body)) return { kind: 'AGAIN', afterMs: null, isUnknown: true, why: 'Shopify answered no JSON' };
  const codes = errors.map(({ extensions }) => extensions?.code);
  if (codes.includes('THROTTLED')) return { kind: 'THROTTLED' };
  if (codes.includes('INTERNAL_SERVER_ERROR')) {
    return { kind: 'AGAIN', afterMs: null, isUnknown: true, why: 'Shopify met an error of its own' };
  }
  if (errors.length > 0) return problem(refusalOf(errors, status));
  return { kind: 'DONE', data: (body as AnswerBody).data };
}

/** What the answer says about the operation's cost. */
export function costOf(body: unknown): AnswerCost | null {
  if (!isObject(body)) return null;
  const cost = (body as AnswerBody).extensions?.cost;
  if (!isObject(cost) || !isObject(cost.throttleStatus)) return null;
  const { maximumAvailable, currentlyAvailable, restoreRate } = cost.throttleStatus;
  const numbers = [cost.requestedQueryCost, maximumAvailable, currentlyAvailable, restoreRate].map(Number);
  if (!numbers.every(Number.isFinite)) return null;
  const [requested = 0, maximum = 0, available = 0, rate = 0] = numbers;
  return { requested, status: { maximumAvailable: maximum, currentlyAvailable: available, restoreRate: rate } };
}

function refusalOf(errors: readonly AnswerError[], status: number): AdminApiProblem {
  const denied = errors.find(({ extensions }) => extensions?.code === 'ACCESS_DENIED');
  const scope = scopeIn(denied?.extensions?.requiredAccess) ?? scopeIn((denied ?? errors[0])?.message);
  if (denied !== undefined || (status === 403 && scope !== null)) {
    return new AdminApiProblem('SCOPE_MISSING', `The shop has not granted ${scope ?? 'a scope that this needs'}.`);
  }
  const said = errors.map((error) => sayable(error)).join(' ');
  return new AdminApiProblem('REFUSED', `Shopify refused the operation (${status}). ${said}`.trim());
}

/** Shopify says "`read_orders` access scope", or "requires merchant approval for read_orders scope". */
function scopeIn(text: unknown): string | null {
  return /\b(?:unauthenticated_)?(?:read|write)_[a-z_]+\b/.exec(String(text ?? ''))?.[0] ?? null;
}

/** Shopify's words without what they quote: addresses, values, tokens. */
function sayable({ message, extensions }: AnswerError): string {
  const code = typeof extensions?.code === 'string' ? `${extensions.code}: ` : '';
  return `${code}${describeFault(new Error(String(message ?? ''))).message}`;
}

/** `errors` is a list, or with a status of 400 and above a text. */
function errorsOf(body: unknown): readonly AnswerError[] {
  if (!isObject(body)) return [];
  const { errors } = body as AnswerBody;
  if (Array.isArray(errors)) return errors.filter(isObject);
  return errors === undefined ? [] : [{ message: typeof errors === 'string' ? errors : JSON.stringify(errors) }];
}

function problem(thrown: AdminApiProblem): AdminOutcome {
  return { kind: 'PROBLEM', problem: thrown };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
