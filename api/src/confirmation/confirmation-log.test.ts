import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appOver } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { testDatabase } from '../../test/database.ts';
import { type SmtpInbox, startSmtpInbox } from '../platform/mail/smtp-inbox.fixture.ts';
import { confirmWith, givesAddress, mailTo } from './confirmation.fixture.ts';

let inbox: SmtpInbox;
beforeAll(async () => {
  inbox = await startSmtpInbox();
});
afterAll(() => inbox.close());

async function loggingApp() {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk)) as undefined) });
  const env = { SMTP_URL: inbox.url, MAIL_FROM: 'early@vip.example', LOG_LEVEL: 'trace' };
  return { app: await appOver(await testDatabase(), env, { log: sink }), lines };
}

test('the log names no address, code, link or handle, also where the mail server does', async () => {
  const { app, lines } = await loggingApp();
  const campaign = await aCampaign(app, await aShop(app), { trustLevel: 'CONFIRM_FIRST' });
  const visit = { campaignId: campaign.id, language: 'en' };

  const { confirmation } = await givesAddress(app, { ...visit, email: 'zoe.marker@example.org' });
  const { code, token } = await mailTo(app, inbox, 'zoe.marker@example.org');
  await confirmWith(app, confirmation, code);
  await app.http.inject({ url: `/confirm/${token}` });
  await app.http.inject({ method: 'POST', url: `/confirm/${token}` });
  inbox.refuseWith(550);
  await givesAddress(app, { ...visit, email: 'yan.marker@example.org' });
  await app.services.outgoing.settled();

  const log = lines.join('');
  expect(log).toContain('a mail could not be sent');
  expect(log).toContain('550');
  expect(log).toContain('/confirm/:token');
  for (const secret of ['marker', `"${code}"`, token, confirmation]) expect(log).not.toContain(secret);
});
