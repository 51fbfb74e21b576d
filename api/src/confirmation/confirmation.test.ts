import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { type SmtpInbox, startSmtpInbox } from '../platform/mail/smtp-inbox.fixture.ts';
import { confirmByLink, confirmWith, givesAddress, mailTo, resend, timePasses } from './confirmation.fixture.ts';
import { LANGUAGES } from './confirmation-language.ts';
import { confirmationMail } from './confirmation-mail.ts';

let app: TestApp;
let inbox: SmtpInbox;
let campaignId: string;

beforeAll(async () => {
  inbox = await startSmtpInbox();
  app = await testApp({ SMTP_URL: inbox.url, MAIL_FROM: 'early@vip.example' });
  const shop = await aShop(app, 'Harbour <Goods>');
  campaignId = (await aCampaign(app, shop, { name: 'Winter & more', trustLevel: 'CONFIRM_FIRST' })).id;
});
beforeEach(() => inbox.refuseWith(0));
afterAll(() => inbox.close());

function asks(email: string, language = 'en') {
  return givesAddress(app, { campaignId, email, language });
}

test('the code from the mail opens the gate, however it is typed, and opens it again', async () => {
  const asked = await asks('ann@example.org');
  const { code } = await mailTo(app, inbox, 'ann@example.org');
  const arabic = [...code].map((digit) => String.fromCodePoint(0x0660 + Number(digit))).join('');

  expect(asked.__typename).toBe('ConfirmationRequired');
  expect(JSON.stringify(asked)).not.toContain('example.org');
  expect(await confirmWith(app, asked.confirmation, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe('GateOpened');
  expect(await confirmWith(app, asked.confirmation, arabic)).toBe('GateOpened');
});

test('five wrong codes end the code, and another mail brings a new one', async () => {
  const { confirmation } = await asks('bob@example.org');
  const { code } = await mailTo(app, inbox, 'bob@example.org');
  const wrong = code === '000000' ? '000001' : '000000';

  for (let guess = 0; guess < 5; guess++) expect(await confirmWith(app, confirmation, wrong)).toBe('GateDenied');
  expect(await confirmWith(app, confirmation, code)).toBe('TooManyAttempts');

  await timePasses(app, { minutes: 1 });
  expect((await resend(app, confirmation)).__typename).toBe('ConfirmationRequired');
  const next = await mailTo(app, inbox, 'bob@example.org');
  expect(await confirmWith(app, confirmation, next.code)).toBe('GateOpened');
});

test('wrong codes side by side on two processes count one by one', async () => {
  const other = await appOver(app.database, { SMTP_URL: inbox.url, MAIL_FROM: 'early@vip.example' });
  const { confirmation } = await asks('cyd@example.org');
  const { code } = await mailTo(app, inbox, 'cyd@example.org');
  const wrong = code === '000000' ? '000001' : '000000';

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, guess) => confirmWith(guess % 2 ? app : other, confirmation, wrong)),
  );

  expect(answers.filter((answer) => answer === 'GateDenied')).toHaveLength(5);
  expect(answers.filter((answer) => answer === 'TooManyAttempts')).toHaveLength(15);
});

test('what is no code of six digits costs no guess', async () => {
  const { confirmation } = await asks('dee@example.org');
  const { code } = await mailTo(app, inbox, 'dee@example.org');

  for (const typed of ['', '12345', 'abcdef', '1234567', '']) await confirmWith(app, confirmation, typed);
  expect(await confirmWith(app, confirmation, code)).toBe('GateOpened');
});

test('a second press within the minute mails nothing and keeps the code good', async () => {
  const [first, second] = await Promise.all([asks('eve@example.org'), asks('EVE@example.org ')]);
  const again = await resend(app, first.confirmation);
  const { code, count } = await mailTo(app, inbox, 'eve@example.org');

  expect(count).toBe(1);
  expect(again.__typename).toBe('TooManyAttempts');
  expect(second.confirmation).toBe(first.confirmation);
  expect(await confirmWith(app, second.confirmation, code)).toBe('GateOpened');
});

test('five mails go to one address, the sixth an hour after the fifth', async () => {
  const { confirmation } = await asks('fay@example.org');
  for (let mail = 2; mail <= 5; mail++) {
    await timePasses(app, { minutes: 1 });
    expect((await resend(app, confirmation)).__typename).toBe('ConfirmationRequired');
  }

  await timePasses(app, { minutes: 58 });
  expect((await resend(app, confirmation)).__typename).toBe('TooManyAttempts');
  await timePasses(app, { minutes: 2 });
  expect((await resend(app, confirmation)).__typename).toBe('ConfirmationRequired');
  expect((await mailTo(app, inbox, 'fay@example.org')).count).toBe(6);
});

test('a new mail ends the code and the link of the one before', async () => {
  const { confirmation } = await asks('gus@example.org');
  const old = await mailTo(app, inbox, 'gus@example.org');
  await timePasses(app, { minutes: 1 });
  await resend(app, confirmation);
  const { code } = await mailTo(app, inbox, 'gus@example.org');

  expect(await confirmByLink(app, old.token)).toBe('GateDenied');
  if (old.code !== code) expect(await confirmWith(app, confirmation, old.code)).toBe('GateDenied');
});

test('after half an hour neither code nor link opens', async () => {
  const { confirmation } = await asks('hal@example.org');
  const { code, token } = await mailTo(app, inbox, 'hal@example.org');
  await timePasses(app, { minutes: 31 });

  expect(await confirmWith(app, confirmation, code)).toBe('GateDenied');
  expect(await confirmByLink(app, token)).toBe('GateDenied');
});

test('where a campaign confirms later, the mail is good as long as the pass', async () => {
  const shop = await aShop(app);
  const later = await aCampaign(app, shop, { trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 120 });
  const opened = await givesAddress(app, { campaignId: later.id, email: 'ivy@example.org', language: 'en' });
  const { code, raw } = await mailTo(app, inbox, 'ivy@example.org');
  await timePasses(app, { minutes: 90 });

  expect(opened.__typename).toBe('GateOpened');
  expect(raw).toContain('2 hours');
  expect(await confirmWith(app, opened.handle, code)).toBe('GateOpened');
});

test('the code of one person confirms nobody else, and unknown handles and links get the one answer', async () => {
  const [jo, kim] = await Promise.all([asks('jo@example.org'), asks('kim@example.org')]);
  const [joMail, kimMail] = [await mailTo(app, inbox, 'jo@example.org'), await mailTo(app, inbox, 'kim@example.org')];
  const unknown = `${'A'.repeat(43)}.en`;

  if (joMail.code !== kimMail.code) expect(await confirmWith(app, jo.confirmation, kimMail.code)).toBe('GateDenied');
  expect(await confirmWith(app, unknown, joMail.code)).toBe('GateDenied');
  expect((await resend(app, unknown)).__typename).toBe('GateDenied');
  expect((await resend(app, 'x')).__typename).toBe('GateDenied');
  for (const token of ['', 'x', 'A'.repeat(32), jo.confirmation]) {
    expect(await confirmByLink(app, token)).toBe('GateDenied');
  }
  expect(await confirmWith(app, kim.confirmation, kimMail.code)).toBe('GateOpened');
});

test('a mail that the server refuses may be asked for again at once', async () => {
  inbox.refuseWith(550);
  const { confirmation } = await asks('lou@example.org');
  await app.services.outgoing.settled();
  inbox.refuseWith(0);

  expect((await resend(app, confirmation)).__typename).toBe('ConfirmationRequired');
  expect((await mailTo(app, inbox, 'lou@example.org')).count).toBe(1);
});

test('the database holds neither code nor link nor handle', async () => {
  const { confirmation } = await asks('may@example.org');
  const { code, token } = await mailTo(app, inbox, 'may@example.org');

  const rows = await app.database.prisma.$queryRaw<{ row: string }[]>`
    SELECT row_to_json(c)::text || encode(c."codeDigest", 'escape') AS row FROM "EmailConfirmation" c`;

  const kept = rows.map(({ row }) => row).join();
  const hexOf = (text: string) => Buffer.from(text).toString('hex');
  for (const secret of [`"${code}"`, token, confirmation, hexOf(code), hexOf(token)])
    expect(kept).not.toContain(secret);
});

test('the mail speaks the visitor’s language and shows a merchant’s markup as text', async () => {
  const { confirmation } = await asks('noa@example.org', 'de-AT');
  const { raw } = await mailTo(app, inbox, 'noa@example.org');
  await timePasses(app, { minutes: 1 });
  await resend(app, confirmation);

  expect(raw).toContain('Content-Language: de');
  expect(raw).toContain('30 Minuten');
  expect(raw).toContain('Harbour &lt;Goods&gt;');
  expect((await mailTo(app, inbox, 'noa@example.org')).raw).toContain('Content-Language: de');
});

test('neither a shop’s nor a campaign’s name adds a header, a recipient or a line to a mail', async () => {
  const evil = 'Kiln\r\nBcc: thief@example.org\r\n\r\nCall 555\u2028X-Evil: 1';
  const shop = await aShop(app, evil);
  const { id } = await aCampaign(app, shop, { name: evil.replaceAll('Kiln', 'Winter'), trustLevel: 'CONFIRM_FIRST' });
  await givesAddress(app, { campaignId: id, email: 'pia@example.org', language: 'en' });
  await app.services.outgoing.settled();

  const mail = inbox.mails.findLast(({ to }) => to.join() === 'pia@example.org');
  const [headers = ''] = (mail?.raw ?? '').split('\r\n\r\n');
  expect(headers).toMatch(/^Subject: \d{6} is your code for Kiln/m);
  expect(headers).not.toMatch(/^(Bcc|X-Evil):/im);
  expect(mail?.raw.replaceAll('=\r\n', '')).not.toMatch(/^(Bcc|Call|X-Evil)/im);
  expect(inbox.mails.flatMap(({ to }) => to)).not.toContain('thief@example.org');
});

test.each(LANGUAGES)(
  'in %s the mail has code, link and time in its text and in its HTML, and speaks one language',
  (language) => {
    const [code, link] = ['042917', 'https://vip.example/confirm/aBc'];
    const given = { to: 'mia@example.org', shopName: 'Kiln', campaignName: 'Winter', code, link, minutes: 30 };
    const mail = confirmationMail({ ...given, language });

    expect(mail.subject).toContain(code);
    for (const body of [mail.text, mail.html]) {
      for (const part of [code, link, '30', 'Kiln', 'Winter']) expect(body).toContain(part);
      expect(body).not.toMatch(/undefined|\[object|\{\w+\}/);
    }
    expect(mail.html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(mail.text.includes('Enter this code')).toBe(language === 'en');
  },
);
