import type { CampaignDetails_CampaignFragment } from '../../gql/graphql.ts';
import { AccessCodes } from '../credentials/AccessCodes.tsx';
import { SecretLinks } from '../credentials/SecretLinks.tsx';
import { fieldIds } from '../form/field-ids.ts';

interface CredentialsProps {
  campaign: CampaignDetails_CampaignFragment;
  zone: string;
  hasCodes: boolean;
}

/** The codes and the links of a campaign; an address can lead to either. */
export function CampaignCredentials({ campaign, zone, hasCodes }: CredentialsProps) {
  return (
    <>
      {hasCodes && (
        <div id={fieldIds.codes} tabIndex={-1} className="page-focus">
          <AccessCodes {...{ campaign, zone }} />
        </div>
      )}
      <div id={fieldIds.links} tabIndex={-1} className="page-focus">
        <SecretLinks {...{ campaign, zone }} />
      </div>
    </>
  );
}
