import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Mail, MailNotSentError } from './mail.ts';
import { type SmtpInbox, startSmtpInbox } from './smtp-inbox.fixture.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

let inbox: SmtpInbox;
beforeAll(async () => {
  inbox = await startSmtpInbox();
});
beforeEach(() => {
  inbox.mails.length = 0;
  inbox.refuseWith(0);
});
afterAll(() => inbox.close());

const mail: Mail = {
  fromName: 'Harbour & Söhne',
  to: 'mia@example.org',
  subject: '123456 is your code',
  text: 'Hello',
  html: '<p>Hello</p>',
  language: 'en',
};

async function send(changes: Partial<Mail> = {}): Promise<void> {
  const mailer = createSmtpMailer({ url: inbox.url, from: 'early@vip.example' });
  await mailer.send({ ...mail, ...changes }).finally(() => mailer.close());
}

function headersOf(raw: string): string {
  return raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
}

/** The text of a header's encoded words (RFC 2047). */
function decoded(header: string): string {
  const words = [...header.matchAll(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi)];
  const bytes = words.map(([, kind, text = '']) =>
    kind === 'B'
      ? Buffer.from(text, 'base64')
      : Buffer.from(
          text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ),
  );
  return Buffer.concat(bytes).toString('utf8');
}

test('a mail arrives with its words twice, the shop’s name and headers that keep robots from answering', async () => {
  await send();

  const [received] = inbox.mails;
  const headers = headersOf(received?.raw ?? '');
  expect(received?.to).toEqual(['mia@example.org']);
  expect(headers).toMatch(/^From: .+ <early@vip\.example>$/m);
  expect(headers).toMatch(/^Message-ID: <[0-9a-f-]{36}@vip\.example>$/im);
  expect(headers).toContain('Auto-Submitted: auto-generated');
  expect(headers).toContain('Content-Language: en');
  expect(headers).toContain('multipart/alternative');
  expect(received?.raw).toContain('<p>Hello</p>');
});

test('no name and no subject adds a header or a recipient', async () => {
  const hostile = 'Shop\r\nBcc: thief@example.org\u2028X-Evil: 1';
  await send({ fromName: hostile, subject: hostile });

  const headers = headersOf(inbox.mails[0]?.raw ?? '');
  expect(inbox.mails[0]?.to).toEqual(['mia@example.org']);
  expect(headers).not.toMatch(/^(Bcc|X-Evil):/im);
});

test('a subject that is cut short ends with a whole character', async () => {
  await send({ subject: `!${'🎁'.repeat(300)}` });

  const subject = /^Subject: (.*)$/m.exec(headersOf(inbox.mails[0]?.raw ?? ''))?.[1] ?? '';
  expect(decoded(subject)).toBe(`!${'🎁'.repeat(199)}`);
});

test('a refusal says the number and never the address', async () => {
  inbox.refuseWith(550);

  const problem = await send().catch((error: unknown) => error);

  expect(problem).toBeInstanceOf(MailNotSentError);
  expect(problem).toMatchObject({ responseCode: 550, isPassing: false });
  expect(JSON.stringify(problem) + String(problem) + String((problem as Error).stack)).not.toContain('mia@');
});

test('a server that is busy or out of reach may take the mail later', async () => {
  inbox.refuseWith(451);
  await expect(send()).rejects.toMatchObject({ responseCode: 451, isPassing: true });

  const unreachable = createSmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'early@vip.example' });
  await expect(unreachable.send(mail)).rejects.toMatchObject({ isPassing: true });
  unreachable.close();
});
