import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { type RunningProgram, runProgram } from './child-process.ts';

/** As `pnpm start` starts it. */
const NODE_FLAGS = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** The built server with its worker, in one process, or several with `API_PROCESSES`, that can be killed and started again at the same address. */
export class ServerProcess {
  readonly url: string;
  readonly #env: Readonly<Record<string, string>>;
  #program: RunningProgram | null = null;
  #earlier = '';

  /** `env` must hold `PORT`. */
  constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
    this.url = `http://127.0.0.1:${env.PORT}`;
  }

  /** What all of its lives have printed. */
  get output(): string {
    return this.#earlier + (this.#program?.output() ?? '');
  }

  /** Of the process that runs now; undefined between two lives. */
  get pid(): number | undefined {
    return this.#program?.child.pid;
  }

  /** Of the processes that serve for it, where it has several. */
  async forks(): Promise<number[]> {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
    const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/));
    const own = lines.filter(
      ([, parent, ...words]) => Number(parent) === this.pid && words.join(' ').includes('server.js'),
    );
    return own.map(([pid]) => Number(pid));
  }

  /** Begins to start it, and does not wait until it serves. */
  launch(): void {
    this.#program = runProgram([...NODE_FLAGS, 'api/dist/server.js'], this.#env);
  }

  /** Starts it and waits until it can serve. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#program = runProgram([...NODE_FLAGS, 'api/dist/server.js'], { ...this.#env, ...env });
    await this.ready();
  }

  /** Waits until it can serve; throws with what it printed when it ends before. */
  async ready(): Promise<void> {
    let hasEnded = false;
    const program = this.#program;
    void program?.ended.then(() => {
      hasEnded = true;
    });
    for (let tries = 0; tries < MOST_TRIES && !hasEnded; tries += 1) {
      if (await answers(`${this.url}/readyz`)) return;
      await wait(POLL_MS);
    }
    throw new Error(`The server did not become ready:\n${program?.output()}`);
  }

  /** Ends it on the spot, wherever it is, as a machine does that loses its power. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end, and waits until it has. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const program = this.#program;
    if (program === null) return;
    program.child.kill(signal);
    await program.ended;
    this.#earlier += program.output();
    this.#program = null;
  }
}

const POLL_MS = 50;
const MOST_TRIES = 2_400;

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    // Nobody listens yet: that is what we are waiting for to change.
    return false;
  }
}
