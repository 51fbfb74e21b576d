import { useState } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { shareTexts } from '../../texts/share-texts.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/polaris.ts';
import { CredentialList } from '../credentials/CredentialList.tsx';
import { QrButton } from './QrButton.tsx';
import { type ReplacedLink, ReplaceLinkDialog } from './ReplaceLinkDialog.tsx';

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
const { replace } = shareTexts;
const wordsWhereLinksOpen = { ...words, help: `${words.help} ${words.helpOpens}` };

interface SecretLinksProps {
  campaign: FragmentType<typeof SecretLinks_campaign>;
  zone: string;
}

/** The campaign's links: each can be copied, shown as a QR code, changed, replaced and revoked. */
export function SecretLinks({ campaign, zone }: SecretLinksProps) {
  const { id, accessType, secretLinks } = readFragment(SecretLinks_campaign, campaign);
  const [leaving, leave] = useState<ReplacedLink>();
  const isWayIn = accessType === 'SECRET_LINK';
  return (
    <>
      <CredentialList
        {...{ zone, mutations }}
        campaignId={id}
        words={isWayIn ? wordsWhereLinksOpen : words}
        rows={secretLinks}
        secretOf={({ hostedPageUrl }) => hostedPageUrl}
        moreActions={(link) => (
          <>
            <QrButton name={link.name} address={link.hostedPageUrl} isPlain />
            <Button variant="plain" accessibilityLabel={replace.label(link.name)} onClick={() => leave(link)}>
              {replace.action}
            </Button>
          </>
        )}
      />
      {leaving && (
        <ReplaceLinkDialog {...{ isWayIn }} campaignId={id} link={leaving} onClose={() => leave(undefined)} />
      )}
    </>
  );
}
