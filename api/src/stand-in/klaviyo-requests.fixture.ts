/** Bodies of requests to Klaviyo, right ones. */

/** A subscribe job. */
export function subscribeJob(emails: readonly string[], listId: string | null, historicalAt?: string) {
  const marketing = { consent: 'SUBSCRIBED', ...(historicalAt ? { consented_at: historicalAt } : {}) };
  return {
    data: {
      type: 'profile-subscription-bulk-create-job',
      attributes: {
        custom_source: 'Winter drop',
        profiles: {
          data: emails.map((email) => ({
            type: 'profile',
            attributes: { email, subscriptions: { email: { marketing } } },
          })),
        },
        ...(historicalAt ? { historical_import: true } : {}),
      },
      ...(listId === null ? {} : { relationships: { list: { data: { type: 'list', id: listId } } } }),
    },
  };
}

/** An unsubscribe job. */
export function unsubscribeJob(emails: readonly string[], listId: string | null) {
  const subscriptions = { email: { marketing: { consent: 'UNSUBSCRIBED' } } };
  return {
    data: {
      type: 'profile-subscription-bulk-delete-job',
      attributes: {
        profiles: { data: emails.map((email) => ({ type: 'profile', attributes: { email, subscriptions } })) },
      },
      ...(listId === null ? {} : { relationships: { list: { data: { type: 'list', id: listId } } } }),
    },
  };
}

/** A profile to import. */
export function profileOf(email: string, properties: Record<string, unknown> = { vip_campaign: 'c1' }) {
  return { type: 'profile', attributes: { email, first_name: 'Ada', last_name: 'Byron', properties } };
}

/** A bulk import. */
export function importJob(emails: readonly string[]) {
  const profiles = { data: emails.map((email) => profileOf(email)) };
  return { data: { type: 'profile-bulk-import-job', attributes: { profiles } } };
}

const metric = { data: { type: 'metric', attributes: { name: 'Joined VIP early access' } } };

/** One event. */
export function oneEvent(email: string, uniqueId: string) {
  const profile = { data: { type: 'profile', attributes: { email } } };
  const properties = { campaign: 'Winter drop' };
  return { data: { type: 'event', attributes: { properties, metric, profile, unique_id: uniqueId } } };
}

/** Events of many people, one each. */
export function bulkEvents(people: readonly { readonly email: string; readonly uniqueId: string }[]) {
  const data = people.map(({ email, uniqueId }) => ({
    type: 'event-bulk-create',
    attributes: {
      profile: { data: { type: 'profile', attributes: { email } } },
      events: { data: [{ type: 'event', attributes: { properties: {}, metric, unique_id: uniqueId } }] },
    },
  }));
  return { data: { type: 'event-bulk-create-job', attributes: { 'events-bulk-create': { data } } } };
}

/** A deletion job. */
export function deletionJob(email: string) {
  const profile = { data: { type: 'profile', attributes: { email } } };
  return { data: { type: 'data-privacy-deletion-job', attributes: { profile } } };
}
