import type { CampaignStatus } from '../gql/graphql.ts';
import { texts } from '../texts/texts.ts';
import { Badge } from '../ui/polaris.ts';

const tones = {
  DRAFT: undefined,
  FULL: 'warning',
  LIVE: 'success',
  SCHEDULED: 'info',
  PAUSED: 'attention',
  ENDED: undefined,
} as const;

/** A campaign's status, one tone per meaning. */
export function CampaignStatusBadge({ status }: { status: CampaignStatus }) {
  const tone = tones[status];
  return <Badge {...(tone && { tone })}>{texts.status[status]}</Badge>;
}
