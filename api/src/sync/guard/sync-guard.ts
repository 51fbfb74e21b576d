import type { Prisma, PrismaClient } from '../../../../prisma/client/client.ts';
import { LIVE_IDENTITY, readServer, writeServer } from './server-identity.ts';
import type { SyncMark } from './sync-mark.ts';

/** That nothing is sent until an operator says so, and why. */
export interface Hold {
  readonly since: Date;
  readonly reason: string;
}

interface GuardRow {
  readonly live: string;
  readonly server: string | null;
  readonly heldAt: Date | null;
}

const COPY =
  'This database is not the one that sent until now: a copy, or restored from a backup. What was sent since is not known here.';
const BEHIND =
  'This database and the mark in its data folder do not belong together: one was restored. What was sent since is not known here.';

/** A mark of the same minute need not be raised again. Milliseconds. */
const RAISE_EVERY_MS = 60_000;

/** Keeps a restored database from sending what was sent before, and from subscribing again whoever left since. */
export class SyncGuard {
  readonly #prisma: PrismaClient;
  readonly #mark: SyncMark | null;
  #raisedAt = Number.NEGATIVE_INFINITY;

  /** `mark`: beside an embedded database, whose folder could be brought back as it was. */
  constructor(prisma: PrismaClient, mark: SyncMark | null) {
    this.#prisma = prisma;
    this.#mark = mark;
  }

  /** Asked before anything is sent. The first database that asks is the one that sends; any other is held. */
  async isHeld(): Promise<boolean> {
    const row = await this.#read();
    if (row.server === null) await this.#begin(row.live);
    else if (row.heldAt) return true;
    else if (readServer(row.server).identity !== row.live) return this.hold(COPY);
    if (this.#mark === null || performance.now() - this.#raisedAt < RAISE_EVERY_MS) return false;
    if (!(await this.#raise(this.#mark))) return this.hold(BEHIND);
    this.#raisedAt = performance.now();
    return false;
  }

  /** Since when and why nothing is sent; null: it is sent. */
  async heldBy(): Promise<Hold | null> {
    const row = await this.#prisma.syncGuard.findUnique({ where: { id: 1 } });
    return row?.heldAt ? { since: row.heldAt, reason: row.heldReason ?? COPY } : null;
  }

  /** Stops all sending from this database, from the next batch on. */
  async hold(reason: string): Promise<true> {
    await this.#prisma.$executeRaw`
      INSERT INTO "SyncGuard" AS known (id, server, "heldAt", "heldReason")
      VALUES (1, ${LIVE_IDENTITY}, statement_timestamp(), ${reason})
      ON CONFLICT (id) DO UPDATE SET "heldAt" = coalesce(known."heldAt", excluded."heldAt"),
        "heldReason" = coalesce(known."heldReason", excluded."heldReason")`;
    return true;
  }

  /** An operator says that this database is the one that sends from now on. */
  async release(): Promise<void> {
    const mark = this.#mark && ((await this.#mark.read()) ?? 0) + 1;
    if (mark) await this.#mark?.write(mark);
    const { live } = await this.#read();
    const server = writeServer({ identity: live, mark });
    await this.#prisma.syncGuard.upsert({
      where: { id: 1 },
      create: { id: 1, server },
      update: { server, heldAt: null, heldReason: null },
    });
  }

  async #read(): Promise<GuardRow> {
    const [row] = await this.#prisma.$queryRaw<GuardRow[]>`
      SELECT ${LIVE_IDENTITY} AS live, g.server, g."heldAt" FROM (VALUES (1)) AS one (id)
        LEFT JOIN "SyncGuard" g ON g.id = one.id`;
    if (!row) throw new Error('One row was asked for, and none came.');
    return row;
  }

  /** Of several processes that start at once, one writes it. */
  async #begin(identity: string): Promise<void> {
    await this.#prisma.$executeRaw`
      INSERT INTO "SyncGuard" (id, server) VALUES (1, ${identity}) ON CONFLICT DO NOTHING`;
  }

  /** File first, then its twin, under the row's lock. False: the file is further ahead than one step, behind, or gone. */
  #raise(mark: SyncMark): Promise<boolean> {
    return this.#prisma.$transaction(async (transaction) => {
      const known = await lockServer(transaction);
      const written = await mark.read();
      const isTwin = known.mark === null || written === known.mark || written === known.mark + 1;
      if (!isTwin) return false;
      const next = (known.mark ?? written ?? 0) + 1;
      await mark.write(next);
      const server = writeServer({ identity: known.identity, mark: next });
      await transaction.syncGuard.update({ where: { id: 1 }, data: { server } });
      return true;
    });
  }
}

/** Prisma has no word for a row's lock. */
async function lockServer(transaction: Prisma.TransactionClient) {
  const [row] = await transaction.$queryRaw<{ server: string }[]>`
    SELECT server FROM "SyncGuard" WHERE id = 1 FOR UPDATE`;
  return readServer(row?.server ?? '');
}
