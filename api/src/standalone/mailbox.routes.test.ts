import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { Mailbox } from '../platform/mail/mailbox.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});

async function giveAddress(campaignId: string, email: string): Promise<void> {
  const query = `mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }`;
  await app.asVisitor()(query, { input: { campaignId, email } });
  await app.services.outgoing.settled();
}

test('the mailbox shows what was sent, the newest first, as text with a link that can be followed', async () => {
  const shop = await aShop(app, '<b>Bold</b>');
  const { id } = await aCampaign(app, shop, { trustLevel: 'CONFIRM_FIRST' });
  expect((await app.http.inject({ url: '/demo/mailbox' })).body).toContain('Nothing has been sent yet.');

  await giveAddress(id, 'first@example.org');
  await giveAddress(id, 'second@example.org');
  const page = await app.http.inject({ url: '/demo/mailbox' });

  expect(page.body.indexOf('second@example.org')).toBeLessThan(page.body.indexOf('first@example.org'));
  expect(page.body).toMatch(/<a href="https:\/\/vip\.example\/confirm\/[\w-]{32}">/);
  expect(page.body).toContain('&lt;b&gt;Bold&lt;/b&gt;');
  expect(page.body).not.toContain('<b>');
  expect(page.body).toContain('http-equiv="refresh"');
  expect(page.headers['cache-control']).toBe('no-store');
});

test('a page elsewhere whose name leads to this machine reads no mail', async () => {
  const page = await app.http.inject({ url: '/demo/mailbox', headers: { host: 'rebound.example' } });

  expect(page.statusCode).toBe(404);
  expect(page.body).not.toContain('Mailbox');
});

test('with a mail server the mailbox keeps nothing and says so', async () => {
  const mailing = await testApp({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'early@vip.example' });

  const page = await mailing.http.inject({ url: '/demo/mailbox' });

  expect(page.body).toContain('A mail server is set');
});

test('the mailbox keeps a hundred mails', async () => {
  const mailbox = new Mailbox();
  const mail = { fromName: 'Shop', to: 'a@example.org', text: '', html: '', language: 'en' };
  for (let number = 1; number <= 101; number++) await mailbox.send({ ...mail, subject: String(number) });

  expect(mailbox.list()).toHaveLength(100);
  expect(mailbox.list()[0]?.subject).toBe('101');
});
