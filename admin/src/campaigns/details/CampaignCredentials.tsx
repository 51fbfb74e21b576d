import type { CampaignDetails_CampaignFragment } from '../../gql/graphql.ts';
import { AccessCodes } from '../credentials/AccessCodes.tsx';
import { fieldIds } from '../form/field-ids.ts';

interface CredentialsProps {
  campaign: CampaignDetails_CampaignFragment;
  zone: string;
  hasCodes: boolean;
}

/** The codes of a campaign, where an address can lead to; its links stand with what is shared. */
export function CampaignCredentials({ campaign, zone, hasCodes }: CredentialsProps) {
  if (!hasCodes) return null;
  return (
    <div id={fieldIds.codes} tabIndex={-1} className="page-focus">
      <AccessCodes {...{ campaign, zone }} />
    </div>
  );
}
