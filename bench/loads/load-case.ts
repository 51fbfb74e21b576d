import type { CrashServer } from '../../api/crash-server.ts';
import type { Told } from '../drop/agreement.ts';
import type { LoadPlan, LoadResult } from '../load/load.ts';
import type { ServerProcess } from '../stage/server-process.ts';

/** Where a load meets the server: a campaign of its own, so that its numbers are. */
export interface LoadScene {
  readonly server: ServerProcess;
  readonly database: CrashServer;
  /** Lets visitors come as the plan says; what they are told is held against the database in the end. */
  load(plan: Pick<LoadPlan, 'steps' | 'rate' | 'seconds'> & Partial<LoadPlan>): Promise<LoadResult>;
}

/** One load of the list, such as L-02. */
export interface LoadCase {
  readonly name: string;
  readonly about: string;
  run(scene: LoadScene): Promise<LoadFindings>;
}

/** How it went. */
export interface LoadFindings {
  readonly result: LoadResult;
  /** What else was measured, in words. */
  readonly besides?: string;
  /** What does not hold, in sentences. */
  readonly problems: readonly string[];
}

/** Right answers of all kinds. */
export function rightAnswers(told: Told): number {
  return Object.values(told).reduce((sum, count) => sum + count, 0);
}

/** A sentence where a figure is beyond what it may be at most. */
export function atMost(what: string, is: number, most: number): string[] {
  return is <= most ? [] : [`${what}: ${Math.round(is * 10) / 10}, not ${most} at most`];
}

/** A sentence where a figure is below what it must be at least. */
export function atLeast(what: string, is: number, least: number): string[] {
  return is >= least ? [] : [`${what}: ${Math.round(is * 10) / 10}, not ${Math.round(least * 10) / 10} at least`];
}

/** Answers that were neither right nor a 503 with a time to come again. */
export function wrongAnswers({ wrong }: LoadResult): string[] {
  return Object.entries(wrong).map(([what, count]) => `${count} × ${what}`);
}
