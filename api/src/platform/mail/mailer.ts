import type { FastifyInstance } from 'fastify';
import { type Mailer, MailNotSentError } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import type { OutgoingMail } from './outgoing-mail.ts';
import { createSmtpMailer, type SmtpSettings } from './smtp-mailer.ts';

/** The way that mails take: the SMTP server that is set, else the mailbox of standalone mode, else none. */
export function chooseMailer(smtp: SmtpSettings | null, mailbox: Mailbox | null): Mailer {
  if (smtp) return createSmtpMailer(smtp);
  return mailbox ?? noMailer();
}

/** Whether a mail can go anywhere: to an SMTP server, or into the mailbox that standalone mode has instead. */
export function canMail({ smtp, shopify }: { smtp: object | null; shopify: object | null }): boolean {
  return smtp !== null || shopify === null;
}

/** Fails with every mail, so that the log says what is missing. */
function noMailer(): Mailer {
  return {
    send: () => Promise.reject(new MailNotSentError('NO_SMTP_URL')),
    close: () => undefined,
  };
}

/** Logs what could not be sent, and lets mails in hand get away before the server is closed. */
export function superviseMail(http: FastifyInstance, outgoing: OutgoingMail, graceMs: number): void {
  outgoing.reportTo((error) => {
    if (!(error instanceof MailNotSentError)) return http.log.error({ err: error }, 'unexpected error after a mail');
    const { code, responseCode } = error;
    http.log.warn({ code, responseCode }, 'a mail could not be sent');
  });
  http.addHook('onClose', () => outgoing.close(graceMs));
}
