import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts/texts.ts';
import { CredentialList } from './CredentialList.tsx';

const AccessCodes_campaign = graphql(/* GraphQL */ `
  fragment AccessCodes_campaign on EarlyAccessCampaign {
    id
    name
    accessCodes {
      id
      name
      code
      maxUses
      totalUses
      expiresAt
      revokedAt
    }
  }
`);

const mutations = {
  create: graphql(/* GraphQL */ `
    mutation AccessCodeCreate($campaignId: ID!, $input: AccessCodeInput!) {
      payload: accessCodeCreate(campaignId: $campaignId, input: $input) {
        userErrors {
          field
          message
          code
        }
      }
    }
  `),
  update: graphql(/* GraphQL */ `
    mutation AccessCodeUpdate($id: ID!, $input: AccessCodeInput!) {
      payload: accessCodeUpdate(id: $id, input: $input) {
        userErrors {
          field
          message
          code
        }
      }
    }
  `),
  revoke: graphql(/* GraphQL */ `
    mutation AccessCodeRevoke($id: ID!) {
      payload: accessCodeRevoke(id: $id) {
        userErrors {
          field
          message
          code
        }
      }
    }
  `),
};

interface AccessCodesProps {
  campaign: FragmentType<typeof AccessCodes_campaign>;
  zone: string;
}

/** The campaign's passwords. */
export function AccessCodes({ campaign, zone }: AccessCodesProps) {
  const { id, name, accessCodes } = readFragment(AccessCodes_campaign, campaign);
  return (
    <CredentialList
      {...{ zone, mutations }}
      campaignId={id}
      words={texts.codes}
      rows={accessCodes}
      secretOf={({ code }) => code}
      shownNames={[name]}
    />
  );
}
