import { beforeAll, beforeEach, expect } from 'vitest';
import type { Database } from '../src/platform/database/database.ts';
import { type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { leave } from '../src/stand-in/vendor-people.ts';
import type { BatchRunner } from '../src/sync/worker/batch-runner.ts';
import { testDatabase } from './database.ts';
import { batchRunner, makeDue, receiptsOf, runBatch, type SyncScene, signUp } from './sync-scene.ts';

/** For calls that hang, so that nobody waits long for their end. Milliseconds. */
const HASTE_MS = 400;

/** A database, a stand-in and a worker's step for a test file. */
export class SyncStage {
  database!: Database;
  standIn!: TestStandIn;
  runner!: BatchRunner;
  #hasty!: BatchRunner;
  #addresses = 0;

  /** Runs the next batch of the scene, once the vendors did what they had accepted. */
  run(scene: SyncScene): Promise<void> {
    this.standIn.world.settle();
    return runBatch(this.runner, scene);
  }

  /** The same, by a worker that does not wait long for an answer. */
  runHastily(scene: SyncScene): Promise<void> {
    return runBatch(this.#hasty, scene);
  }

  /** Whatever waits for its time is due, and runs. */
  async runDue(scene: SyncScene): Promise<void> {
    await makeDue(this.database, scene);
    await this.run(scene);
  }

  /** As the merchant's hand puts receipts back. */
  async sendAgain(scene: SyncScene): Promise<void> {
    await this.database.prisma.$executeRaw`
      UPDATE "Receipt" SET state = 'WAITING', "dueAt" = statement_timestamp() - interval '1 second' WHERE shop = ${scene.shop}`;
    await this.run(scene);
  }

  /** As after a vendor's recovery and the merchant's repair. */
  async recover(scene: SyncScene): Promise<void> {
    this.standIn.world.faults.clear();
    const repaired = { problem: null, failures: 0 };
    await this.database.prisma.connection.updateMany({ where: { shop: scene.shop }, data: repaired });
    for (let step = 0; step < 3; step += 1) await this.runDue(scene);
  }

  /** Somebody who signed up, was sent and was seen on the list. */
  async somebodyOnTheList(scene: SyncScene): Promise<{ email: string; ids: string[] }> {
    const email = this.anAddress();
    const ids = await signUp(this.database, scene, [{ email, ageMs: 1000 }]);
    await this.run(scene);
    await this.runDue(scene);
    expect(await receiptsOf(this.database, ids)).toMatchObject([{ state: 'ON_LIST' }]);
    this.standIn.world.seen.forget();
    return { email, ids };
  }

  /** They unsubscribe by the link of a mail. */
  leaves({ vendor, accountId }: SyncScene, email: string): void {
    expect(leave(this.standIn.world, { vendor, accountId, email })).toBe(true);
  }

  /** Of nobody else in this file. */
  anAddress(): string {
    this.#addresses += 1;
    return `person-${this.#addresses}@example.com`;
  }

  async open(): Promise<void> {
    this.database = await testDatabase();
    this.standIn = await testStandIn();
    this.runner = batchRunner(this.database, this.standIn);
    this.#hasty = batchRunner(this.database, this.standIn, HASTE_MS);
  }
}

/** The stage of a test file; faults are off before each test, and what the stand-in saw is forgotten. */
export function syncStage(): SyncStage {
  const stage = new SyncStage();
  beforeAll(() => stage.open());
  beforeEach(() => {
    stage.standIn.world.faults.clear();
    stage.standIn.world.seen.forget();
  });
  return stage;
}
