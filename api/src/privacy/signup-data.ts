import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import type { Person, PersonalDataSource } from '../shop/personal-data.ts';
import type { SignupService } from '../signup/signup.service.ts';

/** All that belongs to a sign-up, without digests and leases. */
const EVERYTHING = {
  ...{ id: true, email: true, firstName: true, lastName: true, acceptsMarketing: true },
  ...{ confirmedAt: true, createdAt: true },
  campaign: { select: { id: true, name: true } },
  consents: {
    select: { answeredAt: true, isGiven: true, text: true, textVersion: true, language: true, page: true },
    orderBy: { answeredAt: 'asc' },
  },
  confirmation: { select: { sentCount: true, lastSentAt: true, expiresAt: true, confirmedAt: true } },
  pass: { select: { id: true, issuedAt: true, expiresAt: true, revokedAt: true } },
  receipts: {
    select: {
      ...{ destination: true, audience: true, state: true, reason: true, detail: true, contactId: true },
      ...{ acceptedAt: true, seenAt: true, consentAt: true },
      entries: { select: { at: true, event: true, detail: true }, orderBy: { at: 'asc' } },
    },
  },
} satisfies Prisma.SignupSelect;

/** A person's sign-ups, with their consents, passes, confirmations, and where they were brought to. */
export function signupData(prisma: PrismaClient, signups: Pick<SignupService, 'delete'>): PersonalDataSource {
  const idsOf = async ({ shop, emailKey }: Person) =>
    emailKey === null ? [] : prisma.signup.findMany({ where: { shop, emailKey }, select: { id: true } });
  return {
    name: 'signups',
    collect: async ({ shop, emailKey }) =>
      emailKey === null ? [] : prisma.signup.findMany({ where: { shop, emailKey }, select: EVERYTHING }),
    erase: async (person) => {
      const found = await idsOf(person);
      for (const { id } of found) await signups.delete(person.shop, id);
      return found.length;
    },
  };
}
