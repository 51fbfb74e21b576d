import type { CampaignStatus } from '../gql/graphql.ts';

/** What the levers work on. */
export interface LiveCampaign {
  id: string;
  status: CampaignStatus;
  isActive: boolean;
  isOpenToAll: boolean;
  endsAt?: string | null;
  totalPasses: number;
  accessType: string;
}
