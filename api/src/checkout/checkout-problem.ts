import type { CheckoutProblem } from '../../../prisma/client/enums.ts';
import { AdminApiProblem } from '../shopify/admin-api.ts';

/** Shopify would not do what checkout needs. Holds Shopify's words, and nothing of a person. */
export class CheckoutRefused extends Error {
  readonly code: string | null;

  constructor({ code, message }: { readonly code?: string | null; readonly message: string }) {
    super(message);
    this.name = 'CheckoutRefused';
    this.code = code ?? null;
  }
}

/** What hinders checkout, and when it is worth trying again. */
export interface Hindrance {
  readonly problem: CheckoutProblem;
  readonly detail: string;
  readonly retryMs: number;
}

const BY_CODE: Readonly<Record<string, CheckoutProblem>> = {
  CUSTOM_APP_FUNCTION_NOT_ELIGIBLE: 'PLUS_ONLY',
  MAX_VALIDATIONS_ACTIVATED: 'TOO_MANY_VALIDATIONS',
  FUNCTION_NOT_FOUND: 'FUNCTION_MISSING',
  FUNCTION_DOES_NOT_IMPLEMENT: 'FUNCTION_MISSING',
  FUNCTION_PENDING_DELETION: 'FUNCTION_MISSING',
  PUBLIC_APP_NOT_ALLOWED: 'FUNCTION_MISSING',
};

const BY_KIND: Readonly<Record<AdminApiProblem['kind'], CheckoutProblem>> = {
  NOT_INSTALLED: 'UNREACHABLE',
  SCOPE_MISSING: 'SCOPE_MISSING',
  REFUSED: 'REFUSED',
  THROTTLED: 'UNREACHABLE',
  UNREACHABLE: 'UNREACHABLE',
};

const SOON_MS = 60_000;
/** Until then only the merchant can have changed anything. */
const LATER_MS = 15 * 60_000;

/** What an error means; null when it is none of Shopify's and must not be swallowed. */
export function hindranceOf(err: unknown): Hindrance | null {
  const problem = problemOf(err);
  if (problem === null || !(err instanceof Error)) return null;
  return { problem, detail: err.message, retryMs: problem === 'UNREACHABLE' ? SOON_MS : LATER_MS };
}

function problemOf(err: unknown): CheckoutProblem | null {
  if (err instanceof CheckoutRefused) return BY_CODE[err.code ?? ''] ?? 'REFUSED';
  return err instanceof AdminApiProblem ? BY_KIND[err.kind] : null;
}
