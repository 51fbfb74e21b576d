import { useState } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { SecretLinks_CampaignFragment } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { ListCard } from '../../ui/ListCard.tsx';
import { Button } from '../../ui/polaris.ts';
import { CredentialDialog } from './CredentialDialog.tsx';
import { CredentialTable } from './CredentialTable.tsx';
import { credentialDraftOf } from './credential-draft.ts';
import { RevokeDialog } from './RevokeDialog.tsx';
import { useSecretLinkChanges } from './useSecretLinkChanges.ts';

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

type SecretLink = SecretLinks_CampaignFragment['secretLinks'][number];

const words = texts.links;
const names = { singular: words.one, plural: words.many };

const secret = { title: words.column, of: ({ hostedPageUrl }: SecretLink) => hostedPageUrl };

interface SecretLinksProps {
  campaign: FragmentType<typeof SecretLinks_campaign>;
  zone: string;
}

/** The campaign's links: which one brings whom, and until when. */
export function SecretLinks({ campaign, zone }: SecretLinksProps) {
  const { id, accessType, secretLinks } = readFragment(SecretLinks_campaign, campaign);
  const [editing, edit] = useState<SecretLink | 'new'>();
  const [leaving, leave] = useState<SecretLink>();
  const changes = useSecretLinkChanges(id);

  const saved = editing === 'new' ? undefined : editing;
  const help = accessType === 'SECRET_LINK' ? `${words.help} ${words.helpOpens}` : words.help;
  return (
    <ListCard
      title={words.title}
      notes={[help, secretLinks.length === 0 ? words.empty : undefined]}
      action={<Button onClick={() => edit('new')}>{words.add}</Button>}
    >
      {secretLinks.length > 0 && (
        <CredentialTable<SecretLink> {...{ names, zone, secret }} rows={secretLinks} onEdit={edit} onRevoke={leave} />
      )}
      {editing && (
        <CredentialDialog
          title={saved ? words.edit : words.add}
          initial={credentialDraftOf(saved, zone)}
          isSaved={saved !== undefined}
          hasCode={false}
          zone={zone}
          save={({ code: _none, ...input }) => (saved ? changes.update(saved.id, input) : changes.create(input))}
          onClose={() => edit(undefined)}
        />
      )}
      {leaving && (
        <RevokeDialog
          credential={leaving}
          done={words.revoked}
          revoke={() => changes.revoke(leaving.id)}
          onClose={() => leave(undefined)}
        />
      )}
    </ListCard>
  );
}
