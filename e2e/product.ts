import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..');

/** Names the folder that holds all data of a test run, so that its end can remove them together. */
export const SCRATCH_VARIABLE = 'VIP_E2E_SCRATCH';

/** Names the data folder of a product that was started once and stopped, for those to begin from that are not about a first start. */
export const BEGUN_VARIABLE = 'VIP_E2E_BEGUN';

/** A first start initialises PostgreSQL and may build; a machine under load takes its time. */
const READY_MS = 120_000;
const EXIT_MS = 60_000;
const POLL_MS = 100;

/** The product as a process of its own, as `pnpm start` runs it. */
export interface Product {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** What it has printed so far, both streams. */
  output(): string;
  /** Sends the signal and answers the exit code; null when the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** How a run is set up; what is not given is fresh: a folder of its own, a free port. */
export interface ProductSettings {
  dataDir?: string;
  port?: number;
  /** The project's folder, where it is not this one. */
  root?: string;
  env?: Record<string, string>;
}

/** Starts the product and waits until it can serve; throws with its output when it ends before. */
export async function startProduct(settings: ProductSettings = {}): Promise<Product> {
  const run = await launch(settings);
  const url = `http://127.0.0.1:${run.port}`;
  await ready(run, url);
  return {
    url,
    port: run.port,
    dataDir: run.dataDir,
    pid: run.child.pid ?? 0,
    output: run.output,
    stop: async (signal = 'SIGTERM') => {
      run.child.kill(signal);
      return run.exited;
    },
  };
}

/** Starts the product where it should refuse, and answers how it ended. A start that succeeds is a failure here. */
export async function startRefused(settings: ProductSettings): Promise<{ code: number | null; output: string }> {
  const run = await launch(settings);
  const code = await Promise.race([run.exited, wait(EXIT_MS, 'running' as const, { ref: false })]);
  if (code !== 'running') return { code, output: run.output() };
  run.child.kill('SIGTERM');
  await run.exited;
  throw new Error(`The product started where it should have refused:\n${run.output()}`);
}

/** A folder of its own for the data of one run. */
export function freshDataDir(): Promise<string> {
  return mkdtemp(join(process.env[SCRATCH_VARIABLE] ?? tmpdir(), 'vip-e2e-'));
}

/** A folder of its own as a first start leaves it, where `BEGUN_VARIABLE` names one; an empty one otherwise. */
export async function begunDataDir(): Promise<string> {
  const [dataDir, begun] = [await freshDataDir(), process.env[BEGUN_VARIABLE]];
  // Not by Node's own: PostgreSQL wants its folder owned and closed as it left it.
  if (begun) await promisify(execFile)('cp', ['-a', `${begun}/.`, dataDir]);
  return dataDir;
}

/** Below those that systems give to connections by themselves: from there a port may be taken before the product has come to it. */
const PORTS = { first: 20_000, count: 12_000 };

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
  return (await isFree(port)) ? port : freePort();
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
  });
  if (isListening) await new Promise((resolve) => server.close(resolve));
  return isListening;
}

interface Run {
  child: ChildProcess;
  port: number;
  dataDir: string;
  output(): string;
  exited: Promise<number | null>;
}

async function launch({ dataDir, port, root = ROOT, env = {} }: ProductSettings): Promise<Run> {
  const run = { dataDir: dataDir ?? (await freshDataDir()), port: port ?? (await freePort()) };
  const child = spawn(process.execPath, [join(root, 'api', 'start.ts')], {
    cwd: root,
    env: { ...inherited(), PORT: String(run.port), DATA_DIR: run.dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { ...run, child, exited, output: () => printed.join('') };
}

/** The environment of a person's terminal: what vitest sets for itself is not part of it. */
function inherited(): NodeJS.ProcessEnv {
  const { NODE_ENV, VITEST, DATABASE_URL, NODE_OPTIONS, ...rest } = process.env;
  return rest;
}

async function ready(run: Run, url: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  let ended = false;
  void run.exited.then(() => {
    ended = true;
  });
  while (!ended && Date.now() < deadline) {
    if (await answers(`${url}/readyz`)) return;
    await wait(POLL_MS);
  }
  run.child.kill('SIGKILL');
  throw new Error(`The product did not become ready:\n${run.output()}`);
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    // Nobody listens yet: that is what we are waiting for to change.
    return false;
  }
}
