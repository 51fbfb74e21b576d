import { expect, test } from 'vitest';
import { type Mail, type Mailer, MailNotSentError } from './mail.ts';
import { OutgoingMail } from './outgoing-mail.ts';

const mail: Mail = { fromName: 'Shop', to: 'mia@example.org', subject: 's', text: 't', html: 'h', language: 'en' };

/** Fails with each of the problems in turn, then takes what comes. */
function mailerThatFails(...problems: MailNotSentError[]): Mailer & { sent: number } {
  return {
    sent: 0,
    async send() {
      const problem = problems.shift();
      if (problem) throw problem;
      this.sent += 1;
    },
    close: () => undefined,
  };
}

test('a mail that fails for a moment is tried again', async () => {
  const mailer = mailerThatFails(new MailNotSentError('ECONNECTION'), new MailNotSentError('EENVELOPE', 451));
  const outgoing = new OutgoingMail(mailer, [0, 0]);
  const unsent: string[] = [];

  outgoing.post(mail, async ({ code }) => void unsent.push(code));
  await outgoing.settled();

  expect(mailer.sent).toBe(1);
  expect(unsent).toEqual([]);
});

test('a mail that is refused for good is not tried again, and its sender is told', async () => {
  const mailer = mailerThatFails(new MailNotSentError('EENVELOPE', 550));
  const outgoing = new OutgoingMail(mailer, [0, 0]);
  const unsent: string[] = [];
  const reported: unknown[] = [];
  outgoing.reportTo((error) => reported.push(error));

  outgoing.post(mail, async ({ code }) => void unsent.push(code));
  await outgoing.settled();

  expect(mailer.sent).toBe(0);
  expect(unsent).toEqual(['EENVELOPE']);
  expect(reported).toHaveLength(1);
});

test('a failure while telling the sender is reported and harms no other mail', async () => {
  const mailer = mailerThatFails(new MailNotSentError('EENVELOPE', 550));
  const outgoing = new OutgoingMail(mailer, []);
  const reported: unknown[] = [];
  outgoing.reportTo((error) => reported.push(error));

  outgoing.post(mail, () => Promise.reject(new Error('the database is away')));
  outgoing.post(mail, async () => undefined);
  await outgoing.settled();

  expect(mailer.sent).toBe(1);
  expect(reported).toHaveLength(2);
});

test('closing waits for no further try', async () => {
  const outgoing = new OutgoingMail(mailerThatFails(new MailNotSentError('ECONNECTION')), [3_600_000]);
  const unsent: string[] = [];
  outgoing.post(mail, async ({ code }) => void unsent.push(code));

  await outgoing.close(60_000);

  expect(unsent).toEqual(['ECONNECTION']);
});
