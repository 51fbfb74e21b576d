/** How Klaviyo writes what it knows. */
import type { ImportJob, KlaviyoAccount, KlaviyoList, KlaviyoProfile } from './klaviyo-account.ts';

/** A resource of JSON:API, as far as its fields can be chosen. */
export interface Resource {
  readonly type: string;
  readonly id: string;
  readonly attributes: Record<string, unknown>;
  readonly links: { readonly self: string };
}

/** The account, as Klaviyo describes it to whoever has its key. */
export function accountResource({ id, name }: KlaviyoAccount, base: string): Resource {
  return {
    type: 'account',
    id,
    attributes: {
      test_account: true,
      contact_information: {
        ...{ default_sender_name: name, default_sender_email: 'hello@stand-in.example', website_url: null },
        organization_name: name,
        street_address: { address1: null, address2: null, city: null, region: null, country: null, zip: null },
      },
      industry: null,
      ...{ timezone: 'UTC', preferred_currency: 'EUR', public_api_key: id, locale: 'en-US' },
    },
    links: { self: `${base}/api/accounts/${id}` },
  };
}

/** A list, without its people. */
export function listResource({ id, name, optIn, createdAt }: KlaviyoList, base: string): Resource {
  const created = isoTime(createdAt);
  return {
    type: 'list',
    id,
    attributes: { name, created, updated: created, opt_in_process: optIn },
    links: { self: `${base}/api/lists/${id}` },
  };
}

/** A profile, with what it subscribed to when that was asked for. */
export function profileResource(profile: KlaviyoProfile, wants: { base: string; subscriptions: boolean }): Resource {
  const { id, email, attributes, properties } = profile;
  const { location: _location, ...plain } = attributes;
  return {
    type: 'profile',
    id,
    attributes: {
      ...{ email, phone_number: null, external_id: null, first_name: null, last_name: null, organization: null },
      ...{ locale: null, title: null, image: null, ...withoutKx(plain), properties },
      ...{ created: isoTime(profile.createdAt), updated: isoTime(profile.updatedAt) },
      last_event_date: profile.lastEventAt === null ? null : isoTime(profile.lastEventAt),
      ...(wants.subscriptions ? { subscriptions: { email: { marketing: marketingOf(profile) } } } : {}),
    },
    links: { self: `${wants.base}/api/profiles/${id}` },
  };
}

/** A bulk import and how far it is. */
export function importJobResource(job: ImportJob, base: string): Resource {
  const completed = job.completedAt === null ? null : isoTime(job.completedAt);
  return {
    type: 'profile-bulk-import-job',
    id: job.id,
    attributes: {
      status: completed === null ? 'queued' : 'complete',
      ...{ created_at: isoTime(job.createdAt), started_at: completed, completed_at: completed, expires_at: null },
      ...{ total_count: job.total, completed_count: job.completed, failed_count: job.errors.length },
    },
    links: { self: `${base}/api/profile-bulk-import-jobs/${job.id}` },
  };
}

/** Only the fields that were asked for. */
export function sparse(resource: Resource, fields: readonly string[] | undefined): Resource {
  if (!fields) return resource;
  const asked = new Set(fields.map((field) => field.split('.')[0]));
  // A list's people are never without the day on which they came.
  asked.add('joined_group_at');
  const attributes = Object.entries(resource.attributes).filter(([name]) => asked.has(name));
  return { ...resource, attributes: Object.fromEntries(attributes) };
}

/** Klaviyo's way to write an instant. */
export function isoTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '+00:00');
}

function withoutKx({ _kx, anonymous_id, meta, ...attributes }: Record<string, unknown>): Record<string, unknown> {
  return attributes;
}

function marketingOf(profile: KlaviyoProfile): Record<string, unknown> {
  const isoOrNull = (at: number | null) => (at === null ? null : isoTime(at));
  return {
    can_receive_email_marketing: profile.suppressions.length === 0 && profile.consent !== 'UNSUBSCRIBED',
    consent: profile.consent,
    consent_timestamp: isoOrNull(profile.consentAt),
    last_updated: isoOrNull(profile.consentChangedAt),
    ...{ method: profile.method, method_detail: '', custom_method_detail: profile.source },
    double_optin: profile.consent === 'SUBSCRIBED' ? profile.isDoubleOptIn : null,
    suppression: profile.suppressions.map(({ reason, at }) => ({ reason, timestamp: isoTime(at) })),
    list_suppressions: profile.listSuppressions.map(({ listId, reason, at }) => {
      return { list_id: listId, reason, timestamp: isoTime(at) };
    }),
  };
}
