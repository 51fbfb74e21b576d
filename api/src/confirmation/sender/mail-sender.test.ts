import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Ask, appOver, type TestApp, testApp } from '../../../test/app.ts';
import { aShop } from '../../../test/builders.ts';
import { type SmtpInbox, startSmtpInbox } from '../../platform/mail/smtp-inbox.fixture.ts';

const SENDER = '{ mailSender { way name address } }';
const TEST = 'mutation ($to: String!) { result: testMailSend(to: $to) { userErrors { field code message } } }';
const SHOPIFY = {
  ...{ SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret' },
  APP_KEY: Buffer.alloc(32, 7).toString('base64'),
};

let app: TestApp;
let inbox: SmtpInbox;

beforeAll(async () => {
  inbox = await startSmtpInbox();
  app = await testApp({ SMTP_URL: inbox.url, MAIL_FROM: 'early@vip.example' });
});
beforeEach(() => {
  inbox.mails.length = 0;
  inbox.refuseWith(0);
});
afterAll(() => inbox.close());

async function aMerchant(over = app): Promise<Ask> {
  return over.asTool(await aShop(over, 'Harbour'));
}

async function sendTest(merchant: Ask, to: string) {
  return (await merchant(TEST, { to })).data.result.userErrors;
}

test('the sender is the shop, from the address of the server', async () => {
  const { data } = await (await aMerchant())(SENDER);

  expect(data.mailSender).toEqual({ way: 'SMTP', name: 'Harbour', address: 'early@vip.example' });
});

test('a test mail goes to the address that was typed, from the shop, and nothing more follows', async () => {
  expect(await sendTest(await aMerchant(), ' mia@example.org ')).toEqual([]);

  expect(inbox.mails.map(({ to }) => to)).toEqual([['mia@example.org']]);
  expect(inbox.mails[0]?.raw).toMatch(/^From: "?Harbour"? <early@vip\.example>/m);
  expect(inbox.mails[0]?.raw).toMatch(/^Subject: Your mails arrive/m);
});

test('what is no address is sent nothing', async () => {
  expect(await sendTest(await aMerchant(), 'mia@')).toMatchObject([{ field: ['to'], code: 'INVALID' }]);
  expect(inbox.mails).toEqual([]);
});

test('a refusal of the mail server is told with its number, and without the address', async () => {
  inbox.refuseWith(550);

  const [problem, ...others] = await sendTest(await aMerchant(), 'refused@example.org');

  expect(problem).toMatchObject({ field: null, code: 'UNAVAILABLE', message: expect.stringContaining('550') });
  expect(problem.message).not.toContain('refused@');
  expect(others).toEqual([]);
});

test('a mail server that cannot be reached is told at once, with the setting to look at', async () => {
  const unreachable = await appOver(app.database, { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'early@vip.example' });

  const [problem] = await sendTest(await aMerchant(unreachable), 'far@example.org');

  expect(problem).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('SMTP_URL') });
});

test('a shop has ten test mails an hour, whoever they go to, and another shop has its own', async () => {
  const merchant = await aMerchant();
  for (let sent = 0; sent < 10; sent += 1) expect(await sendTest(merchant, `guest-${sent}@example.org`)).toEqual([]);

  expect(await sendTest(merchant, 'one-more@example.org')).toMatchObject([{ field: ['to'], code: 'TOO_MANY' }]);
  expect(inbox.mails).toHaveLength(10);
  expect(await sendTest(await aMerchant(), 'neighbour@example.org')).toEqual([]);
});

test('no mailbox is filled by the tests of many shops', async () => {
  const answers = [];
  for (let shops = 0; shops < 11; shops += 1) answers.push(await sendTest(await aMerchant(), 'full@example.org'));

  expect(answers.slice(0, 10).flat()).toEqual([]);
  expect(answers[10]).toMatchObject([{ code: 'TOO_MANY' }]);
  expect(inbox.mails).toHaveLength(10);
});

test('standalone mode keeps its mails in the mailbox, and a shop of Shopify’s without a mail server has none', async () => {
  const alone = await appOver(app.database);
  const mute = await appOver(app.database, SHOPIFY);

  expect((await (await aMerchant(alone))(SENDER)).data.mailSender).toMatchObject({ way: 'MAILBOX', address: null });
  expect(await sendTest(await aMerchant(alone), 'try@example.org')).toEqual([]);
  expect(alone.services.mailbox?.list().map(({ to }) => to)).toEqual(['try@example.org']);
  expect((await (await aMerchant(mute))(SENDER)).data.mailSender).toMatchObject({ way: 'NONE', address: null });
  expect(await sendTest(await aMerchant(mute), 'try@example.org')).toMatchObject([{ code: 'UNAVAILABLE' }]);
});
