import type { FastifyInstance } from 'fastify';
import type { AppParts, Services } from './app.ts';
import { createHttpServer } from './platform/http/http-server.ts';
import { Rounds } from './platform/rounds.ts';
import { Attempts } from './sync/attempt/attempts.ts';
import { Erasures } from './sync/erasure/erasures.ts';
import { PlanStore } from './sync/plan/plan.store.ts';
import { Planner } from './sync/plan/planner.ts';
import { DueStore } from './sync/receipts/due.store.ts';
import { ReceiptStore } from './sync/receipts/receipt.store.ts';
import { SettlementStore } from './sync/receipts/settlement.store.ts';
import { BatchRunner } from './sync/worker/batch-runner.ts';
import { BatchTurns } from './sync/worker/batch-turns.ts';
import { SyncWorker } from './sync/worker/sync-worker.ts';
import { SIGNUP_CHANNEL } from './sync/worker/wake.ts';

/** What brings sign-ups to their destinations, in this process, and does everything else that no request waits for. */
export interface Worker {
  /** Begins; comes back once it listens for sign-ups. */
  start(): Promise<void>;
  /** Begins nothing new, lets what runs end for so many milliseconds, and leaves the rest to other workers. To be called before the database closes. */
  stop(graceMs: number): Promise<void>;
}

/** Builds a worker; it does nothing before it is started. */
export function createWorker(
  { database, logger }: Pick<AppParts, 'database' | 'logger'>,
  { syncRooms, seal, rounds: due, notices }: Services,
): Worker {
  const { prisma } = database;
  const { destinations, connectionReader: connections, health, guard } = syncRooms;
  const erasures = new Erasures({ ...{ connections, health, destinations, seal, logger }, store: syncRooms.erasures });
  const batches = new BatchRunner({
    ...{ connections, health, logger, attempts: new Attempts(destinations) },
    turns: new BatchTurns(prisma, logger),
    receipts: new ReceiptStore(prisma),
    settlements: new SettlementStore(prisma),
    batchSizes: { KLAVIYO: destinations.KLAVIYO.batchSize, OMNISEND: destinations.OMNISEND.batchSize },
  });
  const worker = new SyncWorker({
    ...{ batches, logger, isHeld: () => guard.isHeld() },
    chores: { erasures: () => erasures.runDue() },
    planner: new Planner(new PlanStore(prisma)),
    due: new DueStore(prisma),
  });
  const rounds = new Rounds(due, logger);
  notices.hear(SIGNUP_CHANNEL, { onNotice: () => worker.wake(), onGap: () => worker.wake() });
  return {
    async start() {
      worker.start();
      rounds.start();
      await notices.start();
    },
    async stop(graceMs) {
      await Promise.all([worker.stop(graceMs), rounds.stop(graceMs)]);
    },
  };
}

/** The server of a process that is a worker alone: it answers only whether it lives and is ready. */
export async function createWorkerHttp(
  { config, database, logger }: AppParts,
  { notices }: Services,
): Promise<FastifyInstance> {
  const { limits, trustedProxies } = config;
  const http = await createHttpServer({
    ...{ logger, trustedProxies, https: false },
    bodyBytes: limits.publicBodyBytes,
    requestTimeoutMs: limits.requestTimeoutMs,
    headersTimeoutMs: limits.headersTimeoutMs,
    checks: { database: () => database.isReachable() },
  });
  return http.addHook('onClose', () => notices.stop());
}
