import { setTimeout as pause } from 'node:timers/promises';
import type { Prisma, PrismaClient } from '../../../../prisma/client/client.ts';
import { WaitingRoom } from '../../platform/waiting-room.ts';
import { AdminApiProblem } from '../admin-api.ts';

/** What the one who holds a shop's lock is given. */
export interface LockedTokens {
  /** The transaction that the lock ends with: what is written in it is kept when the work comes back. */
  readonly transaction: Prisma.TransactionClient;
  /** The time by the database's clock, which is one for all processes; in milliseconds since 1970. */
  readonly now: () => number;
}

/** Each waits for Shopify with a connection in hand: so many of the pool's, and no more. */
const AT_ONCE = 3;
const SEATS = 1000;
/** How long one waits for a shop's lock, and how often it looks. */
const PATIENCE_MS = 25_000;
const LOOK_EVERY_MS = 50;
/** Longer than two calls to Shopify, so that no work is cut off between Shopify's answer and its keeping. */
const WORK_MS = 30_000;

/**
 * One at a time may ask Shopify for a shop's tokens, over all processes: an advisory lock of PostgreSQL's, which a process that is
 * killed gives back at once. Nobody waits in the database for it.
 */
export class TokenLock {
  readonly #prisma: PrismaClient;
  readonly #turns = new WaitingRoom({ atOnce: AT_ONCE, seats: SEATS, patienceMs: PATIENCE_MS });

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Does the work with the shop's lock. When it throws, nothing of it is kept. Throws `AdminApiProblem` when the lock stays taken. */
  async hold<Result>(shop: string, work: (tokens: LockedTokens) => Promise<Result>): Promise<Result> {
    const endsAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const done = await this.#turns.admit(() => this.#tryToHold(shop, work));
      if (done !== null) return done.result;
      if (performance.now() > endsAt) {
        throw new AdminApiProblem('UNREACHABLE', "Another process has been renewing the shop's token for too long.");
      }
      await pause(LOOK_EVERY_MS);
    }
  }

  /** Null: somebody else has the lock. */
  #tryToHold<Result>(shop: string, work: (tokens: LockedTokens) => Promise<Result>) {
    return this.#prisma.$transaction(
      async (transaction) => {
        const lockedAt = await tryToLock(transaction, shop);
        if (lockedAt === null) return null;
        const aheadMs = lockedAt.getTime() - Date.now();
        return { result: await work({ transaction, now: () => Date.now() + aheadMs }) };
      },
      { timeout: WORK_MS, maxWait: PATIENCE_MS },
    );
  }
}

/**
 * The database's time when the lock was got, else null. Raw, because Prisma has no word for locks. The pool's limit on idle
 * transactions is for forgotten ones: this one waits for Shopify.
 */
async function tryToLock(transaction: Prisma.TransactionClient, shop: string): Promise<Date | null> {
  const [answer] = await transaction.$queryRaw<{ isLocked: boolean; now: Date }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('shopify-token:' || ${shop}, 0)) AS "isLocked",
           clock_timestamp() AS now, set_config('idle_in_transaction_session_timeout', ${String(WORK_MS)}, true)`;
  return answer?.isLocked ? answer.now : null;
}
