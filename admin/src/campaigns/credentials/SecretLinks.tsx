import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import { CredentialList } from './CredentialList.tsx';

const SecretLinks_campaign = graphql(/* GraphQL */ `
  fragment SecretLinks_campaign on EarlyAccessCampaign {
    id
    accessType
    secretLinks {
      id
      name
      hostedPageUrl
      maxUses
      totalUses
      expiresAt
      revokedAt
    }
  }
`);

const mutations = {
  create: graphql(/* GraphQL */ `
    mutation SecretLinkCreate($campaignId: ID!, $input: SecretLinkInput!) {
      payload: secretLinkCreate(campaignId: $campaignId, input: $input) {
        userErrors {
          field
          message
          code
        }
      }
    }
  `),
  update: graphql(/* GraphQL */ `
    mutation SecretLinkUpdate($id: ID!, $input: SecretLinkInput!) {
      payload: secretLinkUpdate(id: $id, input: $input) {
        userErrors {
          field
          message
          code
        }
      }
    }
  `),
  revoke: graphql(/* GraphQL */ `
    mutation SecretLinkRevoke($id: ID!) {
      payload: secretLinkRevoke(id: $id) {
        userErrors {
          field
          message
          code
        }
      }
    }
  `),
};

const words = texts.links;
const wordsWhereLinksOpen = { ...words, help: `${words.help} ${words.helpOpens}` };

interface SecretLinksProps {
  campaign: FragmentType<typeof SecretLinks_campaign>;
  zone: string;
}

/** The campaign's links. */
export function SecretLinks({ campaign, zone }: SecretLinksProps) {
  const { id, accessType, secretLinks } = readFragment(SecretLinks_campaign, campaign);
  return (
    <CredentialList
      {...{ zone, mutations }}
      campaignId={id}
      words={accessType === 'SECRET_LINK' ? wordsWhereLinksOpen : words}
      rows={secretLinks}
      secretOf={({ hostedPageUrl }) => hostedPageUrl}
    />
  );
}
