import type { Delivery, Person } from '../destination.ts';

/** Omnisend tells addresses apart by their letters' case, people do not. */
export function omnisendAddress(email: string): string {
  return email.toLowerCase();
}

/**
 * One contact. With consent it subscribes, as of the consent's instant. Without, no status is named, so that what stands
 * there stays, and no welcome goes out. Tags are never named here: it is not said whether they would replace those that
 * the merchant gave.
 */
export function contactOf(person: Person, delivery: Delivery) {
  return {
    identifiers: [{ type: 'email', id: omnisendAddress(person.email), ...consentOf(person, delivery) }],
    ...(person.firstName ? { firstName: person.firstName } : {}),
    ...(person.lastName ? { lastName: person.lastName } : {}),
    customProperties: {
      vipCampaign: delivery.source,
      vipCampaignId: person.campaignId,
      vipSignedUpAt: person.signedUpAt.toISOString(),
    },
  };
}

function consentOf({ consent }: Person, delivery: Delivery) {
  if (!consent) return { sendWelcomeMessage: false };
  const givenAt = consent.givenAt.toISOString();
  return {
    channels: { email: { status: 'subscribed', statusChangedAt: givenAt } },
    consent: { source: delivery.source, createdAt: givenAt },
    sendWelcomeMessage: delivery.sendsWelcomeMessage,
  };
}

/** Up to 100 contacts in one batch. */
export function batchOf(people: readonly Person[], delivery: Delivery) {
  return { method: 'POST', endpoint: 'contacts', items: people.map((person) => contactOf(person, delivery)) };
}

/** Who gets or loses a tag; up to 250 addresses. */
export function tagsOf(emails: readonly string[], tag: string) {
  return { emails: emails.map(omnisendAddress), tags: [tag] };
}
