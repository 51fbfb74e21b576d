import { decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let app: TestApp;
let shop: string;

beforeEach(async () => {
  app = await testApp();
  shop = await aShop(app);
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Time passes for every process. */
function after(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

async function aPass(over: TestApp = app): Promise<string> {
  const { secretLink } = await aCampaign(over, shop, { accessType: 'SECRET_LINK' });
  const unlock = `mutation ($secret: String!) {
    gateUnlockWithSecretLink(input: { secretLink: $secret }) { ... on GateOpened { pass } }
  }`;
  return (await over.asVisitor()(unlock, { secret: secretLink })).data.gateUnlockWithSecretLink.pass;
}

async function opens(pass: string, over: TestApp = app): Promise<boolean> {
  const { data } = await over.asVisitor()('query ($pass: String!) { access(pass: $pass) { expiresAt } }', { pass });
  return data.access !== null;
}

async function publishedKeys(over: TestApp = app): Promise<string[]> {
  const { keys } = (await over.http.inject('/.well-known/jwks.json')).json();
  return keys.map(({ kid }: { kid: string }) => kid);
}

const keyOf = (pass: string) => decodeProtectedHeader(pass).kid;

test('a new key is published within five seconds at every process, and signs only when no copy can lack it', async () => {
  const another = await appOver(app.database);
  const before = await aPass();
  await publishedKeys(another);

  const { kid, signsFrom } = await app.services.signingKeys.rotate();
  after(5_001);

  expect(await publishedKeys(another)).toContain(kid);
  expect(signsFrom.getTime() - Date.now()).toBeGreaterThan(5 * MINUTE);
  expect(keyOf(await aPass(another))).toBe(keyOf(before));
  after(7 * MINUTE);
  expect(keyOf(await aPass(another))).toBe(kid);
});

test('a pass of the key before opens until it expires by itself', async () => {
  const before = await aPass();
  await app.services.signingKeys.rotate();
  after(7 * MINUTE);

  expect(await opens(before)).toBe(true);
  expect(await opens(await aPass())).toBe(true);
});

test('a key disappears when the last pass that it can have signed has expired, and its row with the next rotation', async () => {
  const [first] = await publishedKeys();
  await app.services.signingKeys.rotate();

  after(30 * DAY);
  expect(await publishedKeys()).toContain(first);
  after(DAY);
  expect(await publishedKeys()).not.toContain(first);
  expect((await app.services.signingKeys.rotate()).forgotten).toBe(1);
});

test('of keys that are rotated in haste each is published for five minutes before it signs', async () => {
  const first = keyOf(await aPass());
  const second = await app.services.signingKeys.rotate();
  after(MINUTE);
  const third = await app.services.signingKeys.rotate();

  expect(keyOf(await aPass())).toBe(first);
  after(second.signsFrom.getTime() - Date.now() + 1);
  expect(keyOf(await aPass())).toBe(second.kid);
  after(third.signsFrom.getTime() - Date.now() + 1);
  expect(keyOf(await aPass())).toBe(third.kid);
});

test('rotating at two places at once leaves one key to follow the others', async () => {
  const another = await appOver(app.database);
  await Promise.all([app.services.signingKeys.rotate(), another.services.signingKeys.rotate()]);

  expect(await app.database.prisma.signingKey.count({ where: { retiredAt: null } })).toBe(1);
});
