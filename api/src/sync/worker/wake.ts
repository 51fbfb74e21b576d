import { setTimeout as pause } from 'node:timers/promises';
import type { PrismaClient } from '../../../../prisma/client/client.ts';

/** The channel on which workers are told that sign-ups were kept. */
export const SIGNUP_CHANNEL = 'signup';
const AT_MOST_EVERY_MS = 200;

/**
 * Tells every worker that sign-ups were kept, at most five times a second for a process. Nobody waits for it: a call that gets lost costs
 * the seconds until the worker looks by itself.
 */
export function createSignupCall(prisma: PrismaClient): () => void {
  let isCalling = false;
  let isWanted = false;
  return async function call(): Promise<void> {
    isWanted = true;
    if (isCalling) return;
    isCalling = true;
    while (isWanted) {
      isWanted = false;
      // A database that is away now is noticed and told by all who need it; a call that fails with it is only one that got lost.
      await prisma.$executeRaw`SELECT pg_notify(${SIGNUP_CHANNEL}, '')`.catch(() => 0);
      await pause(AT_MOST_EVERY_MS, undefined, { ref: false });
    }
    isCalling = false;
  };
}
