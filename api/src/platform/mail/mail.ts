/** A mail to one person, whole. */
export interface Mail {
  /** What stands before our own address as the sender's name, such as the shop's. */
  readonly fromName: string;
  /** The one address it goes to. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47, of its words. */
  readonly language: string;
}

/** Brings mails on their way. */
export interface Mailer {
  /** Settles when the mail was taken over; throws `MailNotSentError`. */
  send(mail: Mail): Promise<void>;
  /** Lets go of connections; nothing is sent after it. */
  close(): void;
}

/** A mail did not get away. It says what kind of failure it was and nothing of the mail, so that it may be logged. */
export class MailNotSentError extends Error {
  /** Stable: `ECONNECTION`, `EAUTH`, `EENVELOPE` and the like, or `NO_SMTP_URL`, `TOO_MANY_WAITING`. */
  readonly code: string;
  /** What the mail server answered, such as 550; null when it did not get that far. */
  readonly responseCode: number | null;

  constructor(code: string, responseCode: number | null = null) {
    super('A mail could not be sent.');
    this.name = 'MailNotSentError';
    this.code = code;
    this.responseCode = responseCode;
  }

  /** Whether the very same mail may get through a moment later. The server's 5xx is final, and so is a wrong setting. */
  get isPassing(): boolean {
    if (this.responseCode !== null) return this.responseCode < 500;
    return ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS'].includes(this.code);
  }
}
