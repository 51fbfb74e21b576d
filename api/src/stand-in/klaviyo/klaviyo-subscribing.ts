/** Klaviyo's operations on consent. */
import { type Endpoint, endpoint } from '../desk/endpoint.ts';
import { doLater } from '../desk/vendor-account.ts';
import { VendorRefusal } from '../desk/vendor-answer.ts';
import type { KlaviyoAccount } from './klaviyo-account.ts';
import { refuseBadAddresses } from './klaviyo-address.ts';
import { klaviyoLimit } from './klaviyo-limits.ts';
import { listOf } from './klaviyo-lookup.ts';
import { noQuery } from './klaviyo-queries.ts';
import { KLAVIYO_BYTES } from './klaviyo-schema-parts.ts';
import { bulkSubscribe, bulkUnsubscribe } from './klaviyo-schemas.ts';

const SCOPES = ['lists:write', 'profiles:write', 'subscriptions:write'];
const PEOPLE = ['data', 'attributes', 'profiles', 'data'];
const CONSENTED_AT = ['attributes', 'subscriptions', 'email', 'marketing', 'consented_at'];

const subscribeMany: Endpoint<KlaviyoAccount> = endpoint({
  ...{ method: 'POST', pattern: '/api/profile-subscription-bulk-create-jobs', scopes: SCOPES, isWriting: true },
  ...{ limit: klaviyoLimit('bulk_subscribe_profiles', 'L'), query: noQuery, body: bulkSubscribe },
  bodyBytes: KLAVIYO_BYTES.bulk,
  answer: (call) => {
    const { attributes, relationships } = call.body.data;
    const listId = relationships ? listOf(call.account, relationships.list.data.id).id : null;
    const isHistorical = attributes.historical_import === true;
    const entries = attributes.profiles.data.map(({ attributes: { email, subscriptions } }) => {
      const said = subscriptions.email.marketing.consented_at;
      return { email, consentedAt: said ? Date.parse(said) : null };
    });
    refuseBadAddresses(entries.map(({ email }, index) => ({ email, path: [...PEOPLE, index, 'attributes', 'email'] })));
    refuseOddConsentTimes(entries, { isHistorical, now: call.now });
    const source = attributes.custom_source ?? null;
    doLater(call.account, call, { kind: 'SUBSCRIBE', call: { listId, source, isHistorical, entries } });
    return { status: 202 };
  },
});

const unsubscribeMany: Endpoint<KlaviyoAccount> = endpoint({
  ...{ method: 'POST', pattern: '/api/profile-subscription-bulk-delete-jobs', scopes: SCOPES, isWriting: true },
  ...{ limit: klaviyoLimit('bulk_unsubscribe_profiles', 'L'), query: noQuery, body: bulkUnsubscribe },
  answer: (call) => {
    const { attributes, relationships } = call.body.data;
    const listId = relationships ? listOf(call.account, relationships.list.data.id).id : null;
    const emails = attributes.profiles.data.map((profile) => profile.attributes.email);
    refuseBadAddresses(emails.map((email, index) => ({ email, path: [...PEOPLE, index, 'attributes', 'email'] })));
    doLater(call.account, call, { kind: 'UNSUBSCRIBE', listId, emails });
    return { status: 202 };
  },
});

/** Klaviyo's subscribing and unsubscribing. */
export const klaviyoSubscribing = [subscribeMany, unsubscribeMany];

/** `consented_at` belongs to imports of the past alone, and there everybody needs it. */
function refuseOddConsentTimes(
  entries: readonly { readonly consentedAt: number | null }[],
  { isHistorical, now }: { isHistorical: boolean; now: number },
): void {
  const issues = entries.flatMap(({ consentedAt }, index) => {
    const isRight = isHistorical ? consentedAt !== null && consentedAt < now : consentedAt === null;
    if (isRight) return [];
    const message = isHistorical
      ? 'consented_at must be given, and in the past, when historical_import is true.'
      : 'consented_at may only be given when historical_import is true.';
    return [{ in: 'BODY' as const, path: [...PEOPLE, index, ...CONSENTED_AT], message }];
  });
  if (issues.length > 0) throw new VendorRefusal(400, 'Invalid input.', { issues, isViolation: true });
}
