import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { type Mail, type Mailer, MailNotSentError } from './mail.ts';

/** Where mails are handed over, and whom they come from. */
export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** The address that mails come from. */
  readonly from: string;
}

/** Connections at once, mails over one of them, and times in milliseconds. What the address sets itself wins. */
const POOL = {
  maxConnections: 5,
  maxMessages: 100,
  dnsTimeout: 5000,
  connectionTimeout: 5000,
  greetingTimeout: 5000,
  socketTimeout: 20_000,
};

/** No name or subject is longer in a header, in characters. */
const LONGEST_LINE = 200;

/** Hands mails to an SMTP server, over connections that it keeps. It connects with the first mail. */
export function createSmtpMailer({ url, from }: SmtpSettings): Mailer {
  const transport = createTransport({ ...POOL, url, pool: true });
  return {
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail, from));
      } catch (error) {
        throw notSent(error);
      }
    },
    close: () => transport.close(),
  };
}

function messageOf({ fromName, to, subject, text, html, language }: Mail, from: string) {
  return {
    from: { name: oneLine(fromName), address: from },
    to: { name: '', address: to },
    subject: oneLine(subject),
    text,
    html,
    messageId: `<${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What goes into a header is one line without control characters: nobody adds a header by a campaign's name. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return [...line].slice(0, LONGEST_LINE).join('');
}

/** Only the code and the number are kept: a server's words may quote the address. */
function notSent(error: unknown): MailNotSentError {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return new MailNotSentError(
    typeof code === 'string' ? code : 'UNKNOWN',
    typeof responseCode === 'number' ? responseCode : null,
  );
}
