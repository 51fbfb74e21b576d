import type { Delivery, Person } from '../destination.ts';

/** The event that starts a merchant's flows. */
const EVENT = 'Joined VIP early access';

/** `historical_import` wants a past instant, and our clock may be ahead of Klaviyo's. Milliseconds. */
const SURELY_PAST_MS = 5000;

/** Names and properties of one person, never consent. A name that they did not give is left as it is. */
export function profileOf(person: Person, delivery: Delivery) {
  return {
    type: 'profile',
    attributes: {
      email: person.email,
      ...(person.firstName ? { first_name: person.firstName } : {}),
      ...(person.lastName ? { last_name: person.lastName } : {}),
      properties: {
        vip_campaign: delivery.source,
        vip_campaign_id: person.campaignId,
        vip_signed_up_at: person.signedUpAt.toISOString(),
      },
    },
  };
}

/** Names and properties of many; `joins`: they are put on the list, without a word about consent. */
export function bulkImportOf(people: readonly Person[], delivery: Delivery, joins: boolean) {
  return {
    data: {
      type: 'profile-bulk-import-job',
      attributes: { profiles: { data: people.map((person) => profileOf(person, delivery)) } },
      ...(joins ? { relationships: { lists: { data: [{ type: 'list', id: delivery.audience }] } } } : {}),
    },
  };
}

/**
 * Consent of up to 1,000 people. `isOnRecord`: their own confirmation is, so Klaviyo asks them no second time; every
 * other consent goes through the opt-in process of the list.
 */
export function subscriptionOf(people: readonly Person[], delivery: Delivery, isOnRecord: boolean) {
  return {
    data: {
      type: 'profile-subscription-bulk-create-job',
      attributes: {
        custom_source: delivery.source,
        profiles: { data: people.map((person) => subscriberOf(person, isOnRecord)) },
        ...(isOnRecord ? { historical_import: true } : {}),
      },
      relationships: { list: { data: { type: 'list', id: delivery.audience } } },
    },
  };
}

function subscriberOf(person: Person, isOnRecord: boolean) {
  const consent = { consent: 'SUBSCRIBED', ...(isOnRecord ? { consented_at: pastConsentOf(person) } : {}) };
  return { type: 'profile', attributes: { email: person.email, subscriptions: { email: { marketing: consent } } } };
}

function pastConsentOf(person: Person): string {
  const latest = Date.now() - SURELY_PAST_MS;
  return new Date(Math.min(person.consent?.givenAt.getTime() ?? latest, latest)).toISOString();
}

/** The profiles that join a list. */
export function membersOf(ids: readonly string[]) {
  return { data: ids.map((id) => ({ type: 'profile', id })) };
}

/** The event of one person. Klaviyo keeps the first of each `unique_id`, so that a second sending adds none. */
export function eventOf(person: Person, delivery: Delivery) {
  return { data: { type: 'event', attributes: { ...eventAttributes(person, delivery), profile: actorOf(person) } } };
}

/** The events of many. */
export function bulkEventsOf(people: readonly Person[], delivery: Delivery) {
  const entries = people.map((person) => ({
    type: 'event-bulk-create',
    attributes: {
      profile: actorOf(person),
      events: { data: [{ type: 'event', attributes: eventAttributes(person, delivery) }] },
    },
  }));
  return { data: { type: 'event-bulk-create-job', attributes: { 'events-bulk-create': { data: entries } } } };
}

function eventAttributes(person: Person, delivery: Delivery) {
  return {
    properties: { campaign: delivery.source, campaign_id: person.campaignId },
    metric: { data: { type: 'metric', attributes: { name: EVENT } } },
    time: person.signedUpAt.toISOString(),
    unique_id: person.id,
  };
}

function actorOf(person: Person) {
  return { data: { type: 'profile', attributes: { email: person.email } } };
}

/** Asks Klaviyo to forget the person of this address. */
export function erasureOf(email: string) {
  return {
    data: {
      type: 'data-privacy-deletion-job',
      attributes: { profile: { data: { type: 'profile', attributes: { email } } } },
    },
  };
}
