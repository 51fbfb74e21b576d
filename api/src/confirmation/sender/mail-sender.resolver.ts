import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ApiTokenScope } from '../../shop/api-token-scope.ts';
import type { AdminContext } from '../../shop/principal.ts';
import type { MailSenderService } from './mail-sender.service.ts';
import { MailSender, TestMailSendPayload } from './mail-sender.type.ts';

@Resolver()
export class MailSenderResolver {
  readonly #sender: MailSenderService;

  constructor(sender: MailSenderService) {
    this.#sender = sender;
  }

  @Authorized(ApiTokenScope.read_settings)
  @Query(() => MailSender, {
    description: 'From whom the mails of the shop’s campaigns come, and which way they take.',
  })
  mailSender(@Ctx() { principal }: AdminContext): Promise<MailSender> {
    return this.#sender.of(principal.shop);
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => TestMailSendPayload, {
    description:
      'Sends a mail of fixed words there, and answers when the mail server has taken it, or why it has not. Ten an hour for a shop, and each counts as one of the ten that a mailbox gets.',
  })
  testMailSend(
    @Ctx() { principal }: AdminContext,
    @Arg('to', () => String, { description: 'An e-mail address.' }) to: string,
  ): Promise<TestMailSendPayload> {
    return this.#sender.sendTest(principal.shop, to);
  }
}
