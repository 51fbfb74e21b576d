import type { Destination, ReceiptState, SignupFilterInput } from '../gql/graphql.ts';
import { fromZonedField } from '../zoned-time.ts';

/** What the address of the list says about whom it shows; everything is text, and empty where it narrows nothing. */
export interface SignupFilters {
  q: string;
  campaign: string;
  /** `yes` or `no`. */
  consent: string;
  /** A state of a receipt, or `NONE`. */
  klaviyo: string;
  omnisend: string;
  page: string;
  /** Days of the shop, such as `2026-11-27`, both included. */
  from: string;
  to: string;
}

/** The names of the filters, as the address has them. */
export const filterNames = ['q', 'campaign', 'consent', 'klaviyo', 'omnisend', 'page', 'from', 'to'] as const;

/** Stands for a sign-up that is not on its way to a destination. */
export const nowhere = 'NONE';

/** The states in which a sign-up can be looked for, good ones first. */
export const standings = [
  ...(['ON_LIST', 'ACCEPTED', 'AWAITING_CONFIRMATION', 'SENDING', 'WAITING', 'SKIPPED', 'FAILED', 'PARKED'] as const),
] satisfies ReceiptState[];

/** Reads the filters out of an address. */
export function filtersOf(params: URLSearchParams): SignupFilters {
  const read = Object.fromEntries(filterNames.map((name) => [name, params.get(name) ?? '']));
  return read as Record<keyof SignupFilters, string>;
}

/** How many filters narrow the list, besides the search. */
export function countFilters({ q: _, ...filters }: SignupFilters): number {
  return Object.values(filters).filter((value) => value !== '').length;
}

/** Whether the filters name days, which begin and end with the shop's clock. */
export function needsZone({ from, to }: SignupFilters): boolean {
  return from !== '' || to !== '';
}

/** What the API is asked for. */
export function questionOf(filters: SignupFilters, zone: string) {
  return { campaignId: filters.campaign || null, query: filters.q || null, filter: inputOf(filters, zone) };
}

function inputOf({ consent, klaviyo, omnisend, page, from, to }: SignupFilters, zone: string): SignupFilterInput {
  const wanted = [...standingOf('KLAVIYO', klaviyo), ...standingOf('OMNISEND', omnisend)];
  return {
    acceptsMarketing: consent === '' ? null : consent === 'yes',
    standings: wanted.length > 0 ? wanted : null,
    page: page || null,
    from: dayBegin(from, zone, 0),
    to: dayBegin(to, zone, 1),
  };
}

function standingOf(destination: Destination, chosen: string): { destination: Destination; states: ReceiptState[] }[] {
  if (chosen === nowhere) return [{ destination, states: [] }];
  const state = standings.find((one) => one === chosen);
  return state ? [{ destination, states: [state] }] : [];
}

/** When a day of the shop begins, or one some days after it; null for what is no day. */
function dayBegin(day: string, zone: string, daysLater: number): string | null {
  const date = new Date(`${day}T00:00:00Z`);
  if (day === '' || Number.isNaN(date.getTime())) return null;
  date.setUTCDate(date.getUTCDate() + daysLater);
  return fromZonedField(date.toISOString().slice(0, 16), zone);
}

/** The address of the API's export of the same people. */
export function exportAddress(filters: SignupFilters, zone: string): string {
  const { campaignId, query, filter } = questionOf(filters, zone);
  const { klaviyo, omnisend } = filters;
  const wanted = {
    ...{ campaignId, query, page: filter.page, from: filter.from, to: filter.to },
    acceptsMarketing: filter.acceptsMarketing == null ? null : String(filter.acceptsMarketing),
    ...{ klaviyo: knownStanding(klaviyo), omnisend: knownStanding(omnisend) },
    bom: 'true',
  };
  const params = Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/admin/signups.csv?${new URLSearchParams(params)}`;
}

function knownStanding(chosen: string): string | null {
  return chosen === nowhere || standings.some((one) => one === chosen) ? chosen : null;
}
