import { Writable } from 'node:stream';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KLAVIYO_TEST, OMNISEND_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { type Answer, type Ask, appOver, type TestApp } from './app.ts';
import { aCampaign, aShop } from './builders.ts';
import { testDatabase } from './database.ts';

const CONNECTION = `destination status problem problemDetail accountName keyEnding sendsWithoutConsent sendsEvent
  sendsWelcomeMessage connectedAt retryAt lastAnswer`;
const SAVE = `mutation ($input: ConnectionSaveInput!) {
  connectionSave(input: $input) { connection { ${CONNECTION} } userErrors { field message code } }
}`;
const TEST = `mutation ($at: Destination!) {
  connectionTest(destination: $at) { connection { ${CONNECTION} } userErrors { field message code } }
}`;
const DELETE = `mutation ($at: Destination!) {
  connectionDelete(destination: $at) { deletedConnectionId userErrors { code } }
}`;
const LIST = `{ connections { ${CONNECTION} audiences { audiences { id name optIn } problem } } }`;
const CREATE = `mutation ($input: CampaignCreateInput!) {
  campaignCreate(input: $input) { campaign { id } userErrors { field code } }
}`;

let app: TestApp;
let standIn: TestStandIn;
let shop: string;
let merchant: Ask;
let log = '';
const answers: Answer[] = [];

beforeAll(async () => {
  standIn = await testStandIn();
  const lines = new Writable({
    write(line, _encoding, done) {
      log += String(line);
      done();
    },
  });
  const env = { LOG_LEVEL: 'trace', KLAVIYO_URL: standIn.klaviyoUrl, OMNISEND_URL: standIn.omnisendUrl };
  app = await appOver(await testDatabase(), env, { log: lines });
});

beforeEach(async () => {
  standIn.world.faults.clear();
  shop = await aShop(app);
  merchant = await remembering(shop);
});

afterEach(() => {
  expect(standIn.world.seen.violations).toEqual([]);
});

/** A merchant whose every answer is kept, for the last test of this file. */
async function remembering(of: string): Promise<Ask> {
  const ask = await app.asTool(of);
  return async (query, variables) => {
    const answer = await ask(query, variables);
    answers.push(answer);
    return answer;
  };
}

/** Klaviyo tells accounts fifteen times a minute only, and this file asks more often. */
async function timePasses(): Promise<void> {
  await app.database.prisma.vendorBudget.deleteMany();
  standIn.world.clock.advance(60_000);
}

async function save(input: Record<string, unknown>, ask = merchant) {
  await timePasses();
  const { data } = await ask(SAVE, { input: { destination: 'KLAVIYO', ...input } });
  return data.connectionSave;
}

async function tryKey(ask = merchant) {
  await timePasses();
  const { data } = await ask(TEST, { at: 'KLAVIYO' });
  return data.connectionTest;
}

async function list() {
  const { data } = await merchant(LIST);
  return data.connections;
}

describe('a key that is good', () => {
  test('connects the shop to its account, and only its ending is told', async () => {
    const { connection, userErrors } = await save({ key: ` ${KLAVIYO_TEST.key}\n`, sendsEvent: true });

    expect(userErrors).toEqual([]);
    expect(connection).toMatchObject({
      status: 'CONNECTED',
      accountName: 'Test shop',
      sendsEvent: true,
      problem: null,
    });
    expect(connection.keyEnding).toBe(KLAVIYO_TEST.key.slice(-4));
  });

  test('lets Klaviyo’s lists be chosen, with how people join them; Omnisend has none', async () => {
    await save({ key: KLAVIYO_TEST.key });
    await save({ destination: 'OMNISEND', key: OMNISEND_TEST.key });

    const [klaviyo, omnisend] = await list();

    const careful = { id: KLAVIYO_TEST.double, name: 'Careful people', optIn: 'DOUBLE' };
    expect(klaviyo.audiences).toEqual({ audiences: expect.arrayContaining([careful]), problem: null });
    expect(omnisend.audiences).toEqual({ audiences: [], problem: null });
  });

  test('stays when the settings change without one', async () => {
    const before = (await save({ key: KLAVIYO_TEST.key, sendsEvent: true })).connection;

    const { connection } = await save({ key: null, sendsWithoutConsent: true });

    expect(connection).toEqual({ ...before, sendsWithoutConsent: true });
    expect((await tryKey()).userErrors).toEqual([]);
  });

  test('may be used by two shops, and each has a connection of its own', async () => {
    const second = await aShop(app);
    const other = await remembering(second);
    await save({ key: KLAVIYO_TEST.key });
    await save({ key: KLAVIYO_TEST.key, sendsEvent: true }, other);

    await other(DELETE, { at: 'KLAVIYO' });

    expect(await list()).toMatchObject([{ status: 'CONNECTED', sendsEvent: false }]);
    expect((await other(LIST)).data.connections).toEqual([]);
  });

  test('is not kept in the open, nor opens in another row', async () => {
    await save({ key: KLAVIYO_TEST.key });
    const row = await app.database.prisma.connection.findFirstOrThrow({ where: { shop } });
    const other = await aShop(app);
    const moved = { ...row, shop: other };
    await app.database.prisma.connection.create({ data: moved });

    const reader = app.services.syncRooms.connectionReader;

    expect((await reader.openAt(shop, 'KLAVIYO'))?.account.key).toBe(KLAVIYO_TEST.key);
    await expect(reader.openAt(other, 'KLAVIYO')).rejects.toThrow('could not be opened');
  });
});

describe('a key that is not', () => {
  test.each([
    ['is refused by the vendor', { key: 'pk_marker_unknown' }, 'INVALID', 'refuses this key'],
    ['is nothing', { key: '  ' }, 'BLANK', 'Paste a key'],
    ['was never given', {}, 'REQUIRED', 'Paste a key'],
    ['is endless', { key: 'k'.repeat(501) }, 'TOO_LONG', '500 characters'],
  ])('one that %s is not kept, and its field says so', async (_what, input, code, words) => {
    const { connection, userErrors } = await save(input);

    expect(connection).toBeNull();
    expect(userErrors).toEqual([{ field: ['input', 'key'], code, message: expect.stringContaining(words) }]);
    expect(await list()).toEqual([]);
  });

  test('one that lacks a permission is told which', async () => {
    const narrow = { id: KLAVIYO_TEST.id, name: '', key: 'pk_marker_narrow', scopes: ['accounts:read', 'lists:read'] };
    standIn.world.addKlaviyoAccount(narrow);

    const { userErrors } = await save({ key: 'pk_marker_narrow' });

    expect(userErrors).toMatchObject([{ code: 'INVALID', message: expect.stringContaining('profiles:read') }]);
  });

  test.each(['STATUS', 'CUT', 'MALFORMED', 'REDIRECT'] as const)(
    'while the vendor is down (%s) nothing is saved, and what was connected stays as it was',
    async (kind) => {
      await save({ key: KLAVIYO_TEST.key });
      const before = await app.database.prisma.connection.findFirstOrThrow({ where: { shop } });
      standIn.world.faults.add({ kind, ...(kind === 'STATUS' ? { status: 503 } : {}) });

      const { connection, userErrors } = await save({ key: KLAVIYO_TEST.key, sendsEvent: true });

      expect(userErrors).toMatchObject([{ field: ['input', 'key'], code: 'UNAVAILABLE' }]);
      expect(userErrors[0].message).toContain('Nothing was saved.');
      expect(connection.status).toBe('CONNECTED');
      expect(await app.database.prisma.connection.findFirstOrThrow({ where: { shop } })).toEqual(before);
    },
  );
});

describe('a connection', () => {
  beforeEach(() => save({ key: KLAVIYO_TEST.key }));

  test('that was paused goes on once its key is good again', async () => {
    const row = await app.database.prisma.connection.findFirstOrThrow({ where: { shop } });
    await app.services.syncRooms.health.pause(row, 'SCOPE_MISSING', 'needs events:write');
    expect(await list()).toMatchObject([
      { status: 'PAUSED', problem: 'SCOPE_MISSING', problemDetail: 'needs events:write' },
    ]);

    const { connection } = await tryKey();

    expect(connection).toMatchObject({ status: 'CONNECTED', problem: null, problemDetail: null });
  });

  test('whose key was taken back is paused by its test, and says so', async () => {
    standIn.world.faults.add({ kind: 'STATUS', status: 401 });

    const { connection, userErrors } = await tryKey();

    expect(userErrors).toMatchObject([{ field: ['destination'], code: 'INVALID' }]);
    expect(connection).toMatchObject({ status: 'PAUSED', problem: 'KEY_REFUSED' });
  });

  test('that finds nobody at the vendor says when it tries again, and its lists say why they are missing', async () => {
    standIn.world.faults.add({ kind: 'STATUS', status: 503 });

    const { connection } = await tryKey();

    expect(connection).toMatchObject({ status: 'BACKING_OFF', retryAt: expect.any(String), lastAnswer: 'UNREACHABLE' });
    const [{ audiences }] = await list();
    expect(audiences).toEqual({ audiences: [], problem: expect.stringContaining('cannot be reached') });
  });

  test('is held after a restore, whatever else it is', async () => {
    await app.services.syncGuard.hold('A test.');
    expect(await list()).toMatchObject([{ status: 'HELD' }]);
    await app.services.syncGuard.release();
    expect(await list()).toMatchObject([{ status: 'CONNECTED' }]);
  });

  test('is gone once it is deleted, and deleting it twice finds nothing', async () => {
    const first = (await merchant(DELETE, { at: 'KLAVIYO' })).data.connectionDelete;
    const second = (await merchant(DELETE, { at: 'KLAVIYO' })).data.connectionDelete;

    expect(first).toEqual({ deletedConnectionId: expect.any(String), userErrors: [] });
    expect(second).toEqual({ deletedConnectionId: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await list()).toEqual([]);
  });

  test('of two that are saved in one moment is one, with a key that opens', async () => {
    const fresh = await aShop(app);
    const other = await remembering(fresh);

    const keys = ['pk_marker_a', 'pk_marker_b', 'pk_marker_c'];
    for (const key of keys) standIn.world.addKlaviyoAccount({ id: key.toUpperCase(), name: '', key });

    const saved = await Promise.all(keys.map((key) => save({ key }, other)));

    expect(saved.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect((await tryKey(other)).userErrors).toEqual([]);
    expect(await app.database.prisma.connection.count({ where: { shop: fresh } })).toBe(1);
  });
});

describe('a campaign', () => {
  const create = async (input: Record<string, unknown>) => {
    const named = { name: 'Drop', accessType: 'EMAIL_SIGNUP', ...input };
    return (await merchant(CREATE, { input: named })).data.campaignCreate;
  };

  test('chooses a list that Klaviyo has, and none that it has not', async () => {
    await save({ key: KLAVIYO_TEST.key });

    const refused = await create({ klaviyoListId: 'LGONE' });

    expect(refused.userErrors).toEqual([{ field: ['input', 'klaviyoListId'], code: 'NOT_FOUND' }]);
    expect((await create({ klaviyoListId: KLAVIYO_TEST.single })).userErrors).toEqual([]);
  });

  test('is saved with a list that nobody could ask about', async () => {
    expect((await create({ klaviyoListId: 'LATER' })).userErrors).toEqual([]);
    await save({ key: KLAVIYO_TEST.key });
    standIn.world.faults.add({ kind: 'STATUS', status: 503 });
    expect((await create({ klaviyoListId: 'LGONE' })).userErrors).toEqual([]);
  });

  test('whose list was deleted meanwhile may still be changed, and its page says that the list is gone', async () => {
    const { id } = await aCampaign(app, shop);
    await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { klaviyoListId: 'LGONE' } });
    await save({ key: KLAVIYO_TEST.key });
    const rename = `mutation ($id: ID!) { campaignUpdate(id: $id, input: { name: "Renamed" }) { userErrors { code } } }`;

    expect((await merchant(rename, { id })).data.campaignUpdate.userErrors).toEqual([]);

    const query = '{ campaigns(first: 5) { nodes { sync { destination audience audienceName audienceExists } } } }';
    expect((await merchant(query)).data.campaigns.nodes[0].sync).toEqual([
      { destination: 'KLAVIYO', audience: 'LGONE', audienceName: null, audienceExists: false },
      { destination: 'OMNISEND', audience: null, audienceName: null, audienceExists: null },
    ]);
  });

  test('takes no tag of two lines, connected or not', async () => {
    const { userErrors } = await create({ omnisendListId: 'vip\nplus' });
    expect(userErrors).toEqual([{ field: ['input', 'omnisendListId'], code: 'INVALID' }]);
  });
});

test('no answer, no log line and no row holds a key: all of this file’s', async () => {
  const { prisma } = app.database;
  const rows = await prisma.$queryRaw<{ text: string }[]>`
    SELECT row_to_json(k)::text AS text FROM "Connection" k
    UNION ALL SELECT row_to_json(e)::text FROM "Receipt" e UNION ALL SELECT row_to_json(b)::text FROM "VendorBudget" b`;
  const everything = [JSON.stringify(answers), log, ...rows.map(({ text }) => text)].join('\n');

  expect(answers.length).toBeGreaterThan(30);
  expect(log).toContain('/admin/graphql');
  expect(rows.length).toBeGreaterThan(1);
  for (const key of [KLAVIYO_TEST.key, OMNISEND_TEST.key, 'pk_marker_unknown', 'pk_marker_narrow', 'pk_marker_a']) {
    expect(everything).not.toContain(key);
    expect(everything).not.toContain(Buffer.from(key).toString('hex'));
    expect(everything).not.toContain(Buffer.from(key).toString('base64'));
  }
});
