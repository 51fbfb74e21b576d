import { setTimeout as delay } from 'node:timers/promises';
import { readEmail } from '../../platform/email.ts';
import { type UserError, UserErrorCode, userError } from '../../platform/graphql/user-error.type.ts';
import { type Mail, type Mailer, MailNotSentError } from '../../platform/mail/mail.ts';
import type { ShopService } from '../../shop/shop.service.ts';
import type { MailBudget } from '../mail-budget.ts';
import { type MailSender, MailWay, type TestMailSendPayload } from './mail-sender.type.ts';
import { testMail } from './test-mail.ts';

export interface MailSenderParts {
  readonly shops: Pick<ShopService, 'get'>;
  readonly mailer: Mailer;
  readonly budget: Pick<MailBudget, 'takeTest'>;
  readonly way: MailWay;
  /** The address that mails come from; null: no mail server is set. */
  readonly address: string | null;
}

/** The merchant waits for the mail server's answer no longer than this: below the request's own time. */
const PATIENCE_MS = 8_000;

const NO_ADDRESS = 'This is no e-mail address.';
const NO_SERVER = 'This server can send no mails yet. Whoever runs it sets SMTP_URL and MAIL_FROM and starts it again.';
const TOO_MANY =
  'That were enough test mails for now: ten an hour for a shop, and a few for one mailbox. Try again in an hour.';
const NO_ANSWER = 'The mail server didn’t answer in time. The mail may still arrive; if it doesn’t, check SMTP_URL.';

/** Why a mail did not get away, as its merchant can act on it, by the code of the failure. */
const REASONS: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server refuses the sign-in. Check the user and password in SMTP_URL.',
  EDNS: 'There is no mail server of this name. Check SMTP_URL.',
  ECONNECTION: 'The mail server can’t be reached. Check SMTP_URL, and whether it lets this server connect.',
  ESOCKET: 'The mail server can’t be reached. Check SMTP_URL, and whether it lets this server connect.',
  ETIMEDOUT: NO_ANSWER,
};

/** From whom a shop's mails come, and whether they arrive. */
export class MailSenderService {
  readonly #parts: MailSenderParts;

  constructor(parts: MailSenderParts) {
    this.#parts = parts;
  }

  async of(shop: string): Promise<MailSender> {
    const { shops, way, address } = this.#parts;
    return { way, address, name: (await shops.get(shop)).name };
  }

  /** Sends a mail of fixed words and waits for the mail server's answer. Ten an hour for a shop, and each counts as one of its mailbox. */
  async sendTest(shop: string, to: string): Promise<TestMailSendPayload> {
    const { shops, budget, way } = this.#parts;
    const address = readEmail(to)?.address;
    if (address === undefined) return refused(['to'], UserErrorCode.INVALID, NO_ADDRESS);
    if (way === MailWay.NONE) return refused(null, UserErrorCode.UNAVAILABLE, NO_SERVER);
    if (!(await budget.takeTest({ shop, to: address }))) return refused(['to'], UserErrorCode.TOO_MANY, TOO_MANY);
    const { name } = await shops.get(shop);
    const problem = await this.#try(testMail({ to: address, shopName: name }));
    return problem === null ? { userErrors: [] } : refused(null, UserErrorCode.UNAVAILABLE, problem);
  }

  /** Null when the mail server took it; else why not, in a sentence. */
  async #try(mail: Mail): Promise<string | null> {
    const sent = this.#parts.mailer.send(mail).then(() => null, reasonOf);
    return Promise.race([sent, delay(PATIENCE_MS, NO_ANSWER, { ref: false })]);
  }
}

function reasonOf(fault: unknown): string {
  if (!(fault instanceof MailNotSentError)) throw fault;
  const { code, responseCode } = fault;
  const reason = REASONS[code];
  if (reason !== undefined) return reason;
  return responseCode === null
    ? `The mail couldn’t be sent (${code}).`
    : `The mail server refused the mail with ${responseCode}. It may not send from MAIL_FROM, or not to this address.`;
}

function refused(field: string[] | null, code: UserErrorCode, message: string): { userErrors: UserError[] } {
  return { userErrors: [userError(field, code, message)] };
}
