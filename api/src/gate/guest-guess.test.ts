import { beforeAll, expect, test } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const EMAIL = `mutation ($id: ID!, $email: String!) {
  gate: gateUnlockWithEmail(input: { campaignId: $id, email: $email }) { __typename ... on TooManyAttempts { retryAt } }
}`;
const PASSWORD = `mutation ($id: ID!, $password: String!) {
  gate: gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { __typename }
}`;
const GUEST = 'ada@example.com';
const GUESSER = '203.0.113.1';
/** What one address may miss at a campaign. */
const BUDGET = 10;

let app: TestApp;
let another: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  another = await appOver(app.database);
  shop = await aShop(app);
});

async function forGuests(fields: Parameters<typeof aCampaign>[2] = {}): Promise<string> {
  const { id } = await aCampaign(app, shop, { isGuestListOnly: true, ...fields });
  await app.database.prisma.guest.create({ data: { shop, campaignId: id, emailKey: GUEST } });
  return id;
}

async function answerTo(id: string, email: string, { over = app, address = GUESSER } = {}) {
  return (await over.asVisitor(address)(EMAIL, { id, email })).data.gate;
}

const tryAddress = async (...tried: Parameters<typeof answerTo>): Promise<string> =>
  (await answerTo(...tried)).__typename;

async function spendBudget(id: string): Promise<void> {
  for (let turn = 0; turn < BUDGET; turn += 1) await tryAddress(id, `guess-${turn}@example.com`);
}

test('who tried ten addresses that are on no list is told when to try again, of a guest as of anybody', async () => {
  const id = await forGuests();
  const kinds = [];
  for (let turn = 0; turn < 12; turn += 1) kinds.push(await tryAddress(id, `guess-${turn}@example.com`));

  const { __typename, retryAt } = await answerTo(id, GUEST);

  expect(kinds).toEqual([...Array(BUDGET).fill('GateDenied'), 'TooManyAttempts', 'TooManyAttempts']);
  expect(__typename).toBe('TooManyAttempts');
  expect(new Date(retryAt).getTime()).toBeGreaterThan(Date.now());
  expect(await app.database.prisma.signup.count({ where: { campaignId: id } })).toBe(0);
});

test('guests get in from other addresses meanwhile, however many of them from one', async () => {
  const id = await forGuests();
  await spendBudget(id);

  for (let turn = 0; turn < 2 * BUDGET; turn += 1)
    expect(await tryAddress(id, GUEST, { address: '203.0.113.2' })).toBe('GateOpened');
});

test('addresses that are tried side by side are counted one by one, and over all processes', async () => {
  const id = await forGuests();

  const kinds = await Promise.all(Array.from({ length: 50 }, (_, turn) => tryAddress(id, `guess-${turn}@example.com`)));

  expect(kinds.filter((kind) => kind === 'GateDenied')).toHaveLength(BUDGET);
  expect(await tryAddress(id, GUEST, { over: another })).toBe('TooManyAttempts');
});

test('wrong addresses lock out no right password, and wrong passwords no guest', async () => {
  const id = await forGuests({ accessType: 'PASSWORD_OR_EMAIL', password: 'first light' });
  const tryPassword = async (password: string, address: string) =>
    (await app.asVisitor(address)(PASSWORD, { id, password })).data.gate.__typename;

  await spendBudget(id);
  for (let turn = 0; turn < BUDGET; turn += 1) await tryPassword('last light', '203.0.113.3');

  expect(await tryPassword('first light', GUESSER)).toBe('GateOpened');
  expect(await tryPassword('first light', '203.0.113.3')).toBe('TooManyAttempts');
  expect(await tryAddress(id, GUEST, { address: '203.0.113.3' })).toBe('GateOpened');
});

test('a guest’s place in a campaign that is full cannot be guessed without limit either', async () => {
  const id = await forGuests({ capacity: 1 });
  await tryAddress(id, GUEST, { address: '203.0.113.2' });

  expect(await tryAddress(id, 'guess@example.com')).toBe('CampaignFull');
  await spendBudget(id);

  expect(await tryAddress(id, GUEST)).toBe('TooManyAttempts');
});

test('where no guest list decides, nobody is counted: not without one, not before the opening, not when it is open to all', async () => {
  const guesses = () => app.database.prisma.guessBudget.count({ where: { campaignId: { in: ids } } });
  const ids = [
    (await aCampaign(app, shop)).id,
    await forGuests({ startsAt: '2099-01-01T00:00:00Z' }),
    await forGuests({ isActive: false }),
  ];

  for (const id of ids) await spendBudget(id);
  expect(await guesses()).toBe(0);

  const id = await forGuests();
  await spendBudget(id);
  const merchant = await app.asTool(shop);
  await merchant(`mutation { campaignOpenToAll(campaignId: "${id}") { campaign { id } } }`);
  expect(await tryAddress(id, 'grace@example.com')).toBe('GateOpened');
});
