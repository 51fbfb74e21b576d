import type { Mail, Mailer } from './mail.ts';

/** A mail that was "sent" into the mailbox, and when. */
export interface KeptMail extends Mail {
  readonly sentAt: Date;
}

const MOST_KEPT = 100;

/** Takes every mail and keeps the last hundred in memory, where a person can read them: for trying the app without SMTP. */
export class Mailbox implements Mailer {
  #mails: KeptMail[] = [];

  async send(mail: Mail): Promise<void> {
    this.#mails = [{ ...mail, sentAt: new Date() }, ...this.#mails].slice(0, MOST_KEPT);
  }

  /** Newest first. */
  list(): readonly KeptMail[] {
    return this.#mails;
  }

  close(): void {
    this.#mails = [];
  }
}
