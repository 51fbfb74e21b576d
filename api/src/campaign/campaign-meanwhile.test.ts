import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Answer, type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const UPDATE = `mutation ($id: ID!, $input: CampaignUpdateInput!) {
  change: campaignUpdate(id: $id, input: $input) { campaign { name } userErrors { field code } } }`;
const LATER = '2099-01-01T00:00:00.000Z';

let app: TestApp;
let shop: string;
let merchant: Ask;
let id: string;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  shop = await aShop(app);
  merchant = await app.asTool(shop);
  id = (await aCampaign(app, shop, { capacity: 100, endsAt: LATER })).id;
});

const save = (input: object) => merchant(UPDATE, { id, input });
const act = (mutation: string) =>
  merchant(`mutation ($id: ID!) { change: ${mutation}(id: $id) { __typename } }`, { id });

async function standing() {
  const fields = 'name status isActive archivedAt capacity startsAt endsAt';
  return (await merchant(`query ($id: ID!) { campaign(id: $id) { ${fields} } }`, { id })).data.campaign;
}

/**
 * One change after the other, of which both saw the campaign as it was before: whoever writes waits until both have read. Gives the
 * answer to the second.
 */
async function oneBehindTheOther(first: () => Promise<Answer>, second: () => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM "EarlyAccessCampaign" WHERE id = $1 FOR UPDATE', [id]);
    const before = first();
    await untilWaiting(1);
    const after = second();
    await untilWaiting(2);
    await client.query('ROLLBACK');
    await before;
    return await after;
  } finally {
    await client.end();
  }
}

async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const waiting = await app.database.prisma.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (waiting.length >= count) return;
    await pause(20);
  }
}

test('a pause that comes while a name is being saved stays, and the name is saved', async () => {
  await oneBehindTheOther(
    () => act('campaignPause'),
    () => save({ name: 'Spring drop' }),
  );

  expect(await standing()).toMatchObject({ name: 'Spring drop', status: 'PAUSED', isActive: false });
});

test('a campaign that is put away while its name is being saved stays away', async () => {
  await oneBehindTheOther(
    () => act('campaignArchive'),
    () => save({ name: 'Spring drop' }),
  );

  expect(await standing()).toMatchObject({ name: 'Spring drop', isActive: false, archivedAt: expect.any(String) });
});

test('a new end and a new cap that come while a name is being saved stay', async () => {
  const endsAt = '2098-01-01T00:00:00.000Z';

  await oneBehindTheOther(
    () => save({ endsAt, capacity: 7 }),
    () => save({ name: 'Spring drop' }),
  );

  expect(await standing()).toMatchObject({ name: 'Spring drop', endsAt, capacity: 7 });
});

test('a first activation that comes while a name is being saved stays on record', async () => {
  id = (await aCampaign(app, shop, { isActive: false })).id;

  await oneBehindTheOther(
    () => act('campaignActivate'),
    () => save({ name: 'Spring drop' }),
  );
  expect(await standing()).toMatchObject({ name: 'Spring drop', status: 'LIVE' });

  await act('campaignPause');
  expect(await standing()).toMatchObject({ status: 'PAUSED' });
});

test('a pause on the heels of the first activation makes no draft of the campaign', async () => {
  id = (await aCampaign(app, shop, { isActive: false })).id;

  await oneBehindTheOther(
    () => act('campaignActivate'),
    () => act('campaignPause'),
  );

  expect(await standing()).toMatchObject({ status: 'PAUSED' });
});

test('a start that would come after an end that was set meanwhile is refused', async () => {
  const answer = await oneBehindTheOther(
    () => save({ endsAt: '2090-01-01T00:00:00Z' }),
    () => save({ name: 'Spring drop', startsAt: '2095-01-01T00:00:00Z' }),
  );

  expect(answer.data.change.userErrors).toEqual([{ field: ['input', 'endsAt'], code: 'INVALID' }]);
  expect(await standing()).toMatchObject({ name: 'Winter drop', startsAt: null });
});

test('of a campaign that is deleted while it is being saved the merchant hears that it is gone', async () => {
  const answer = await oneBehindTheOther(
    () => act('campaignDelete'),
    () => save({ name: 'Spring drop' }),
  );

  expect(answer.data.change.userErrors).toEqual([{ field: ['id'], code: 'NOT_FOUND' }]);
});
