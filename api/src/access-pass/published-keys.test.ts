import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aShop } from '../../test/builders.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const KEYS = 'kid state createdAt changesAt';
const ROTATE = `mutation { result: signingKeyRotate { signingKeys { ${KEYS} } userErrors { field code message } } }`;

let app: TestApp;
let merchant: Ask;

beforeEach(async () => {
  app = await testApp();
  merchant = await app.asTool(await aShop(app));
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function after(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

interface Key {
  readonly kid: string;
  readonly state: string;
  readonly changesAt: string | null;
}

async function keys(): Promise<Key[]> {
  return (await merchant(`{ signingKeys { ${KEYS} } }`)).data.signingKeys;
}

const statesOf = (known: readonly Key[]) => known.map(({ state }) => state);
const untilChange = ({ changesAt }: Key) => (changesAt === null ? null : Date.parse(changesAt) - Date.now());

test('at first one key signs, and none is to follow it', async () => {
  const [key, ...others] = await keys();

  expect(key).toMatchObject({ state: 'SIGNING', changesAt: null });
  expect(others).toEqual([]);
});

test('a new key waits for six minutes, then signs; the one before verifies for the life of its last pass', async () => {
  const [first] = await keys();
  const { result } = (await merchant(ROTATE)).data;
  const [next, before] = result.signingKeys;

  expect(result.userErrors).toEqual([]);
  expect(statesOf(result.signingKeys)).toEqual(['WAITING', 'SIGNING']);
  expect(before.kid).toBe(first?.kid);
  expect(untilChange(next)).toBe(untilChange(before));
  after(7 * MINUTE);
  expect(statesOf(await keys())).toEqual(['SIGNING', 'VERIFYING']);
  const [, old] = await keys();
  expect(old && untilChange(old)).toBeGreaterThan(29 * DAY);
  after(31 * DAY);
  expect(statesOf(await keys())).toEqual(['SIGNING']);
});

test('the list is the one that verifiers read', async () => {
  await merchant(ROTATE);
  after(6_000);

  const published = (await app.http.inject('/.well-known/jwks.json')).json();

  expect(published.keys.map(({ kid }: Key) => kid).toSorted()).toEqual((await keys()).map(({ kid }) => kid).toSorted());
});

test('merchants rotate once a day at most, also two at once, and an operator whenever they want', async () => {
  const answers = await Promise.all([merchant(ROTATE), merchant(ROTATE)]);
  const refused = answers.flatMap(({ data }) => data.result.userErrors);

  expect(refused).toEqual([{ field: null, code: 'TOO_MANY', message: expect.stringContaining('within the last day') }]);
  expect(await keys()).toHaveLength(2);
  after(DAY - MINUTE);
  expect((await merchant(ROTATE)).data.result.userErrors).toHaveLength(1);
  await app.services.signingKeys.rotate();
  after(DAY + MINUTE);
  expect((await merchant(ROTATE)).data.result.userErrors).toEqual([]);
});
