import { setTimeout as pause } from 'node:timers/promises';
import { isUnavailable } from '../../platform/unavailable.ts';

const TRIES = 10;
const PAUSE_MS = 1_000;

/** Does `write` again while the database is away: what a vendor has answered must not be forgotten for a restart's sake. */
export async function persist<Result>(write: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (fault) {
      if (tries === TRIES || !isUnavailable(fault)) throw fault;
      await pause(PAUSE_MS);
    }
  }
}
