import type { TestApp } from '../../test/app.ts';
import type { SmtpInbox } from '../platform/mail/smtp-inbox.fixture.ts';

/** What a visitor gives at the gate. */
export interface GivenAddress {
  readonly campaignId: string;
  readonly email: string;
  readonly language: string;
}

const RESULT = `__typename
  ... on GateOpened { pass handle: confirmation }
  ... on ConfirmationRequired { confirmation message resendAt expiresAt }`;

/** A visitor gives an address at the gate of a campaign. */
export async function givesAddress({ asVisitor }: Pick<TestApp, 'asVisitor'>, input: GivenAddress) {
  const { data } = await asVisitor()(
    `mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { ${RESULT} } }`,
    { input },
  );
  return data.gateUnlockWithEmail;
}

/** The answer's type to a code. */
export async function confirmWith(app: TestApp, confirmation: string, code: string): Promise<string> {
  const { data } = await app.asVisitor()(
    `mutation ($input: GateConfirmCodeInput!) { gateConfirmWithCode(input: $input) { ${RESULT} } }`,
    { input: { confirmation, code } },
  );
  return data.gateConfirmWithCode.__typename;
}

/** The answer's type to a link's secret. */
export async function confirmByLink(app: TestApp, token: string): Promise<string> {
  const { data } = await app.asVisitor()(
    `mutation ($input: GateConfirmLinkInput!) { gateConfirmWithLink(input: $input) { ${RESULT} } }`,
    { input: { token } },
  );
  return data.gateConfirmWithLink.__typename;
}

/** Asks for another mail. */
export async function resend(app: TestApp, confirmation: string) {
  const { data } = await app.asVisitor()(
    `mutation ($input: GateConfirmationResendInput!) { gateConfirmationResend(input: $input) { ${RESULT} } }`,
    { input: { confirmation } },
  );
  return data.gateConfirmationResend;
}

/** Everything that was mailed lies back by so long. */
export async function timePasses({ database }: TestApp, { minutes }: { minutes: number }): Promise<void> {
  await database.prisma.$executeRaw`
    UPDATE "EmailConfirmation"
       SET "lastSentAt" = "lastSentAt" - make_interval(mins => ${minutes}::int),
           "expiresAt" = "expiresAt" - make_interval(mins => ${minutes}::int)`;
}

/** The newest mail to an address, read as its owner reads it, and how many came. */
export async function mailTo({ services }: TestApp, inbox: SmtpInbox, address: string) {
  await services.outgoing.settled();
  const mails = inbox.mails.filter(({ to }) => to.join().toLowerCase() === address);
  const raw = (mails.at(-1)?.raw ?? '').replaceAll('=\r\n', '');
  return {
    raw,
    count: mails.length,
    code: /^ {4}(\d{6})\r?$/m.exec(raw)?.[1] ?? '',
    token: /\/confirm\/([A-Za-z0-9_-]+)/.exec(raw)?.[1] ?? '',
  };
}
