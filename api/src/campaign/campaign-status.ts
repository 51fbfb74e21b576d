import { registerEnumType } from 'type-graphql';

/** Where a campaign stands at an instant. Derived, never stored. */
export enum CampaignStatus {
  DRAFT = 'DRAFT',
  SCHEDULED = 'SCHEDULED',
  LIVE = 'LIVE',
  PAUSED = 'PAUSED',
  FULL = 'FULL',
  ENDED = 'ENDED',
}

registerEnumType(CampaignStatus, {
  name: 'CampaignStatus',
  description: 'Where a campaign stands now.',
  valuesConfig: {
    DRAFT: { description: 'Never activated yet. Visitors are told that it is paused.' },
    SCHEDULED: { description: 'Active, and its window has not begun.' },
    LIVE: { description: 'Active, within its window and not full: the gate opens for who satisfies it.' },
    PAUSED: { description: 'Was active: the gate opens for nobody until the merchant activates it again.' },
    FULL: { description: 'All places are taken: only who has one gets in.' },
    ENDED: { description: 'Its window is over, or it was put away in the archive.' },
  },
});

/** What the status is derived from. The window is from `startsAt` (inclusive) to `endsAt` (exclusive); null leaves that side open. */
export interface StatusFacts {
  readonly isActive: boolean;
  /** When it was first activated. */
  readonly activatedAt: Date | null;
  /** Since when it is put away in the archive; null: it is not. */
  readonly archivedAt: Date | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  /** How many people may get in; null: as many as come. */
  readonly capacity: number | null;
  /** How many places are taken. */
  readonly totalPasses: number;
}

/** The status at an instant. Nothing flips flags by night: who asks, asks this. */
export function campaignStatus(facts: StatusFacts, instant: Date): CampaignStatus {
  if (!facts.isActive && facts.activatedAt === null) return CampaignStatus.DRAFT;
  if (hasEnded(facts, instant)) return CampaignStatus.ENDED;
  if (!facts.isActive) return CampaignStatus.PAUSED;
  if (facts.startsAt !== null && instant < facts.startsAt) return CampaignStatus.SCHEDULED;
  if (facts.capacity !== null && facts.totalPasses >= facts.capacity) return CampaignStatus.FULL;
  return CampaignStatus.LIVE;
}

/** Whether its window is over at an instant, or it was put away, which ends it for good as far as visitors can tell. */
export function hasEnded({ archivedAt, endsAt }: Pick<StatusFacts, 'archivedAt' | 'endsAt'>, instant: Date): boolean {
  return archivedAt !== null || (endsAt !== null && instant >= endsAt);
}
