import { runProgram } from '../stage/child-process.ts';
import type { Place, RequestKind } from './requests.ts';

/** How visitors come. */
export interface LoadPlan {
  readonly place: Place;
  /** What each of them asks, one after the other. */
  readonly steps: readonly RequestKind[];
  /** So many visitors a second come whether or not others have been answered (open loop); null: a connection's next comes when the last has its answer (closed loop). */
  readonly rate: number | null;
  /** Most connections at once. */
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** Whether who is told to come again later does so, as the widget. */
  readonly comesAgain: boolean;
}

/** What they were told; times in milliseconds, from when a visitor meant to ask. */
export interface LoadResult {
  /** Right answers of each step, warm-up included. */
  readonly told: Readonly<Partial<Record<RequestKind, number>>>;
  /** Right answers a second, after the warm-up. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly longest: number;
  /** Answered 503 with `Retry-After`. */
  readonly refused: number;
  /** Everything else that was no right answer, by what it was. */
  readonly wrong: Readonly<Record<string, number>>;
}

/** Lets the visitors come, from a process of their own. */
export async function load(plan: LoadPlan): Promise<LoadResult> {
  const program = runProgram(['bench/load/load.process.ts', JSON.stringify(plan)]);
  const code = await program.ended;
  if (code !== 0) throw new Error(`The load failed:\n${program.output()}`);
  return JSON.parse(program.output());
}
