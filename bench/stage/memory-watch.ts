import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { slopeOf } from '../statistics.ts';

const EVERY_MS = 250;

/** How much memory a process had, in megabytes of resident set. */
export interface Memory {
  readonly start: number;
  readonly peak: number;
  readonly end: number;
  /** How much more it has after each minute, by a straight line through what was seen after the first quarter. */
  readonly perMinute: number;
}

/** Watches a process's memory until it is told to stop. `pidOf` is asked each time, since a server may be killed and start anew. */
export function watchMemory(pidOf: () => number | undefined): { stop(): Promise<Memory> } {
  const samples: number[] = [];
  const began = performance.now();
  const minutes: number[] = [];
  const look = async () => {
    const megabytes = await residentOf(pidOf());
    if (megabytes === null) return;
    samples.push(megabytes);
    minutes.push((performance.now() - began) / 60_000);
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await look();
      const from = Math.floor(samples.length / 4);
      const perMinute = slopeOf(minutes.slice(from), samples.slice(from));
      return {
        start: samples[0] ?? 0,
        peak: samples.reduce((most, one) => Math.max(most, one), 0),
        end: samples.at(-1) ?? 0,
        perMinute,
      };
    },
  };
}

/** Null: there is no such process now. */
async function residentOf(pid: number | undefined): Promise<number | null> {
  if (pid === undefined) return null;
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
    return Math.round(Number(stdout.trim()) / 1024);
  } catch {
    // It ended between the question and the answer: that is no sample.
    return null;
  }
}
