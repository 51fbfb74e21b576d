import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../src/platform/database/database.ts';
import { OMNISEND_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { leave } from '../src/stand-in/vendor-people.ts';
import type { BatchRunner } from '../src/sync/worker/batch-runner.ts';
import { testDatabase } from './database.ts';
import { aScene, batchRunner, makeDue, receiptsOf, runBatch, type SyncScene, signUp } from './sync-scene.ts';

let database: Database;
let standIn: TestStandIn;
let runner: BatchRunner;

beforeAll(async () => {
  database = await testDatabase();
  standIn = await testStandIn();
  runner = batchRunner(database, standIn);
});

beforeEach(() => {
  standIn.world.faults.clear();
  standIn.world.seen.forget();
});

const MINUTE = 60_000;

test('of a crowd that waited long, who left Omnisend meanwhile stays away, and all others need no call each', async () => {
  const scene = await aScene(database, 'OMNISEND');
  const emails = await knownThere(scene, 40);
  leaveOmnisend(emails[7]);
  leaveOmnisend(emails[23]);
  const ids = await signUp(
    database,
    scene,
    emails.map((email) => ({ email, ageMs: 10 * MINUTE })),
  );
  standIn.world.seen.forget();
  await runBatch(runner, scene);

  const states = (await receiptsOf(database, ids)).map(({ state, reason }) => `${state} ${reason}`);
  expect(states.filter((state) => state === 'SKIPPED UNSUBSCRIBED')).toHaveLength(2);
  expect([states[7], states[23]]).toEqual(['SKIPPED UNSUBSCRIBED', 'SKIPPED UNSUBSCRIBED']);
  expect(states.filter((state) => state === 'ACCEPTED null')).toHaveLength(38);
  expect(standIn.world.seen.resubscribed).toEqual([]);
  expect(readingCalls()).toBe(2);
});

test('of a crowd whose sending was cut short, who left stays away and who arrived is seen, without a call each', async () => {
  const scene = await aScene(database, 'OMNISEND');
  const ids = await signUp(
    database,
    scene,
    Array.from({ length: 30 }, (_, place) => ({
      email: `cut-${scene.connectionId}-${place}@example.com`,
      ageMs: MINUTE,
    })),
  );
  // All are taken and tagged, and nobody hears of it.
  const tag = { vendor: 'omnisend', endpoint: 'POST /contacts/tags', times: 1 } as const;
  standIn.world.faults.add({ kind: 'APPLIED_THEN_RESET', ...tag });
  await runBatch(runner, scene);
  leaveOmnisend(`cut-${scene.connectionId}-4@example.com`);
  standIn.world.seen.forget();
  await makeDue(database, scene);
  // A few try first whether the vendor is back.
  await runBatch(runner, scene);
  await runBatch(runner, scene);

  const receipts = await receiptsOf(database, ids);
  expect(receipts[4]).toMatchObject({ state: 'SKIPPED', reason: 'UNSUBSCRIBED' });
  expect(receipts.filter(({ state }) => state === 'ON_LIST')).toHaveLength(29);
  expect(standIn.world.seen.resubscribed).toEqual([]);
  expect(standIn.world.seen.total('omnisend', 'WRITING')).toBe(0);
  expect(readingCalls()).toBe(4);
});

test('where Omnisend cannot tell who left, everybody of the crowd is asked for', async () => {
  const scene = await aScene(database, 'OMNISEND');
  const emails = await knownThere(scene, 12);
  leaveOmnisend(emails[3]);
  const ids = await signUp(
    database,
    scene,
    emails.map((email) => ({ email, ageMs: 10 * MINUTE })),
  );
  standIn.world.faults.add({ kind: 'STATUS', status: 400, vendor: 'omnisend', endpoint: 'GET /contacts', times: 1 });
  await runBatch(runner, scene);

  const [left, ...others] = (await receiptsOf(database, ids)).sort((a, b) => b.state.localeCompare(a.state));
  expect(left).toMatchObject({ state: 'SKIPPED', reason: 'UNSUBSCRIBED', signupId: ids[3] });
  expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['ACCEPTED']));
  expect(standIn.world.seen.resubscribed).toEqual([]);
});

/** People who are subscribed at Omnisend, without any tag of ours, since before they sign up here. */
async function knownThere(scene: SyncScene, count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, () => `known-${randomUUID().slice(0, 8)}@example.com`);
  const { key } = scene;
  for (const id of emails) {
    const channels = { email: { status: 'subscribed', statusChangedAt: new Date(Date.now() - MINUTE).toISOString() } };
    const response = await fetch(`${standIn.omnisendUrl}/contacts`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...{ authorization: `Omnisend-API-Key ${key}`, 'omnisend-version': '2026-03-15' },
      },
      body: JSON.stringify({ identifiers: [{ type: 'email', id, channels }] }),
    });
    expect(response.ok).toBe(true);
  }
  return emails;
}

function leaveOmnisend(email = ''): void {
  expect(leave(standIn.world, { vendor: 'omnisend', accountId: OMNISEND_TEST.id, email })).toBe(true);
}

function readingCalls(): number {
  const reads = standIn.world.seen.calls().filter(({ endpoint }) => endpoint === 'GET /contacts');
  return reads.reduce((sum, { calls }) => sum + calls, 0);
}
