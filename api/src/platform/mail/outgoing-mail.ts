import { setTimeout as delay } from 'node:timers/promises';
import { type Mail, type Mailer, MailNotSentError } from './mail.ts';

/** What happens to a mail that did not get away in spite of all tries. */
export type WhenUnsent = (problem: MailNotSentError) => Promise<void>;

/** More than these do not wait in memory: beyond it a mail fails at once, and its reader is told to ask again. */
const MOST_WAITING = 20_000;

/** Pauses before a mail is tried again, in milliseconds; for failures that may pass. */
const PAUSES = [1000, 5000];

/**
 * Sends mails after the request that caused them was answered: a slow mail server makes no visitor wait. A mail
 * lives in memory alone, so whoever posts one keeps in the database what is needed to ask for it again.
 */
export class OutgoingMail {
  readonly #mailer: Mailer;
  readonly #pauses: readonly number[];
  readonly #waiting = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #report: (error: unknown) => void = () => undefined;

  constructor(mailer: Mailer, pauses: readonly number[] = PAUSES) {
    this.#mailer = mailer;
    this.#pauses = pauses;
  }

  /** Tells `report` of every mail that did not get away, in words that name nobody. */
  reportTo(report: (error: unknown) => void): void {
    this.#report = report;
  }

  /** Takes the mail over and returns at once. */
  post(mail: Mail, whenUnsent: WhenUnsent): void {
    const sending = this.#send(mail, whenUnsent)
      .catch((error: unknown) => this.#report(error))
      .finally(() => this.#waiting.delete(sending));
    this.#waiting.add(sending);
  }

  /** Settles when no mail waits any more. */
  async settled(): Promise<void> {
    while (this.#waiting.size > 0) await Promise.all(this.#waiting);
  }

  /** Waits for the mails in hand, at most `graceMs`, without new tries; then lets the mail server go. */
  async close(graceMs: number): Promise<void> {
    this.#stop.abort();
    await Promise.race([this.settled(), delay(graceMs, undefined, { ref: false })]);
    this.#mailer.close();
  }

  async #send(mail: Mail, whenUnsent: WhenUnsent): Promise<void> {
    const problem =
      this.#waiting.size >= MOST_WAITING ? new MailNotSentError('TOO_MANY_WAITING') : await this.#try(mail);
    if (problem === null) return;
    this.#report(problem);
    await whenUnsent(problem);
  }

  async #try(mail: Mail): Promise<MailNotSentError | null> {
    for (const pause of [...this.#pauses, null]) {
      const problem = await this.#attempt(mail);
      if (problem === null || !problem.isPassing || pause === null) return problem;
      const isStopping = await delay(pause, false, { signal: this.#stop.signal, ref: false }).catch(() => true);
      if (isStopping) return problem;
    }
    return null;
  }

  async #attempt(mail: Mail): Promise<MailNotSentError | null> {
    try {
      await this.#mailer.send(mail);
      return null;
    } catch (error) {
      if (error instanceof MailNotSentError) return error;
      throw error;
    }
  }
}
