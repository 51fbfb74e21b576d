import { registerEnumType } from 'type-graphql';

/** Where a campaign stands at an instant. Derived, never stored. */
export enum CampaignStatus {
  PAUSED = 'PAUSED',
  SCHEDULED = 'SCHEDULED',
  LIVE = 'LIVE',
  ENDED = 'ENDED',
}

registerEnumType(CampaignStatus, {
  name: 'CampaignStatus',
  description: 'Where a campaign stands now.',
  valuesConfig: {
    PAUSED: { description: 'Not active: the gate opens for nobody until the merchant activates it.' },
    SCHEDULED: { description: 'Active, and its window has not begun.' },
    LIVE: { description: 'Active, and within its window: the gate opens for who satisfies it.' },
    ENDED: { description: 'Its window is over.' },
  },
});

/** When a campaign's gate may open: from `startsAt` (inclusive) to `endsAt` (exclusive); null leaves that side open. */
export interface CampaignWindow {
  readonly isActive: boolean;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** The status at an instant. Nothing flips flags by night: who asks, asks this. */
export function campaignStatus({ isActive, startsAt, endsAt }: CampaignWindow, instant: Date): CampaignStatus {
  if (endsAt !== null && instant >= endsAt) return CampaignStatus.ENDED;
  if (!isActive) return CampaignStatus.PAUSED;
  if (startsAt !== null && instant < startsAt) return CampaignStatus.SCHEDULED;
  return CampaignStatus.LIVE;
}
