import type { CampaignStatus } from '../gql/graphql.ts';

/** What decides where an active campaign stands. */
export interface StatusFacts {
  startsAt?: string | null;
  endsAt?: string | null;
  capacity?: number | null;
  totalPasses: number;
}

/** Where a campaign will stand once it is active, as the API is about to say: shown until it does. */
export function statusOnceActive(facts: StatusFacts | null, nowMs: number): CampaignStatus {
  if (facts === null) return 'LIVE';
  const { startsAt, endsAt, capacity, totalPasses } = facts;
  if (endsAt && Date.parse(endsAt) <= nowMs) return 'ENDED';
  if (startsAt && Date.parse(startsAt) > nowMs) return 'SCHEDULED';
  return typeof capacity === 'number' && totalPasses >= capacity ? 'FULL' : 'LIVE';
}
