import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pino from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { ConnectionReader } from '../src/connection/connection.reader.ts';
import { ConnectionHealth } from '../src/connection/connection-health.ts';
import type { Database } from '../src/platform/database/database.ts';
import { DataRequestStore } from '../src/privacy/data-request.store.ts';
import { PersonalDataService } from '../src/privacy/personal-data.service.ts';
import { signupData } from '../src/privacy/signup-data.ts';
import { ShopService } from '../src/shop/shop.service.ts';
import { SignupService } from '../src/signup/signup.service.ts';
import { profileByEmail } from '../src/stand-in/klaviyo/klaviyo-account.ts';
import { KLAVIYO_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { ErasureStore } from '../src/sync/erasure/erasure.store.ts';
import { ErasureRequests } from '../src/sync/erasure/erasure-requests.ts';
import { Erasures } from '../src/sync/erasure/erasures.ts';
import type { BatchRunner } from '../src/sync/worker/batch-runner.ts';
import { testDatabase } from './database.ts';
import {
  aScene,
  batchRunner,
  makeDue,
  runBatch,
  SCENE_SEAL,
  type SyncScene,
  sceneDestinations,
  signUp,
} from './sync-scene.ts';

/** Courses that are always among those that are tried. */
const KNOWN: Step[][] = [
  [
    ['signUp', 0],
    ['uninstall', 0],
    ['send', 0],
    ['resend', 0],
    ['install', 0],
    ['send', 0],
  ],
  [
    ['signUp', 0],
    ['send', 0],
    ['redact', 0],
    ['uninstall', 0],
    ['remove', 0],
    ['install', 0],
    ['resend', 0],
  ],
  [
    ['signUp', 0],
    ['signUp', 1],
    ['send', 0],
    ['loseKey', 0],
    ['redact', 1],
    ['remove', 0],
    ['mendKey', 0],
  ],
];
const PEOPLE = 3;
const STEPS = ['signUp', 'send', 'resend', 'redact', 'remove', 'uninstall', 'install', 'loseKey', 'mendKey'] as const;

type Step = readonly [(typeof STEPS)[number], person: number];

let database: Database;
let standIn: TestStandIn;
let runner: BatchRunner;
let erasures: Erasures;
let personalData: PersonalDataService;

beforeAll(async () => {
  database = await testDatabase();
  standIn = await testStandIn();
  const { prisma } = database;
  runner = batchRunner(database, standIn);
  erasures = new Erasures({
    store: new ErasureStore(prisma),
    connections: new ConnectionReader(prisma, SCENE_SEAL),
    health: new ConnectionHealth(prisma),
    destinations: sceneDestinations(standIn),
    seal: SCENE_SEAL,
    logger: pino({ enabled: false }),
  });
  const requests = new ErasureRequests(SCENE_SEAL);
  const signups = new SignupService(prisma, (transaction, signup) => requests.ask(transaction, signup));
  personalData = new PersonalDataService([signupData(prisma, signups)], new DataRequestStore(prisma, SCENE_SEAL));
});

/** One shop and its people, as they should be. */
class Course {
  readonly scene: SyncScene;
  readonly #run = randomUUID().slice(0, 8);
  readonly #signedUp = new Set<number>();
  readonly #redacted = new Set<number>();
  readonly #shops = new ShopService(database.prisma);
  #isInstalled = true;

  constructor(scene: SyncScene) {
    this.scene = scene;
  }

  async take([name, person]: Step): Promise<void> {
    const calls = standIn.world.seen.exchanges.length;
    const wasInstalled = this.#isInstalled;
    await this[name](person);
    standIn.world.settle();
    if (!wasInstalled) expect(standIn.world.seen.exchanges.length, 'calls for a shop that left').toBe(calls);
  }

  /** Who was forgotten stays forgotten: nobody comes back here. */
  async signUp(person: number): Promise<void> {
    if (this.#signedUp.has(person) || this.#redacted.has(person)) return;
    await signUp(database, this.scene, [{ email: this.#emailOf(person) }]);
    this.#signedUp.add(person);
  }

  async send(): Promise<void> {
    await runBatch(runner, this.scene);
  }

  async resend(): Promise<void> {
    await database.prisma.$executeRaw`
      UPDATE "Receipt" SET state = 'WAITING', "dueAt" = statement_timestamp() - interval '1 second' WHERE shop = ${this.scene.shop}`;
    await this.send();
  }

  async redact(person: number): Promise<void> {
    const shop = this.scene.shop;
    await personalData.erase({ shop, email: this.#emailOf(person).toUpperCase(), customerId: null, orderIds: [] });
    this.#signedUp.delete(person);
    this.#redacted.add(person);
  }

  /** Removals at the destinations. */
  async remove(): Promise<void> {
    await database.prisma.$executeRaw`
      UPDATE "Erasure" SET "dueAt" = statement_timestamp() - interval '1 s' WHERE "dueAt" IS NOT NULL`;
    await erasures.runDue();
  }

  async uninstall(): Promise<void> {
    await this.#shops.markUninstalled({ shop: this.scene.shop, at: new Date() });
    this.#isInstalled = false;
  }

  async install(): Promise<void> {
    const where = { domain: this.scene.shop };
    await database.prisma.shop.update({ where, data: { installedAt: new Date(), uninstalledAt: null } });
    this.#isInstalled = true;
  }

  async loseKey(): Promise<void> {
    await this.#connection({ problem: 'KEY_REFUSED' });
  }

  async mendKey(): Promise<void> {
    await this.#connection({ problem: null });
  }

  /** Everything that waits is done. */
  async settle(): Promise<void> {
    await this.install();
    await this.mendKey();
    for (let round = 0; round < 3; round += 1) {
      await makeDue(database, this.scene);
      await this.send();
      standIn.world.settle();
      await this.remove();
      standIn.world.settle();
    }
  }

  async holds(): Promise<void> {
    const kept = await database.prisma.signup.findMany({ where: { shop: this.scene.shop }, select: { email: true } });
    const expected = [...this.#signedUp].map((person) => this.#emailOf(person)).toSorted();
    expect(kept.map(({ email }) => email).toSorted(), 'who is kept').toEqual(expected);
    const account = standIn.world.klaviyo.get(KLAVIYO_TEST.id);
    const there = Array.from({ length: PEOPLE }, (_, person) => this.#emailOf(person))
      .filter((email) => profileByEmail(account, email) !== null)
      .toSorted();
    expect(there, 'who is at Klaviyo').toEqual(expected);
  }

  #emailOf(person: number): string {
    return `person-${person}-${this.#run}@example.com`;
  }

  async #connection(data: { problem: 'KEY_REFUSED' | null }): Promise<void> {
    await database.prisma.connection.updateMany({ where: { shop: this.scene.shop }, data });
  }
}

test('in whatever order people come, are sent, and are forgotten, and the shop leaves and returns, nobody is lost, who was forgotten is nowhere, and nothing is sent for a shop that left', async () => {
  const step = fc.tuple(fc.constantFrom(...STEPS), fc.nat({ max: PEOPLE - 1 }));
  const steps = fc.array(step, { minLength: 6, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(steps, async (course) => {
      const run = new Course(await aScene(database, 'KLAVIYO'));
      for (const next of course) await run.take(next);
      await run.settle();
      await run.holds();
    }),
    { numRuns: 15, examples: KNOWN.map((course) => [course]), interruptAfterTimeLimit: 60_000 },
  );
}, 120_000);
