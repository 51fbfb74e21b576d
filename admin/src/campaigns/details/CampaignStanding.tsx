import type { CampaignStatus } from '../../gql/graphql.ts';
import { detailsTexts } from '../../texts/details-texts.ts';
import { Badge } from '../../ui/polaris.ts';
import { CampaignStatusBadge } from '../CampaignStatusBadge.tsx';

/** Where a campaign stands; of one that is put away nothing else matters. */
export function CampaignStanding({ status, isArchived }: { status: CampaignStatus; isArchived: boolean }) {
  return isArchived ? <Badge>{detailsTexts.archive.badge}</Badge> : <CampaignStatusBadge status={status} />;
}
