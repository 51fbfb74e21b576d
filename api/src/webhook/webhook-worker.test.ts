import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import pino from 'pino';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import type { Database } from '../platform/database/database.ts';
import { Rounds } from '../platform/rounds.ts';
import { createSeal } from '../platform/seal.ts';
import { WebhookEventStore } from './webhook-event.store.ts';
import type { WebhookEvent, WebhookHandler, WebhookHandlers } from './webhook-event.ts';
import { WebhookWorker } from './webhook-worker.ts';

const DAY = 86_400_000;
const TOPIC = 'products/update';
const [NORTH, SOUTH] = ['north.myshopify.com', 'south.myshopify.com'];

let database: Database;
let events: WebhookEventStore;
let seen: WebhookEvent[];
let logged: string;

beforeAll(async () => {
  database = await testDatabase();
  events = new WebhookEventStore(database.prisma, createSeal(new Uint8Array(32).fill(5)));
});

beforeEach(async () => {
  await database.prisma.webhookEvent.deleteMany();
  seen = [];
  logged = '';
});

const note: WebhookHandler = async (event) => seen.push(event);

function workerFor(handlers: WebhookHandlers, isInstalled = true): WebhookWorker {
  const log = new Writable({
    write(line, _encoding, done) {
      logged += line;
      done();
    },
  });
  return new WebhookWorker({ events, handlers, logger: pino(log), isInstalled: async () => isInstalled });
}

async function keep(shop = NORTH, body = '{}', topic: string = TOPIC): Promise<string> {
  const eventId = randomUUID();
  await events.keep({ shop, topic, eventId, triggeredAt: new Date() }, body);
  return eventId;
}

const rows = () => database.prisma.webhookEvent.findMany({ orderBy: { receivedAt: 'asc' } });
const makeDue = () => database.prisma.webhookEvent.updateMany({ data: { dueAt: new Date(0) } });

test('ids of 64 bits and prices come to the handlers digit for digit', async () => {
  await keep(
    NORTH,
    '{"id":9223372036854775807,"variants":[{"id":408372092144951419,"price":10.50,"taxable":true,"sku":null}]}',
  );
  await workerFor({ [TOPIC]: [note] }).run();
  expect(seen[0]?.payload).toEqual({
    id: '9223372036854775807',
    variants: [{ id: '408372092144951419', price: '10.50', taxable: true, sku: null }],
  });
});

test('each handler of a topic is called, also beside one that fails', async () => {
  await keep();
  const fails: WebhookHandler = async () => {
    throw new Error('not now');
  };
  await workerFor({ [TOPIC]: [fails, note] }).run();
  expect(seen).toHaveLength(1);
});

test('several workers share the events, and each event is worked off once', async () => {
  for (let count = 0; count < 40; count += 1) await keep(count % 2 ? NORTH : SOUTH);
  await Promise.all([1, 2, 3].map(() => workerFor({ [TOPIC]: [note] }).run()));
  expect(new Set(seen.map(({ eventId }) => eventId)).size).toBe(40);
  expect(seen).toHaveLength(40);
  expect(await database.prisma.webhookEvent.count({ where: { doneAt: null } })).toBe(0);
});

test('what a worker had when it was killed is worked off once its lease is over', async () => {
  await keep();
  await events.claim({ most: 1, perShop: 1, without: [] });
  const worker = workerFor({ [TOPIC]: [note] });
  await worker.run();
  expect(seen).toEqual([]);
  await database.prisma.webhookEvent.updateMany({ data: { leasedUntil: new Date(0) } });
  await worker.run();
  expect(seen).toHaveLength(1);
});

test('who lost a lease meanwhile does not undo what its successor did', async () => {
  await keep();
  const [lost] = await events.claim({ most: 1, perShop: 1, without: [] });
  await database.prisma.webhookEvent.updateMany({ data: { leasedUntil: new Date(0) } });
  await workerFor({ [TOPIC]: [note] }).run();
  if (lost) await events.failed(lost, 0);
  expect(await rows()).toMatchObject([{ doneAt: expect.any(Date), dueAt: null, failingSince: null }]);
});

describe('a handler that fails', () => {
  const fails: WebhookHandler = async ({ shop }) => {
    if (shop === NORTH) throw new Error('Nothing came of "408372092144951419", ada@example.com');
  };

  test('is called again after a while, and holds up no other shop', async () => {
    await keep(NORTH);
    await keep(SOUTH);
    const worker = workerFor({ [TOPIC]: [fails, note] });
    await worker.run();
    expect(await rows()).toMatchObject([
      { shop: NORTH, attempts: 1, doneAt: null, failingSince: expect.any(Date), leasedUntil: null },
      { shop: SOUTH, attempts: 1, doneAt: expect.any(Date) },
    ]);
    const [failed] = await rows();
    expect(failed?.dueAt?.getTime()).toBeGreaterThan(failed?.failingSince?.getTime() ?? 0);
    await worker.run();
    expect(seen).toHaveLength(2);
    await makeDue();
    await worker.run();
    expect(seen).toHaveLength(3);
  });

  test('for three days leaves its event parked, not lost, and the log says so without naming anybody', async () => {
    await keep(NORTH);
    await database.prisma.webhookEvent.updateMany({ data: { failingSince: new Date(Date.now() - 3 * DAY - 1_000) } });
    await workerFor({ [TOPIC]: [fails] }).run();
    expect(await rows()).toMatchObject([{ dueAt: null, doneAt: null, sealedPayload: expect.anything() }]);
    expect(logged).toContain('parked');
    expect(logged).not.toMatch(/ada@example|408372092144951419/);
  });
});

test('a shop whose handlers hang keeps nobody else waiting, however much it has to say', async () => {
  let release = () => {};
  const hung = new Promise<void>((resolve) => {
    release = resolve;
  });
  const hangs: WebhookHandler = async ({ shop }) => (shop === NORTH ? hung : undefined);
  for (let count = 0; count < 30; count += 1) await keep(NORTH);
  const worker = workerFor({ [TOPIC]: [hangs] });
  const run = worker.run();
  await vi.waitUntil(() => database.prisma.webhookEvent.count({ where: { lease: { not: null } } }));
  for (let count = 0; count < 5; count += 1) await keep(SOUTH);
  await expect
    .poll(() => database.prisma.webhookEvent.count({ where: { shop: SOUTH, doneAt: null } }), { timeout: 10_000 })
    .toBe(0);
  expect(await database.prisma.webhookEvent.count({ where: { doneAt: null } })).toBe(30);
  release();
  await run;
  expect(await database.prisma.webhookEvent.count({ where: { doneAt: null } })).toBe(0);
});

test('a process that is to end begins nothing more', async () => {
  await keep();
  await workerFor({ [TOPIC]: [note] }).run(AbortSignal.abort());
  expect(seen).toEqual([]);
});

test('an event is worked off at once in the process that took it in', async () => {
  const worker = workerFor({ [TOPIC]: [note] });
  const round = {
    ...{ name: worker.name, everyMs: 3_600_000 },
    run: (stopping: AbortSignal) => worker.run(stopping),
    onWake: (look: () => void) => worker.onWake(look),
  };
  const rounds = new Rounds([round], pino({ enabled: false }));
  onTestFinished(() => rounds.stop(10_000));
  const looked = vi.spyOn(events, 'claim');
  rounds.start();
  await vi.waitUntil(() => looked.mock.settledResults.length > 0);
  await keep();
  worker.wake();
  await expect.poll(() => seen.length).toBe(1);
});

test.each(['', 'no JSON', '[1]', '"marker-of-a-body"', '{"a":'])(
  'a body that is no JSON object is parked at once, and the log does not quote it: %j',
  async (body) => {
    await keep(NORTH, body);
    await workerFor({ [TOPIC]: [note] }).run();
    expect(seen).toEqual([]);
    expect(await rows()).toMatchObject([{ dueAt: null, doneAt: null, attempts: 1 }]);
    expect(logged).not.toContain('marker-of-a-body');
  },
);

test('of a shop that left only what concerns its leaving and its people is worked off', async () => {
  for (const topic of [TOPIC, 'app/uninstalled', 'customers/redact', 'shop/redact']) await keep(NORTH, '{}', topic);
  const handlers = { [TOPIC]: [note], 'app/uninstalled': [note], 'customers/redact': [note], 'shop/redact': [note] };
  await workerFor(handlers, false).run();
  const topics = seen.map(({ topic }) => topic).toSorted();
  expect(topics).toEqual(['app/uninstalled', 'customers/redact', 'shop/redact']);
  expect(await database.prisma.webhookEvent.count({ where: { doneAt: null } })).toBe(0);
});

test('what was worked off a week ago, or parked a month ago, is forgotten; what still waits never is', async () => {
  const age = (days: number) => new Date(Date.now() - days * DAY);
  const aRow = (name: string, days: number, more: { doneAt?: Date; dueAt?: Date | null }) =>
    database.prisma.webhookEvent.create({
      data: {
        shop: NORTH,
        topic: name,
        eventId: '1',
        triggeredAt: age(days),
        receivedAt: age(days),
        dueAt: null,
        ...more,
      },
    });
  await aRow('done long ago', 8, { doneAt: age(8) });
  await aRow('done lately', 6, { doneAt: age(6) });
  await aRow('parked long ago', 31, {});
  await aRow('parked lately', 29, {});
  await aRow('waits', 40, { dueAt: new Date(Date.now() + DAY) });
  await events.sweep();
  expect((await rows()).map(({ topic }) => topic).toSorted()).toEqual(['done lately', 'parked lately', 'waits']);
});
