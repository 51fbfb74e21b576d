import { useState } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { AccessCodes_CampaignFragment } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { ListCard } from '../../ui/ListCard.tsx';
import { Button } from '../../ui/polaris.ts';
import { CredentialDialog } from './CredentialDialog.tsx';
import { CredentialTable } from './CredentialTable.tsx';
import { credentialDraftOf } from './credential-draft.ts';
import { RevokeDialog } from './RevokeDialog.tsx';
import { useAccessCodeChanges } from './useAccessCodeChanges.ts';

const AccessCodes_campaign = graphql(/* GraphQL */ `
  fragment AccessCodes_campaign on EarlyAccessCampaign {
    id
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

type AccessCode = AccessCodes_CampaignFragment['accessCodes'][number];

const words = texts.codes;
const names = { singular: words.one, plural: words.many };

const secret = { title: words.column, of: ({ code }: AccessCode) => code };

interface AccessCodesProps {
  campaign: FragmentType<typeof AccessCodes_campaign>;
  zone: string;
}

/** The campaign's passwords: which one brings whom, and until when. */
export function AccessCodes({ campaign, zone }: AccessCodesProps) {
  const { id, accessCodes } = readFragment(AccessCodes_campaign, campaign);
  const [editing, edit] = useState<AccessCode | 'new'>();
  const [leaving, leave] = useState<AccessCode>();
  const changes = useAccessCodeChanges(id);

  const saved = editing === 'new' ? undefined : editing;
  return (
    <ListCard
      title={words.title}
      notes={[words.help, accessCodes.length === 0 ? words.empty : undefined]}
      action={<Button onClick={() => edit('new')}>{words.add}</Button>}
    >
      {accessCodes.length > 0 && (
        <CredentialTable<AccessCode> {...{ names, zone, secret }} rows={accessCodes} onEdit={edit} onRevoke={leave} />
      )}
      {editing && (
        <CredentialDialog
          title={saved ? words.edit : words.add}
          initial={credentialDraftOf(saved, zone)}
          isSaved={saved !== undefined}
          hasCode
          zone={zone}
          save={(input) => (saved ? changes.update(saved.id, input) : changes.create(input))}
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
