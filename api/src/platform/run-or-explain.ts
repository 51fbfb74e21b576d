import { StartError } from './start-error.ts';

/**
 * Runs a command of the terminal. A `StartError` is told in its one sentence, anything else with its stack, since it is a fault of ours; both
 * end the process with exit code 1.
 */
export async function runOrExplain(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    // Not `exitCode`: a handle that the failed start left open must not keep the process alive.
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (error instanceof StartError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
