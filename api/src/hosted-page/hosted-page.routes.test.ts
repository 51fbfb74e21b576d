import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aProduct, aShop } from '../../test/builders.ts';

let app: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app, 'Kiln & Co');
});

afterEach(() => void vi.useRealTimers());

const UNKNOWN = 'u9Xk2mQ7wZr4Lp8TnB3vAbCd';

interface Sent {
  headers?: Record<string, string>;
  remoteAddress?: string;
}

function get(path: string, headers: Record<string, string> = {}) {
  return app.http.inject({ path, headers });
}

/** Opens the page and sends one of its forms, as a browser without scripts does. */
async function send(secret: string, fields: Record<string, string>, sent: Sent = {}) {
  const { body } = await get(`/c/${secret}`, sent.headers);
  return post(secret, { token: tokenIn(body), ...fields }, sent);
}

function post(
  secret: string,
  fields: Record<string, string>,
  { headers = {}, remoteAddress = '192.0.2.1' }: Sent = {},
) {
  return app.http.inject({
    ...{ method: 'POST', path: `/c/${secret}`, remoteAddress, payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
  });
}

function tokenIn(body: string): string {
  return /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

function cookieOf(response: { headers: Record<string, unknown> }): string {
  return String(response.headers['set-cookie'] ?? '').split(';')[0] ?? '';
}

/** The path of the link in the mail to an address; empty while there is none. */
function mailedLinkTo(address: string): string {
  const mail = JSON.stringify(app.services.mailbox?.list().find((sent) => sent.to === address) ?? '');
  return /\/confirm\/[\w-]+/.exec(mail)?.[0] ?? '';
}

/** Changes what the builders have no word for, as the admin does. */
async function aCampaignWith(fields: Record<string, unknown>) {
  return aCampaign(app, shop, fields);
}

test("a secret link leads to its campaign's page, which nobody keeps, indexes or passes on", async () => {
  const { secretLink } = await aCampaignWith({ name: 'Winter preview' });

  const page = await get(`/c/${secretLink}`);

  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('>Winter preview</h1>');
  expect(page.body).toContain('Kiln &amp; Co');
  expect(page.body).toContain(`<vip-gate secret-link="${secretLink}" without-heading>`);
  expect(page.body).toContain('<meta property="og:title" content="Winter preview">');
  expect(page.headers).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  expect(page.headers['set-cookie']).toBeUndefined();
});

test('the page runs no script but ours, cannot be framed, and sends its forms nowhere else', async () => {
  const { secretLink } = await aCampaignWith({ accentColor: '#aa3300' });

  const page = await get(`/c/${secretLink}`);

  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.body).toContain('--accent: #aa3300; --accent-text: #fff;');
});

test("a merchant's words are shown as they were typed, markup and all", async () => {
  const typed = '<img src=x onerror=alert(1)>"';
  const texts = ['heading', 'passwordIntro', 'passwordLabel', 'passwordButton', 'emailIntro', 'emailButton'];
  const { secretLink } = await aCampaignWith({
    ...{
      name: typed,
      description: typed,
      consentText: typed,
      accessType: 'PASSWORD_OR_EMAIL',
      password: 'first light',
    },
    texts: texts.map((name) => ({ name, text: typed })),
  });

  const page = await get(`/c/${secretLink}`);

  expect(page.body).not.toContain('<img src=x');
  expect(page.body.split('&lt;img src=x onerror=alert(1)&gt;&quot;').length).toBeGreaterThan(texts.length);
});

test("the merchant's picture is on the page and in what is shared of it", async () => {
  const { secretLink } = await aCampaignWith({ pictureUrl: 'https://pictures.example/kiln.jpg' });

  const page = await get(`/c/${secretLink}`);

  expect(page.body).toContain('<img src="https://pictures.example/kiln.jpg" alt=""');
  expect(page.body).toContain('<meta property="og:image" content="https://pictures.example/kiln.jpg">');
});

test('a visitor reads the page in the language that the browser asks for, from right to left where it is written so', async () => {
  const { secretLink } = await aCampaignWith({ accessType: 'PASSWORD', password: 'first light' });

  const german = await get(`/c/${secretLink}`, { 'accept-language': 'fi, de-CH;q=0.8, en;q=0.5' });
  const arabic = await get(`/c/${secretLink}`, { 'accept-language': 'ar' });

  expect(german.body).toContain('<html lang="de-CH" dir="ltr">');
  expect(german.body).toContain('Du hast ein Passwort? Gib es hier ein.');
  expect(arabic.body).toContain('<html lang="ar" dir="rtl">');
});

test('a link that leads nowhere is answered alike, whatever is wrong with it and whatever is sent', async () => {
  const unknown = await get(`/c/${UNKNOWN}`);
  const malformed = await get('/c/%3Cscript%3E');
  const posted = await post(UNKNOWN, { way: 'password', password: 'first light' });
  const pass = await get(`/c/${UNKNOWN}/pass`);

  expect([unknown, malformed, posted, pass].map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
  expect(new Set([unknown, malformed, posted, pass].map(({ body }) => body)).size).toBe(1);
  expect(unknown.body).toContain('This link leads nowhere');
});

test('a password lets in without scripts: the pass is in a cookie that scripts cannot read, and the products are seen', async () => {
  const product = await aProduct(app, shop, 'Salt Cellar');
  const { secretLink } = await aCampaignWith({
    accessType: 'PASSWORD',
    password: 'first light',
    productIds: [product],
  });

  const opened = await send(secretLink, { way: 'password', password: ' First  Light ' });
  const pass = await get(`/c/${secretLink}/pass`, { cookie: cookieOf(opened) });

  expect(opened.statusCode).toBe(303);
  expect(opened.headers.location).toBe(`/c/${secretLink}/pass`);
  expect(opened.headers['set-cookie']).toMatch(
    new RegExp(`^vip-pass=[^;]+; Path=/c/${secretLink}; Expires=[^;]+; HttpOnly; SameSite=Lax; Secure$`),
  );
  expect(pass.statusCode).toBe(200);
  expect(pass.body).toContain('Salt Cellar');
  expect(pass.body).toContain('€48.00');
  expect(pass.body).toContain('Until ');
  expect(pass.headers['cache-control']).toBe('private, no-store');
});

test('a wrong password leaves the gate closed, is told under its field, and is not sent back', async () => {
  const { secretLink } = await aCampaignWith({ accessType: 'PASSWORD', password: 'first light' });

  const denied = await send(secretLink, { way: 'password', password: 'last-darkness' });

  expect(denied.statusCode).toBe(403);
  expect(denied.body).toContain('Check the spelling and try again.');
  expect(denied.body).toContain('aria-describedby="hosted-password-answer" aria-invalid="true"');
  expect(denied.body).not.toContain('last-darkness');
  expect(denied.headers['set-cookie']).toBeUndefined();
});

test('an e-mail form makes the sign-up with the consent, its words and language as they were shown', async () => {
  const { id, secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });
  const headers = { 'accept-language': 'de' };
  const page = await get(`/c/${secretLink}`, headers);
  const consentText = /name="consentText" value="([^"]+)"/.exec(page.body)?.[1]?.replace('&amp;', '&') ?? '';

  const opened = await send(
    secretLink,
    { way: 'email', email: 'Ada@example.com', acceptsMarketing: 'yes', consentText },
    { headers },
  );

  const signup = await app.database.prisma.signup.findFirst({
    where: { shop, campaignId: id },
    include: { consents: true },
  });
  expect(opened.statusCode).toBe(303);
  expect(signup).toMatchObject({ email: 'Ada@example.com' });
  expect(signup?.consents[0]).toMatchObject({
    text: 'Kiln & Co darf mir Neuigkeiten und Angebote per E-Mail schicken. Für den Zugang ist das nicht nötig.',
    language: 'de',
    page: 'https://vip.example/c/',
  });
});

test('an address that cannot be meant stays in its field with the answer below', async () => {
  const { secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });

  const answer = await send(secretLink, { way: 'email', email: 'ada at "home"', acceptsMarketing: 'yes' });

  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('value="ada at &quot;home&quot;"');
  expect(answer.body).toContain('value="yes" checked');
  expect(answer.body).toContain('Please enter an e-mail address');
});

test('a robot that fills the trap is told what a wrong visitor is told, and nothing is kept', async () => {
  const { id, secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });

  const answer = await send(secretLink, { way: 'email', email: 'robot@example.com', website: 'https://spam.example' });

  expect(answer.statusCode).toBe(403);
  expect(await app.database.prisma.signup.count({ where: { shop, campaignId: id } })).toBe(0);
});

test('a secret link spends nothing when it is opened, and lets in by its button', async () => {
  const { id, secretLink } = await aCampaignWith({ accessType: 'SECRET_LINK' });

  const page = await get(`/c/${secretLink}?utm_source=mail`);
  const before = await app.database.prisma.accessPass.count({ where: { shop, campaignId: id } });
  const opened = await send(secretLink, { way: 'link' });

  expect(page.body).toContain('Your link lets you in.');
  expect(before).toBe(0);
  expect(opened.statusCode).toBe(303);
  expect(await app.database.prisma.accessPass.count({ where: { shop, campaignId: id } })).toBe(1);
});

test('a form that another site sends, or that is not ours, is tried by nobody', async () => {
  const { id, secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });
  const other = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });
  const form = { way: 'email', email: 'ada@example.com' };
  const foreignToken = tokenIn((await get(`/c/${other.secretLink}`)).body);

  const crossSite = await send(secretLink, form, { headers: { 'sec-fetch-site': 'cross-site' } });
  const foreignOrigin = await send(secretLink, form, {
    headers: { 'sec-fetch-site': '', origin: 'https://evil.example' },
  });
  const withoutToken = await post(secretLink, form);
  const ofAnotherLink = await post(secretLink, { ...form, token: foreignToken });

  for (const answer of [crossSite, foreignOrigin, withoutToken, ofAnotherLink]) {
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain('Please send it once more.');
    expect(answer.body).toContain('value="ada@example.com"');
  }
  expect(await app.database.prisma.signup.count({ where: { shop, campaignId: id } })).toBe(0);
});

test('a page that was open for half a day asks to be sent once more', async () => {
  const { secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });
  const token = tokenIn((await get(`/c/${secretLink}`)).body);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 13 * 60 * 60 * 1000 });

  const late = await post(secretLink, { way: 'email', email: 'ada@example.com', token });
  const again = await post(secretLink, { way: 'email', email: 'ada@example.com', token: tokenIn(late.body) });

  expect(late.body).toContain('Please send it once more.');
  expect(again.statusCode).toBe(303);
});

test('an old browser that only says where the form came from is believed when it was here', async () => {
  const { secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });
  const token = tokenIn((await get(`/c/${secretLink}`)).body);
  const payload = new URLSearchParams({ way: 'email', email: 'ada@example.com', token }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    host: 'vip.example',
    origin: 'https://vip.example',
  };

  const opened = await app.http.inject({ method: 'POST', path: `/c/${secretLink}`, headers, payload });

  expect(opened.statusCode).toBe(303);
});

test('too many wrong guesses are told with the time, and the right password does not help before', async () => {
  const { secretLink } = await aCampaignWith({ accessType: 'PASSWORD', password: 'first light' });
  const sent = { remoteAddress: '198.51.100.7' };
  for (let guess = 0; guess < 10; guess += 1)
    await send(secretLink, { way: 'password', password: `guess ${guess}` }, sent);

  const answer = await send(secretLink, { way: 'password', password: 'first light' }, sent);

  expect(answer.statusCode).toBe(429);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(answer.body).toContain('Too many tries. You can try again at');
});

test('before the window the page tells when it opens in the zone of the shop, by its name, and takes no form', async () => {
  const startsAt = new Date(Date.now() + 48 * 60 * 60 * 1000).toISOString();
  const { secretLink } = await aCampaignWith({ accessType: 'PASSWORD', password: 'first light', startsAt });

  const page = await get(`/c/${secretLink}`);

  expect(page.body).toMatch(/Opens [^<]+ Central European Time\./);
  expect(page.body).not.toContain('name="password"');
});

test('a paused campaign says so and shows no form', async () => {
  const { secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP', isActive: false });

  const page = await get(`/c/${secretLink}`);

  expect(page.body).toContain('open right now. Please come back later.');
  expect(page.body).not.toContain('name="email"');
});

test('when all places are taken the waiting list takes an address, and who has a place still gets in', async () => {
  const { id, secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP', capacity: 1, hasWaitingList: true });
  await send(secretLink, { way: 'email', email: 'ada@example.com' });

  const full = await get(`/c/${secretLink}`);
  const late = await send(secretLink, { way: 'email', email: 'bob@example.com' });
  const waiting = await send(secretLink, { way: 'waiting', email: 'bob@example.com' });
  const returning = await send(secretLink, { way: 'email', email: 'ada@example.com' });

  expect(full.body).toContain('All places are taken.');
  expect(late.statusCode).toBe(403);
  expect(late.body).toContain('All places are taken.');
  expect(waiting.body).toContain('on the waiting list.');
  expect(await app.database.prisma.waitingListEntry.count({ where: { shop, campaignId: id } })).toBe(1);
  expect(returning.statusCode).toBe(303);
});

test('who is not on the guest list is denied as everybody is, and may wait', async () => {
  const { secretLink } = await aCampaignWith({
    accessType: 'EMAIL_SIGNUP',
    isGuestListOnly: true,
    hasWaitingList: true,
  });

  const denied = await send(secretLink, { way: 'email', email: 'eve@example.com' });

  expect(denied.statusCode).toBe(403);
  expect(denied.body).toContain('Check the spelling and try again.');
  expect(denied.body).toContain('value="waiting"');
});

test('where an address must be proved first, the code is asked for, and a wrong one opens nothing', async () => {
  const { secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_FIRST' });

  const asked = await send(secretLink, { way: 'email', email: 'ada@example.com' });
  const confirmation = /name="confirmation" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
  const wrong = await send(secretLink, { way: 'code', confirmation, code: 'abcdef', email: 'ada@example.com' });

  expect(asked.statusCode).toBe(200);
  expect(asked.headers['set-cookie']).toBeUndefined();
  expect(asked.body).toContain('autocomplete="one-time-code"');
  expect(wrong.statusCode).toBe(403);
  expect(wrong.body).toContain('have a new code sent.');
  expect(wrong.body).toContain(`value="${confirmation}"`);
});

test("a pass of another campaign, a forged one and none open nobody's pass page", async () => {
  const mine = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });
  const other = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });
  const cookie = cookieOf(await send(other.secretLink, { way: 'email', email: 'ada@example.com' }));

  for (const headers of [{}, { cookie }, { cookie: 'vip-pass=eyJhbGciOiJub25lIn0.e30.' }]) {
    const pass = await get(`/c/${mine.secretLink}/pass`, headers as Record<string, string>);
    const byId = await get(`/pass/${mine.id}`, headers as Record<string, string>);
    expect([pass.statusCode, pass.headers.location]).toEqual([303, `/c/${mine.secretLink}`]);
    expect(byId.statusCode).toBe(403);
    expect(byId.body).toContain('in yet');
  }
});

test('whoever is in already is led to the products instead of being asked again', async () => {
  const { secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });
  const cookie = cookieOf(await send(secretLink, { way: 'email', email: 'ada@example.com' }));

  const page = await get(`/c/${secretLink}`, { cookie });

  expect(page.body).toContain(`href="/c/${secretLink}/pass"`);
  expect(page.body).not.toContain('name="email"');
});

test('a link from a mail proves the address by its button and leads to the pass page', async () => {
  const { id, secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_FIRST' });
  await send(secretLink, { way: 'email', email: 'lin@example.com' });
  await vi.waitFor(() => expect(mailedLinkTo('lin@example.com')).not.toBe(''));

  const opened = await app.http.inject({ method: 'POST', path: mailedLinkTo('lin@example.com') });
  const pass = await get(String(opened.headers.location), { cookie: cookieOf(opened) });

  expect(opened.statusCode).toBe(303);
  expect(opened.headers.location).toBe(`/pass/${id}`);
  expect(opened.headers['set-cookie']).toContain(`Path=/pass/${id};`);
  expect(pass.statusCode).toBe(200);
  expect(pass.body).toContain('You&#39;re in.');
});

test.each([
  ['of another kind', { 'content-type': 'application/xml' }, '<way/>', 415],
  ['too large', { 'content-type': 'application/x-www-form-urlencoded' }, 'x'.repeat(20_000), 413],
  ['without a meaning', { 'content-type': 'application/x-www-form-urlencoded' }, 'way=everything', 400],
])('a body %s is refused in a sentence', async (_kind, headers, payload, status) => {
  const { secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });

  const answer = await app.http.inject({ method: 'POST', path: `/c/${secretLink}`, headers, payload });

  expect(answer.statusCode).toBe(status);
  expect(answer.body).toContain('We couldn&#39;t read that');
});

test('a character that no keyboard has is left out', async () => {
  const { id, secretLink } = await aCampaignWith({ accessType: 'EMAIL_SIGNUP' });

  const answer = await send(secretLink, { way: 'email', email: 'ada\0@example.com', consentText: 'News\0.' });

  expect(answer.statusCode).toBe(303);
  expect(await app.database.prisma.signup.findFirst({ where: { campaignId: id } })).toMatchObject({
    email: 'ada@example.com',
  });
});

test('a description of any length leaves a preview of whole words', async () => {
  const { secretLink } = await aCampaignWith({ description: 'words '.repeat(200) });

  const page = await get(`/c/${secretLink}`);

  const preview = /og:description" content="([^"]*)"/.exec(page.body)?.[1] ?? '';
  expect(preview.length).toBeLessThanOrEqual(201);
  expect(preview.endsWith('words…')).toBe(true);
});
