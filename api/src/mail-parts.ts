import type { MailBudget } from './confirmation/mail-budget.ts';
import { MailSenderService } from './confirmation/sender/mail-sender.service.ts';
import { MailWay } from './confirmation/sender/mail-sender.type.ts';
import type { Config } from './platform/config.ts';
import type { Mailer } from './platform/mail/mail.ts';
import { canMail } from './platform/mail/mailer.ts';
import type { ShopService } from './shop/shop.service.ts';

/** What mails are sent with. */
export interface MailParts {
  readonly config: Pick<Config, 'smtp' | 'shopify'>;
  readonly shops: ShopService;
  readonly mailer: Mailer;
  readonly budget: MailBudget;
}

/** What a merchant is told of the sender of mails, and the way to try it. */
export function createMailSender({ config, shops, mailer, budget }: MailParts): MailSenderService {
  return new MailSenderService({ shops, mailer, budget, way: wayOf(config), address: config.smtp?.from ?? null });
}

function wayOf(config: MailParts['config']): MailWay {
  if (config.smtp) return MailWay.SMTP;
  return canMail(config) ? MailWay.MAILBOX : MailWay.NONE;
}
