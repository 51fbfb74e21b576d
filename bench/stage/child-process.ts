import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** None of them shall outlive who started it, however that ends. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A program of this project that runs by itself. */
export interface RunningProgram {
  readonly child: ChildProcess;
  /** What it has printed so far, both streams. */
  output(): string;
  /** Its end; null: a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts `node SCRIPT` from the project's root, in the environment of a person's terminal and `env`. */
export function runProgram(script: readonly string[], env: Readonly<Record<string, string>> = {}): RunningProgram {
  const { NODE_ENV, VITEST, DATABASE_URL, NODE_OPTIONS, ...inherited } = process.env;
  const child = spawn(process.execPath, [...script], {
    cwd: ROOT,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const forget = () => running.delete(child);
  ended.then(forget, forget);
  return { child, ended, output: () => printed.join('') };
}
