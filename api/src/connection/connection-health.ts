import type { ConnectionProblem, PrismaClient } from '../../../prisma/client/client.ts';
import type { VendorProblem, VendorProblemKind } from '../integrations/vendor-problem.ts';
import type { ConnectionKey } from './connection-key.ts';

/** First wait after a failure, and the longest one, in seconds. */
const WAIT = { first: 5, longest: 3600 };

/** Problems that last until the merchant, or we, act. */
const LASTING: Partial<Record<VendorProblemKind, ConnectionProblem>> = {
  KEY_REFUSED: 'KEY_REFUSED',
  SCOPE_MISSING: 'SCOPE_MISSING',
  VERSION_RETIRED: 'VERSION_RETIRED',
};

/** Why a connection pauses at this problem; null where it does not. */
export function lastingProblem({ kind }: Pick<VendorProblem, 'kind'>): ConnectionProblem | null {
  return LASTING[kind] ?? null;
}

/** Writes down how the vendor behind a connection is doing; all times are the database's. */
export class ConnectionHealth {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** A good answer: the row of failures ends, but no pause does. `answer` in a few words, such as `202`. */
  async noteGood({ shop, id }: ConnectionKey, answer: string): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "Connection" SET failures = 0, "retryAt" = NULL,
          "problemDetail" = CASE WHEN problem IS NULL THEN NULL ELSE "problemDetail" END,
          "lastAnswerAt" = statement_timestamp(), "lastAnswer" = ${answer}
        WHERE shop = ${shop} AND id = ${id}::uuid`;
  }

  /**
   * No answer, or one that says later: nobody uses the connection before the answered time, null when the connection is gone. A wait that the
   * vendor names is kept, and is no failure; otherwise each failure doubles the most that is waited, from 5 s to an hour, and
   * chance chooses below it (full jitter), so that many connections do not come back at once.
   */
  async noteFailure({ shop, id }: ConnectionKey, problem: VendorProblem): Promise<Date | null> {
    const { kind, retryAfterMs, detail } = problem;
    const isTold = kind === 'THROTTLED' && retryAfterMs !== null;
    const told = (retryAfterMs ?? 0) / 1000;
    const [row] = await this.#prisma.$queryRaw<{ retryAt: Date }[]>`
      UPDATE "Connection" SET
          failures = failures + CASE WHEN ${isTold} THEN 0 ELSE 1 END,
          "retryAt" = statement_timestamp() + make_interval(secs => CASE WHEN ${isTold} THEN ${told}::float8 ELSE
            greatest(${told}::float8, random() * least(${WAIT.longest}::float8, ${WAIT.first}::float8 * 2 ^ least(failures, 20))) END),
          "problemDetail" = CASE WHEN problem IS NULL THEN ${detail} ELSE "problemDetail" END,
          "lastAnswerAt" = statement_timestamp(), "lastAnswer" = ${kind}
        WHERE shop = ${shop} AND id = ${id}::uuid
        RETURNING "retryAt"`;
    return row?.retryAt ?? null;
  }

  /** Nothing is sent any more until the merchant saves or tests the connection; receipts wait untouched. */
  async pause({ shop, id }: ConnectionKey, reason: ConnectionProblem, detail: string): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "Connection" SET problem = ${reason}::"ConnectionProblem", "problemDetail" = ${detail},
          "lastAnswerAt" = statement_timestamp(), "lastAnswer" = ${reason}
        WHERE shop = ${shop} AND id = ${id}::uuid`;
  }

  /** What a call came to, written where it belongs. */
  async note(connection: ConnectionKey, end: VendorProblem | 'GOOD', answer = 'OK'): Promise<void> {
    if (end === 'GOOD') return this.noteGood(connection, answer);
    const reason = lastingProblem(end);
    if (reason) return this.pause(connection, reason, end.detail);
    await this.noteFailure(connection, end);
  }
}
