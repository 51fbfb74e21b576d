import { beforeAll, expect, test, vi } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aProduct, aShop, type MadeCampaign } from '../../test/builders.ts';

let app: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app, 'Kiln & Co');
});

interface Sent {
  readonly headers?: Record<string, string>;
  readonly token?: string;
  readonly over?: TestApp;
}

const get = (path: string, headers: Record<string, string> = {}) => app.http.inject({ path, headers });

async function freshToken(secret: string): Promise<string> {
  const { body } = await get(`/c/${secret}`);
  return /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

/** Sends a form of the page as a browser without scripts does. */
async function post(secret: string, fields: Record<string, string>, { headers = {}, token, over = app }: Sent = {}) {
  const form = new URLSearchParams({ token: token ?? (await freshToken(secret)), ...fields });
  const kind = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  return over.http.inject({
    ...{ method: 'POST', path: `/c/${secret}`, payload: form.toString() },
    headers: { ...kind, ...headers },
  });
}

const cookieOf = ({ headers }: { headers: Record<string, unknown> }) =>
  String(headers['set-cookie'] ?? '').split(';')[0] ?? '';

const campaignRow = (id: string) => app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id } });

async function aScheduled(early: string): Promise<MadeCampaign> {
  const startsAt = new Date(Date.now() + 48 * 3_600_000).toISOString();
  const campaign = await aCampaign(app, shop, { accessType: 'EMAIL_SIGNUP', startsAt });
  await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id: campaign.id }, data: { texts: { early } } });
  return campaign;
}

test('the merchant’s own words for “too early” have the time where they say so, else behind them', async () => {
  const time = '[A-Z][^<]+ Central European Time';
  const filled = await get(`/c/${(await aScheduled('We open {time}, be quick & $& kind.')).secretLink}`);
  const plain = await get(`/c/${(await aScheduled('Patience!')).secretLink}`);

  expect(filled.body).toMatch(new RegExp(`We open ${time}, be quick &amp; \\$&amp; kind\\.<`));
  expect(filled.body).not.toContain('{time}');
  expect(plain.body).toMatch(new RegExp(`Patience! ${time}<`));
});

test('a visit without scripts counts one view, and its answers count no further one', async () => {
  const { id, secretLink } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const page = await get(`/c/${secretLink}`);
  const picture = /<noscript><img [^>]*src="([^"]+)"/.exec(page.body)?.[1] ?? '';
  expect((await campaignRow(id)).totalViews).toBe(0);

  const seen = await get(picture, { 'sec-fetch-site': 'same-origin' });
  const wrong = await post(secretLink, { way: 'password', password: 'last light' });

  expect(seen.headers).toMatchObject({ 'content-type': 'image/gif', 'cache-control': 'private, no-store' });
  expect(wrong.body).not.toContain('view.gif');
  expect((await campaignRow(id)).totalViews).toBe(1);
});

test('another site’s page counts no views, and an unknown secret is answered alike', async () => {
  const { id, secretLink } = await aCampaign(app, shop);
  const elsewhere = await get(`/c/${secretLink}/view.gif`, { 'sec-fetch-site': 'cross-site' });
  const unknown = await get('/c/u9Xk2mQ7wZr4Lp8TnB3vAbCd/view.gif');

  expect((await campaignRow(id)).totalViews).toBe(0);
  expect([unknown.statusCode, unknown.body]).toEqual([elsewhere.statusCode, elsewhere.body]);
});

test('two presses of one button take one place, also side by side', async () => {
  const { id, secretLink } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const token = await freshToken(secretLink);
  const press = () => post(secretLink, { way: 'password', password: 'first light' }, { token });

  const [first, second] = await Promise.all([press(), press()]);
  const third = await press();

  expect([first, second, third].map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
  expect(new Set([cookieOf(first), cookieOf(second), cookieOf(third)]).size).toBe(1);
  expect((await campaignRow(id)).totalPasses).toBe(1);
});

test.each(['PASSWORD', 'SECRET_LINK'])(
  'the same %s form at two processes takes one place, and each opens the pass page',
  async (accessType) => {
    const another = await appOver(app.database);
    const { id, secretLink } = await aCampaign(app, shop, {
      accessType,
      ...(accessType === 'PASSWORD' ? { password: 'first light' } : {}),
    });
    await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { capacity: 1 } });
    const token = await freshToken(secretLink);
    const fields = { way: accessType === 'PASSWORD' ? 'password' : 'link', password: 'first light' };

    const presses = await Promise.all([app, another].map((over) => post(secretLink, fields, { token, over })));

    expect(presses.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    for (const press of presses) {
      expect((await get(`/c/${secretLink}/pass`, { cookie: cookieOf(press) })).statusCode).toBe(200);
    }
    expect((await campaignRow(id)).totalPasses).toBe(1);
    expect((await post(secretLink, fields)).statusCode).toBe(403);
  },
);

test('two people behind one address with the same password take two places', async () => {
  const { id, secretLink } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const enter = () => post(secretLink, { way: 'password', password: 'first light' });

  const both = await Promise.all([enter(), enter()]);

  expect(new Set(both.map(cookieOf)).size).toBe(2);
  expect((await campaignRow(id)).totalPasses).toBe(2);
});

test('a wrong password that was posted twice costs one guess', async () => {
  const { id, secretLink } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const token = await freshToken(secretLink);
  const press = () => post(secretLink, { way: 'password', password: 'last light' }, { token });
  await Promise.all([press(), press(), press()]);

  const spent = await app.database.prisma.guessBudget.findMany({ where: { campaignId: id } });
  expect(spent.map(({ wrongGuesses }) => wrongGuesses)).toEqual(spent.map(() => 1));
  expect(spent.length).toBeGreaterThan(0);
});

test('what was typed stays in its field when another site’s page sent the form, and on every refusal', async () => {
  const { id, secretLink } = await aCampaign(app, shop, { accessType: 'EMAIL_SIGNUP' });
  await app.database.prisma.earlyAccessCampaign.updateMany({
    where: { id },
    data: { isGuestListOnly: true, hasWaitingList: true },
  });
  const fields = { way: 'email', email: 'ada@example.com', acceptsMarketing: 'yes' };
  const stale = await post(secretLink, fields, { token: 'stale' });
  const denied = await post(secretLink, fields);
  await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { capacity: 1, totalPasses: 1 } });
  const full = await post(secretLink, fields);
  const misspelt = await post(secretLink, { way: 'waiting', email: 'ada@' });

  for (const { body, statusCode } of [stale, denied, full]) {
    expect(statusCode).toBe(403);
    expect(body).toContain('value="ada@example.com"');
    expect(body).toMatch(/type="checkbox" value="yes" checked/);
  }
  expect(misspelt.body).toContain('value="ada@"');
});

test('where an address is confirmed later the cookie lasts as long as the pass, and says what is to be done', async () => {
  const product = await aProduct(app, shop);
  const { id, secretLink } = await aCampaign(app, shop, {
    ...{ accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 30, productIds: [product] },
  });

  const opened = await post(secretLink, { way: 'email', email: 'lea@example.com' });
  const expires = Date.parse(/Expires=([^;]+)/.exec(String(opened.headers['set-cookie']))?.[1] ?? '');
  const cookie = cookieOf(opened);
  const pass = await get(String(opened.headers.location), { cookie });

  expect(opened.statusCode).toBe(303);
  expect(Math.round((expires - Date.now()) / 60_000)).toBe(30);
  expect(pass.body).toContain('Open its link before then to keep your access.');
  expect(pass.body).toContain('Blue Bowl');

  await vi.waitFor(() => expect(app.services.mailbox?.list().some(({ to }) => to === 'lea@example.com')).toBe(true));
  const mail = app.services.mailbox?.list().find(({ to }) => to === 'lea@example.com');
  const link = /\/confirm\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  const confirmed = await app.http.inject({ method: 'POST', path: link });
  const kept = Date.parse(/Expires=([^;]+)/.exec(String(confirmed.headers['set-cookie']))?.[1] ?? '');

  expect(confirmed.headers.location).toBe(`/pass/${id}`);
  expect(kept - expires).toBeGreaterThan(60 * 60_000);
  expect((await campaignRow(id)).totalPasses).toBe(1);
});

test('whoever did not confirm in time is led back to the gate', async () => {
  const { secretLink } = await aCampaign(app, shop, {
    ...{ accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 30 },
  });
  const opened = await post(secretLink, { way: 'email', email: 'max@example.com' });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 60_000 });
  try {
    const late = await get(`/c/${secretLink}/pass`, { cookie: cookieOf(opened) });
    expect([late.statusCode, late.headers.location]).toEqual([303, `/c/${secretLink}`]);
  } finally {
    vi.useRealTimers();
  }
});

test('an address of plain http gets a cookie that plain http can carry, still out of reach of scripts', async () => {
  const plain = await appOver(app.database, { PUBLIC_URL: 'http://127.0.0.1:4000' });
  const { secretLink } = await aCampaign(app, shop, { accessType: 'EMAIL_SIGNUP' });
  const form = { token: await freshToken(secretLink), way: 'email', email: 'kim@example.com' };
  const opened = await plain.http.inject({
    ...{ method: 'POST', path: `/c/${secretLink}`, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const cookie = String(opened.headers['set-cookie']);
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
});
