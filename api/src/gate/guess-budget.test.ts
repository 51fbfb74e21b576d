import { beforeAll, expect, test } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const PASSWORD = `mutation ($id: ID!, $password: String!) {
  gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { __typename }
}`;

let app: TestApp;
let another: TestApp;
let shop: string;

beforeAll(async () => {
  const settings = { CAMPAIGN_WRONG_GUESSES: '30' };
  app = await testApp(settings);
  another = await appOver(app.database, settings);
  shop = await aShop(app);
});

async function guess(id: string, password: string, { over = app, address = '203.0.113.1' } = {}): Promise<string> {
  const { data } = await over.asVisitor(address)(PASSWORD, { id, password });
  return data.gateUnlockWithPassword.__typename;
}

test('ten wrong guesses are ten over all processes', async () => {
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });

  const kinds = [];
  for (let turn = 0; turn < 12; turn += 1) {
    kinds.push(await guess(id, 'wrong guess', { over: turn % 2 === 0 ? app : another }));
  }

  expect(kinds.filter((kind) => kind === 'GateDenied')).toHaveLength(10);
  expect(await guess(id, 'first light', { over: app })).toBe('TooManyAttempts');
  expect(await guess(id, 'first light', { over: another })).toBe('TooManyAttempts');
});

test('under attack from many addresses a right answer of a newcomer opens, and a wrong one costs a minute', async () => {
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  for (let robot = 0; robot < 30; robot += 1) await guess(id, 'wrong guess', { address: `198.51.100.${robot}` });

  const address = '203.0.113.50';
  expect(await guess(id, 'first light', { address: '203.0.113.49' })).toBe('GateOpened');
  expect(await guess(id, 'wrong guess', { address })).toBe('GateDenied');
  expect(await guess(id, 'wrong guess', { address })).toBe('TooManyAttempts');
  expect(await guess(id, 'first light', { address: '203.0.113.51', over: another })).toBe('GateOpened');
});

test('an attack on one campaign slows nobody down at another', async () => {
  const attacked = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  for (let robot = 0; robot < 30; robot += 1)
    await guess(attacked.id, 'wrong guess', { address: `198.51.100.${robot}` });

  const address = '203.0.113.60';
  expect(await guess(id, 'wrong guess', { address })).toBe('GateDenied');
  expect(await guess(id, 'first light', { address })).toBe('GateOpened');
});

test('wrong guesses at once at both processes are all counted', async () => {
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const guesses = Array.from({ length: 20 }, (_, turn) =>
    guess(id, 'wrong guess', { over: turn % 2 === 0 ? app : another, address: `198.51.100.${turn}` }),
  );

  await Promise.all(guesses);

  const rows = await app.database.prisma.guessBudget.findMany({ where: { campaignId: id } });
  expect(rows.map(({ wrongGuesses }) => wrongGuesses).toSorted((a, b) => b - a)[0]).toBe(20);
});
