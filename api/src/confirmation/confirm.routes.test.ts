import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, endCampaign } from '../../test/builders.ts';
import { confirmByLink, givesAddress, timePasses } from './confirmation.fixture.ts';

let app: TestApp;
let campaignId: string;

beforeAll(async () => {
  app = await testApp();
  campaignId = (await aCampaign(app, await aShop(app), { trustLevel: 'CONFIRM_FIRST' })).id;
});

/** A person who gave an address and has the mail: its link's path and secret. */
async function somebody(campaign = campaignId) {
  const email = `${randomUUID()}@example.org`;
  await givesAddress(app, { campaignId: campaign, email, language: 'en' });
  await app.services.outgoing.settled();
  const mail = app.services.mailbox?.list().find(({ to }) => to === email);
  const token = /\/confirm\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  return { email, token, url: `/confirm/${token}` };
}

function press(url: string, headers: Record<string, string> = {}) {
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
  return app.http.inject({ method: 'POST', url, headers: form, payload: '' });
}

async function hasConfirmed(email: string): Promise<boolean> {
  const signup = await app.database.prisma.signup.findFirst({ where: { email } });
  return signup?.confirmedAt !== null;
}

async function countPlaces(): Promise<number> {
  return app.database.prisma.accessPass.count({ where: { campaignId } });
}

test('a scanner that opens the link spends nothing and learns nothing', async () => {
  const { email, url } = await somebody();

  const pages = await Promise.all(
    [url, url, `/confirm/${'A'.repeat(32)}`].map((path) => app.http.inject({ url: path })),
  );
  const head = await app.http.inject({ method: 'HEAD', url });

  expect(new Set(pages.map(({ body }) => body)).size).toBe(1);
  expect(new Set([...pages, head].map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(pages[0]?.body).not.toContain('script');
  expect(pages[0]?.headers['cache-control']).toBe('private, no-store');
  expect(pages[0]?.headers['referrer-policy']).toBe('no-referrer');
  expect(await hasConfirmed(email)).toBe(false);
  expect((await press(url)).statusCode).toBeLessThan(400);
  expect(await hasConfirmed(email)).toBe(true);
});

test('the link opens on one device and then on another, for one place', async () => {
  const { token, url } = await somebody();
  const before = await countPlaces();

  const pressed = await Promise.all([press(url), press(url), press(url)]);
  const elsewhere = await confirmByLink(app, token);

  expect(elsewhere).toBe('GateOpened');
  expect(pressed.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual(
    pressed.map(() => [303, `/pass/${campaignId}`]),
  );
  expect(await countPlaces()).toBe(before + 1);
});

test('without a script, the press leads to the page that shows what is open', async () => {
  const { url } = await somebody();

  const pressed = await press(url);
  const cookie = String(pressed.headers['set-cookie']).split(';')[0] ?? '';
  const page = await app.http.inject({ url: String(pressed.headers.location), headers: { cookie } });

  expect(pressed.body).not.toContain(cookie.split('=')[1] ?? '');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Winter drop');
});

test('an unknown, a mistyped and an expired link get the same page', async () => {
  const { url } = await somebody();
  await timePasses(app, { minutes: 31 });

  const answers = await Promise.all([url, `/confirm/${'A'.repeat(32)}`, '/confirm/x'].map((path) => press(path)));

  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
});

test('where the campaign has ended meanwhile, the address is confirmed and nothing opens', async () => {
  const ended = await aCampaign(app, await aShop(app), { trustLevel: 'CONFIRM_FIRST' });
  const { url } = await somebody(ended.id);
  await endCampaign(app, ended.id, new Date(Date.now() - 60_000));

  const answer = await press(url);

  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('nothing is open right now');
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('the page speaks the language that the browser likes best among ours', async () => {
  const liked: [string | undefined, string][] = [
    ['sv, de-AT;q=0.8, en;q=0.5', '<html lang="de"'],
    ['ar', 'dir="rtl"'],
    ['en;q=0, ja', '<html lang="ja"'],
    ['xx;q=banana,,;;', '<html lang="en"'],
    [undefined, '<html lang="en"'],
  ];
  for (const [header, mark] of liked) {
    const headers = header === undefined ? {} : { 'accept-language': header };
    expect([header, (await app.http.inject({ url: '/confirm/x', headers })).body.includes(mark)]).toEqual([
      header,
      true,
    ]);
  }
});

test('a body that is too large for the form is refused', async () => {
  const { url } = await somebody();

  const large = await app.http.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'x'.repeat(2000),
  });

  expect(large.statusCode).toBe(413);
});

test('while the database is away the visitor is told to try again, with the button still there', async () => {
  const { url } = await somebody();
  await app.database.close();

  const answer = await press(url, { 'accept-language': 'de' });

  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBeDefined();
  expect(answer.body).toContain('<button');
  expect(answer.body).not.toMatch(/prisma|error|stack/i);
});
