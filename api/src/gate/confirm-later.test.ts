import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const EMAIL = `mutation ($id: ID!, $email: String!) {
  gate: gateUnlockWithEmail(input: { campaignId: $id, email: $email }) {
    __typename ... on GateOpened { pass expiresAt confirmBy handle: confirmation } ... on ConfirmationRequired { confirmation }
  } }`;
const CODE = `mutation ($confirmation: String!, $code: String!) {
  gate: gateConfirmWithCode(input: { confirmation: $confirmation, code: $code }) { __typename ... on GateOpened { pass expiresAt } }
}`;
const MINUTE = 60_000;
/** What the campaign gives for proving an address. */
const GIVEN = 5 * MINUTE;
const ADA = 'ada@example.com';

let app: TestApp;
let shop: string;
let id: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
});
beforeEach(async () => {
  id = (await aCampaign(app, shop, { trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 5 })).id;
});
afterEach(() => {
  vi.useRealTimers();
});

function minutesPass(minutes: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTE });
}

const enter = async (email = ADA) => (await app.asVisitor()(EMAIL, { id, email })).data.gate;

async function opens(pass: string): Promise<boolean> {
  const { data } = await app.asVisitor()('query ($pass: String!) { access(pass: $pass) { expiresAt } }', { pass });
  return data.access !== null;
}

async function confirm(confirmation: string, email = ADA) {
  await app.services.outgoing.settled();
  const mail = app.services.mailbox?.list().find(({ to }) => to === email);
  const code = /^ {4}(\d{6})$/m.exec(mail?.text ?? '')?.[1];
  return (await app.asVisitor()(CODE, { confirmation, code })).data.gate;
}

/** How long from now something lasts, to the nearest minute. */
const minutesUntil = (time: string) => Math.round((Date.parse(time) - Date.now()) / MINUTE);

test('whoever did not prove the address in time is out, and comes in again only with the code from the mail', async () => {
  const first = await enter();
  minutesPass(6);
  expect(await opens(first.pass)).toBe(false);

  const again = await enter();
  expect(again.__typename).toBe('ConfirmationRequired');
  expect((await enter()).__typename).toBe('ConfirmationRequired');

  const confirmed = await confirm(again.confirmation);
  expect(confirmed.__typename).toBe('GateOpened');
  expect(minutesUntil(confirmed.expiresAt)).toBeGreaterThan(24 * 60);
  expect(await opens(confirmed.pass)).toBe(true);
});

test('coming again within the time does not give it anew', async () => {
  const first = await enter();
  minutesPass(3);

  const again = await enter();

  expect(again.__typename).toBe('GateOpened');
  expect(again.confirmBy).toBe(again.expiresAt);
  expect(Math.abs(Date.parse(again.expiresAt) - Date.parse(first.expiresAt))).toBeLessThan(MINUTE / 6);
  minutesPass(3);
  expect(await opens(again.pass)).toBe(false);
});

test('whoever proved the address is let in again at any time, and has to prove it within the time again', async () => {
  await confirm((await enter()).handle);
  minutesPass(60);

  const again = await enter();

  expect(again.__typename).toBe('GateOpened');
  expect(minutesUntil(again.expiresAt)).toBe(GIVEN / MINUTE);
});

test('the same address twice at once has one time and one place', async () => {
  const both = await Promise.all([enter(), enter()]);

  expect(both.map(({ __typename }) => __typename)).toEqual(['GateOpened', 'GateOpened']);
  expect(await app.database.prisma.accessPass.count({ where: { campaignId: id } })).toBe(1);
});

test('a new address is let in at once, whoever’s time is over', async () => {
  await enter();
  minutesPass(6);

  expect((await enter('grace@example.com')).__typename).toBe('GateOpened');
});

test('where the gate is open to all, also those are let in whose time is over, for as long as anybody', async () => {
  await enter();
  const merchant = await app.asTool(shop);
  await merchant(`mutation { campaignOpenToAll(campaignId: "${id}") { campaign { id } } }`);
  minutesPass(6);

  const again = await enter();

  expect(again.__typename).toBe('GateOpened');
  expect(minutesUntil(again.expiresAt)).toBe(GIVEN / MINUTE);
});

test('the merchant is told that such an address has to be proved before it gets in', async () => {
  await enter();
  minutesPass(6);
  const merchant = await app.asTool(shop);

  const { data } = await merchant(`{ campaignAdmission(campaignId: "${id}", presented: "${ADA}") { verdict } }`);

  expect(data.campaignAdmission.verdict).toBe('CONFIRM');
});
