import { execFile } from 'node:child_process';

/** A program ended with an error; `output` is what it printed. */
export class ProgramError extends Error {
  readonly output: string;
  readonly exitCode: number | null;

  constructor(program: string, exitCode: number | null, output: string) {
    super(`${program} ended with ${exitCode ?? 'no code'}: ${output}`);
    this.name = 'ProgramError';
    this.output = output;
    this.exitCode = exitCode;
  }
}

/** Runs a program to its end and gives what it printed to stdout. Throws `ProgramError`. */
export function runProgram(command: readonly string[]): Promise<string> {
  const [program = '', ...args] = command;
  return new Promise((done, fail) => {
    // English messages in plain ASCII, whatever the operator's language: some of them end up in our own sentences.
    const settings = { env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } };
    execFile(program, args, settings, (error, stdout, stderr) => {
      if (!error) return done(stdout);
      const exitCode = typeof error.code === 'number' ? error.code : null;
      fail(new ProgramError(program, exitCode, `${stdout}${stderr}`.trim() || error.message));
    });
  });
}
