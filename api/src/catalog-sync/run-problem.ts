import { AdminApiProblem, type AdminApiProblemKind } from '../shopify/admin-api.ts';
import type { ExportRefusal } from './export.operation.ts';
import { ExportFileProblem } from './export-file.ts';

/** Why a run does not go on: another export is under way, this one came to nothing, or the app may not read products. */
export type RunProblemKind = 'BUSY' | 'DENIED' | 'EXPORT_FAILED';

/** A run does not go on. */
export class RunProblem extends Error {
  readonly kind: RunProblemKind;

  constructor(kind: RunProblemKind, message: string) {
    super(message);
    this.kind = kind;
  }

  /** Shopify does not begin an export. */
  static ofRefusal({ code, message }: ExportRefusal): RunProblem {
    const isBusy = code === 'OPERATION_IN_PROGRESS' || code === 'LIMIT_REACHED';
    return new RunProblem(isBusy ? 'BUSY' : 'EXPORT_FAILED', message);
  }
}

/** What comes of a failed step. */
export interface Setback {
  /** For the merchant. */
  readonly problem: string;
  /** Nothing more before the coming night. */
  readonly isFinal: boolean;
  readonly dueInS: number;
  /** Whether a new export is needed. */
  readonly isAnew: boolean;
}

const PAUSES_S = [15, 30, 60, 120, 300, 600];
/** Attempts in a row, over about two hours. */
const MOST_FAILURES = 15;

const OF_ADMIN_API: Readonly<Record<AdminApiProblemKind, string>> = {
  NOT_INSTALLED: 'Shopify does not let the app in. Open the app in Shopify again.',
  SCOPE_MISSING: 'The app may not read products. Open the app in Shopify and grant it.',
  REFUSED: 'Shopify refused to read the catalog.',
  THROTTLED: "The store's allowance at Shopify is used up for now.",
  UNREACHABLE: 'Shopify could not be reached.',
};
const FINAL: readonly AdminApiProblemKind[] = ['NOT_INSTALLED', 'SCOPE_MISSING', 'REFUSED'];

/** What comes of a step that failed, after so many that failed before it in a row. Pure. */
export function setbackAfter(error: unknown, failures: number): Setback {
  const { problem, isFinal, isAnew } = judge(error);
  const dueInS = PAUSES_S[Math.min(failures, PAUSES_S.length - 1)] ?? 0;
  return { problem, isAnew, dueInS, isFinal: isFinal || failures + 1 >= MOST_FAILURES };
}

function judge(error: unknown): Omit<Setback, 'dueInS'> {
  if (error instanceof AdminApiProblem) {
    return { problem: OF_ADMIN_API[error.kind], isFinal: FINAL.includes(error.kind), isAnew: false };
  }
  if (error instanceof ExportFileProblem) {
    return { problem: "Shopify's file could not be read to its end.", isFinal: false, isAnew: false };
  }
  if (!(error instanceof RunProblem)) {
    return { problem: 'The catalog could not be written.', isFinal: false, isAnew: true };
  }
  const words: Record<RunProblemKind, string> = {
    BUSY: 'Shopify is busy with another export of this store.',
    DENIED: OF_ADMIN_API.SCOPE_MISSING,
    EXPORT_FAILED: "Shopify's export did not come to its end.",
  };
  return { problem: words[error.kind], isFinal: error.kind === 'DENIED', isAnew: true };
}
