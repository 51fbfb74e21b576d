import type { FastifyInstance } from 'fastify';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { WaitingRoom } from '../platform/waiting-room.ts';

const crowd = new WaitingRoom({ atOnce: 1, seats: 0, patienceMs: 60_000 });

let app: TestApp;
let http: FastifyInstance;
let shop: string;
/** Lets go of the room's only place. */
let leave: () => void = () => undefined;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app, 'Kiln & Co');
  http = (await appOver(app.database, {}, { crowd })).http;
});

afterEach(() => leave());

/** From now on somebody else is served, until `leave`. */
async function crowdIn(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const served = crowd.admit(() => promise);
  leave = () => resolve();
  await Promise.race([served, new Promise(setImmediate)]);
}

const tokenIn = (body: string) => /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';

function post(secret: string, fields: Record<string, string>) {
  return http.inject({
    ...{ method: 'POST', path: `/c/${secret}`, payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });
}

const tokenOf = async (secret: string) => tokenIn((await http.inject(`/c/${secret}`)).body);

test('who comes by a form waits in one crowd with who comes by the element, and reads a page instead of an error', async () => {
  const { id, secretLink } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const fields = { way: 'password', password: 'first "light" <3', token: await tokenOf(secretLink) };
  await crowdIn();

  const element = await http.inject({ method: 'POST', url: '/public/graphql', payload: { query: '{ __typename }' } });
  const form = await post(secretLink, fields);

  expect([element.statusCode, form.statusCode]).toEqual([503, 503]);
  expect(form.headers['retry-after']).toMatch(/^([5-9]|10)$/);
  expect(form.headers['content-type']).toContain('text/html');
  expect(form.body).toContain('so many people are here right now');
  expect(form.body).toContain('value="first &quot;light&quot; &lt;3"');
  expect(await app.database.prisma.guessBudget.count({ where: { campaignId: id } })).toBe(0);
});

test('the form that was sent away lets in when it is sent again as it stands there', async () => {
  const { id, secretLink } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const fields = { way: 'password', password: 'first light', token: await tokenOf(secretLink) };
  await crowdIn();
  const away = await post(secretLink, fields);
  leave();
  await new Promise(setImmediate);

  const again = await post(secretLink, { ...fields, token: tokenIn(away.body) });

  expect(tokenIn(away.body)).toBe(fields.token);
  expect([away.statusCode, again.statusCode]).toEqual([503, 303]);
  const row = await app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id } });
  expect(row.totalPasses).toBe(1);
});

test('an address and its answer about marketing stay in the form', async () => {
  const { id, secretLink } = await aCampaign(app, shop, { accessType: 'EMAIL_SIGNUP' });
  const fields = { way: 'email', email: 'ada@example.com', acceptsMarketing: 'yes', token: await tokenOf(secretLink) };
  await crowdIn();

  const { statusCode, body } = await post(secretLink, fields);

  expect(statusCode).toBe(503);
  expect(body).toContain('value="ada@example.com"');
  expect(body).toMatch(/type="checkbox" value="yes" checked/);
  expect(await app.database.prisma.signup.count({ where: { campaignId: id } })).toBe(0);
});

test('a mailed code stays in its field, with what it belongs to', async () => {
  const { secretLink } = await aCampaign(app, shop, { accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_FIRST' });
  const mailed = await post(secretLink, { way: 'email', email: 'lea@example.com', token: await tokenOf(secretLink) });
  const confirmation = /name="confirmation" value="([^"]+)"/.exec(mailed.body)?.[1] ?? '';
  await crowdIn();

  const away = await post(secretLink, { way: 'code', code: '123456', confirmation, token: tokenIn(mailed.body) });

  expect(away.statusCode).toBe(503);
  expect(away.body).toContain('value="123456"');
  expect(away.body).toContain(`value="${confirmation}"`);
});

test('a password that was looked at does not stand in the answer', async () => {
  const { secretLink } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const fields = { way: 'password', password: 'last light', token: await tokenOf(secretLink) };

  expect((await post(secretLink, fields)).body).not.toContain('last light');
});

test('a look at the page waits for nobody', async () => {
  const { secretLink } = await aCampaign(app, shop);
  await crowdIn();

  expect((await http.inject(`/c/${secretLink}`)).statusCode).toBe(200);
});
