import type pg from 'pg';
import { OverloadError } from '../unavailable.ts';

/** A statement that is sent again and again with other values: each connection has PostgreSQL plan it once, under this name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A transaction whose statements are sent without waiting for the answers to those before; PostgreSQL keeps their order. */
export interface PipelinedTransaction {
  /** Sends a statement and gives its rows, once the statements before it are done too. */
  ask<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** Sends a statement whose answer nobody waits for: if it fails, the transaction does. */
  tell(statement: Statement, values: readonly unknown[]): void;
}

/** So long a transaction waits for a lock that another one holds; then it fails as one that met an unavailable database. */
const LOCK_WITHIN_MS = 1_500;
/** What is not ready to commit after so long is given up. */
const READY_WITHIN_MS = 2_500;

/**
 * Connections for transactions that hold what many wait for, such as a row's lock: a transaction takes as many round trips as there are
 * answers that it waits for, and one with the commit, however many statements it has.
 */
export class Pipeline {
  readonly #pool: pg.Pool;

  /** The pool's connections have `pipeline` set, and nobody else uses them. */
  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Gives what the work gives once all that it sent has committed. Whatever fails, all of it has failed. */
  async transact<Result>(work: (transaction: PipelinedTransaction) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    try {
      const result = await within(client, work);
      client.release();
      return result;
    } catch (error) {
      // What was sent after the failure is on its way still, and a name may stand for a statement that PostgreSQL refused.
      client.release(true);
      throw error;
    }
  }
}

async function within<Result>(
  client: pg.PoolClient,
  work: (transaction: PipelinedTransaction) => Promise<Result>,
): Promise<Result> {
  const sent: Promise<unknown>[] = [];
  const send = (query: pg.QueryConfig) => {
    const answer = client.query(query);
    // All of them are awaited at the end; one that fails before must not count as unhandled.
    answer.catch(() => {});
    sent.push(answer);
    return answer;
  };
  send({ text: `BEGIN; SET LOCAL lock_timeout = ${LOCK_WITHIN_MS}` });
  const asked = work({
    ask: async <Row extends object>(statement: Statement, values: readonly unknown[]) =>
      (await send({ ...statement, values: [...values] })).rows as Row[],
    tell: (statement, values) => void send({ ...statement, values: [...values] }),
  });
  const result = await inTime(asked);
  send({ text: 'COMMIT' });
  await Promise.all(sent);
  return result;
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new OverloadError()), READY_WITHIN_MS);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
