import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { untilSynced } from './stage/outcome.ts';
import { signUp } from './stage/sign-ups.ts';
import { openSilentDatabase, type SilentDatabase } from './stage/silent-database.ts';
import { type Stage, setStage } from './stage/stage.ts';

let stage: Stage;
let silent: SilentDatabase;
let people = 0;

beforeAll(async () => {
  stage = await setStage();
  silent = await openSilentDatabase(stage.database.url);
});

afterEach(async () => {
  await stage.vendors.clearFaults();
  const { violations, resubscribed } = await stage.vendors.state();
  expect({ violations, resubscribed }).toEqual({ violations: [], resubscribed: [] });
});

afterAll(async () => {
  await stage?.strike();
  await silent?.close();
});

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const LONG_MS = 200_000;

test('a server killed between commit and answer has kept the sign-up, and the visitor’s retry finds it', async () => {
  await stage.server.stop();
  await stage.server.start({ DATABASE_URL: silent.url });
  const email = aNewAddress();
  const swallowed = silent.swallowCommit();
  const unanswered = signUp(gate(), email);
  await swallowed;
  await stage.server.kill();
  expect(await unanswered).toBe('');
  const kept = await rowsOf(email);
  expect(kept).toHaveLength(1);

  await stage.server.start();
  expect(await signUp(gate(), email)).toBe(kept[0]?.id);
  expect(await rowsOf(email)).toEqual(kept);
  await untilSynced(stage, people, LONG_MS);
  expect(await profiles()).toEqual({ klaviyo: people, omnisend: people });
});

test('who was killed after a vendor took somebody asks before sending again, and sends once what had not been taken', async () => {
  // Klaviyo takes the subscription and says nothing; at Omnisend the contact is in, and its tag never gets there.
  const subscribe = 'POST /api/profile-subscription-bulk-create-jobs';
  const tag = 'POST /contacts/tags';
  await stage.vendors.addFault({ kind: 'APPLIED_THEN_HANG', vendor: 'klaviyo', endpoint: subscribe, times: 1 });
  await stage.vendors.addFault({ kind: 'HANG', vendor: 'omnisend', endpoint: tag, times: 1 });
  const before = { subscribe: await callsOf(subscribe), tag: await callsOf(tag) };
  const email = aNewAddress();
  await signUp(gate(), email);
  while ((await callsOf(subscribe)) === before.subscribe || (await callsOf(tag)) === before.tag) await wait(50);
  await stage.server.kill();
  expect(await receiptsOf(email)).toEqual([
    { destination: 'KLAVIYO', state: 'SENDING', attempts: 1 },
    { destination: 'OMNISEND', state: 'SENDING', attempts: 1 },
  ]);

  // Its leases would run out by themselves, in a while.
  await stage.database.ask('UPDATE "Receipt" SET "leasedUntil" = statement_timestamp() WHERE lease IS NOT NULL');
  await stage.server.start();
  await untilSynced(stage, people, LONG_MS);
  expect(await receiptsOf(email)).toEqual([
    { destination: 'KLAVIYO', state: 'ON_LIST', attempts: 1 },
    { destination: 'OMNISEND', state: 'ACCEPTED', attempts: 2 },
  ]);
  expect(await callsOf(subscribe)).toBe(before.subscribe + 1);
  expect(await profiles()).toEqual({ klaviyo: people, omnisend: people });
});

test('of hundreds who sign up with one address in many spellings there is one row, one receipt each, one answer', async () => {
  const email = aNewAddress();
  const [name = ''] = email.split('@');
  const spellings = [email, ` ${email} `, email.toUpperCase(), `${name}@EXAMPLE.com`, `${name}@ｅｘａｍｐｌｅ.com`];
  const rounds = Array.from({ length: 1000 }, (_, turn) => spellings[turn % spellings.length] ?? email);
  const answers = await Promise.all(rounds.map((spelling) => signUpPatiently(spelling)));

  expect(new Set(answers).size).toBe(1);
  await untilSynced(stage, people, LONG_MS);
  expect(await profiles()).toEqual({ klaviyo: people, omnisend: people });
  const rows = await stage.database.ask<{ id: string }>('SELECT id FROM "Signup"');
  expect(rows.filter(({ id }) => id === answers[0])).toHaveLength(1);
  expect(rows).toHaveLength(people);
});

test('no key stands in anything that was printed, answered or kept, good or refused', async () => {
  const merchant = await stage.merchant();
  const stranger = `pk_marker-${randomUUID()}`;
  const save = `mutation ($key: String) {
    connectionSave(input: { destination: KLAVIYO, key: $key }) { connection { status } userErrors { message } }
  }`;
  const answers: unknown[] = [await merchant.ask(save, { key: stranger })];
  await stage.vendors.addFault({ kind: 'STATUS', status: 401, vendor: 'omnisend', times: 1 });
  await signUp(gate(), aNewAddress());
  while ((await pausedConnections()) === 0) await wait(50);
  answers.push(await merchant.ask(EVERYTHING, { id: stage.campaignId }));

  const keys = [stage.accounts.klaviyo.key, stage.accounts.omnisend.key, stranger];
  for (const key of keys) {
    expect(JSON.stringify(answers)).not.toContain(key);
    expect(stage.server.output).not.toContain(key);
    expect(await stage.database.filesWith(key)).toBe(0);
  }
  // What does stand there is found, so that the rest was looked for rightly.
  expect(JSON.stringify(answers)).toContain('KEY_REFUSED');
  expect(await stage.database.filesWith(stage.accounts.klaviyo.audience)).toBeGreaterThan(0);
});

const EVERYTHING = `query ($id: ID!) {
  connections { id destination status problem problemDetail accountName keyEnding lastAnswer sync { total reasons { state reason count } } }
  campaign(id: $id) { sync { destination audience audienceName } }
  signups(first: 50) { nodes { receipts { state reason detail history { event detail } } } }
}`;

async function pausedConnections(): Promise<number> {
  const rows = await stage.database.ask('SELECT 1 FROM "Connection" WHERE problem IS NOT NULL');
  return rows.length;
}

function gate() {
  return { url: stage.server.url, campaignId: stage.campaignId };
}

function aNewAddress(): string {
  people += 1;
  return `person-${people}@example.com`;
}

async function signUpPatiently(email: string): Promise<string> {
  for (;;) {
    const id = await signUp(gate(), email);
    if (id !== '') return id;
    await wait(100);
  }
}

function rowsOf(email: string) {
  return stage.database.ask<{ id: string }>('SELECT id FROM "Signup" WHERE email = $1', [email]);
}

function receiptsOf(email: string) {
  return stage.database.ask<{ destination: string; state: string; attempts: number }>(
    `SELECT r.destination, r.state, r.attempts FROM "Receipt" r JOIN "Signup" s ON s.shop = r.shop AND s.id = r."signupId"
      WHERE s.email = $1 ORDER BY r.destination`,
    [email],
  );
}

async function profiles() {
  const { klaviyo, omnisend } = await stage.vendors.state();
  const { accounts } = stage;
  return {
    klaviyo: klaviyo.find(({ id }) => id === accounts.klaviyo.accountId)?.profiles,
    omnisend: omnisend.find(({ id }) => id === accounts.omnisend.accountId)?.contacts,
  };
}

async function callsOf(endpoint: string): Promise<number> {
  const { calls } = await stage.vendors.state();
  return calls.find((call) => call.endpoint === endpoint)?.calls ?? 0;
}
