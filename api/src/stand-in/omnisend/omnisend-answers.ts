/** How Omnisend writes what it knows. */
import type { OmnisendAccount, OmnisendBatch, OmnisendContact } from './omnisend-account.ts';

/** A contact, whole. */
export function contactAnswer(contact: OmnisendContact): Record<string, unknown> {
  const { id, email, status, statusChangedAt, consents, optIns, tags, customProperties } = contact;
  const channel = { status, statusChangedAt };
  return {
    ...{ id, ...contact.attributes, customProperties, tags, segments: [], phone: [] },
    ...(email === null ? {} : { email, identifiers: [{ type: 'email', id: email, channels: { email: channel } }] }),
    ...{ status, statuses: [{ channel: 'email', ...channel }] },
    consents: consents.map((consent) => ({ channel: 'email', ...consent })),
    optIns: optIns.map((optInAt) => ({ channel: 'email', optInAt })),
    createdAt: new Date(contact.createdAt).toISOString(),
    updatedAt: new Date(contact.updatedAt).toISOString(),
  };
}

/** A batch and how far it is. */
export function batchAnswer(batch: OmnisendBatch): Record<string, unknown> {
  const { id, method, origin, createdAt, startedAt, endedAt, items, errors, responses } = batch;
  return {
    ...{ batchID: id, endpoint: 'contacts', method, origin, createdAt: new Date(createdAt).toISOString() },
    status: statusOf(batch),
    ...(startedAt === null ? {} : { startedAt: new Date(startedAt).toISOString() }),
    ...(endedAt === null ? {} : { endedAt: new Date(endedAt).toISOString() }),
    ...{ totalCount: items.length, finishedCount: responses.length, errorsCount: errors.length },
  };
}

/** The brand, as whoever has its key sees it. */
export function brandAnswer({ id, name }: OmnisendAccount): Record<string, unknown> {
  return {
    ...{ brandID: id, name, connected: true, currency: 'EUR', platform: 'api', timezone: 'UTC', version: '' },
    website: 'https://stand-in.example',
  };
}

function statusOf({ startedAt, endedAt }: OmnisendBatch): 'pending' | 'inProgress' | 'finished' {
  if (endedAt !== null) return 'finished';
  return startedAt === null ? 'pending' : 'inProgress';
}
