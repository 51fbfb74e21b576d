import { type ReactNode, useState } from 'react';
import { ListCard } from '../../ui/ListCard.tsx';
import { Button } from '../../ui/polaris.ts';
import { CredentialDialog } from './CredentialDialog.tsx';
import { CredentialTable } from './CredentialTable.tsx';
import { type Credential, credentialDraftOf } from './credential-draft.ts';
import { RevokeDialog } from './RevokeDialog.tsx';
import { type CredentialInput, type CredentialMutations, useCredentialChanges } from './useCredentialChanges.ts';

/** What is said about one sort of credential. */
interface CredentialWords {
  title: string;
  help: string;
  empty: string;
  add: string;
  edit: string;
  revoked: string;
  /** Title of the column that shows what visitors get. */
  column: string;
  one: string;
  many: string;
}

interface CredentialListProps<Row extends Credential> {
  campaignId: string;
  zone: string;
  words: CredentialWords;
  rows: readonly Row[];
  mutations: CredentialMutations;
  /** What visitors get: the code, or the address of the page. */
  secretOf(row: Row): string;
  /** What cannot be a code, because the gate shows it; undefined for links, which nobody types. */
  shownNames?: readonly string[];
  /** Further buttons of a row. */
  moreActions?(row: Row): ReactNode;
}

/** The access codes or the secret links of a campaign: which one brings whom, and until when. */
export function CredentialList<Row extends Credential & { code?: string }>(props: CredentialListProps<Row>) {
  const { campaignId, zone, words, rows, mutations, secretOf, shownNames, moreActions } = props;
  const [editing, edit] = useState<Row | 'new'>();
  const [leaving, leave] = useState<Row>();
  const changes = useCredentialChanges(mutations, campaignId);

  const saved = editing === 'new' ? undefined : editing;
  const save = ({ code, ...terms }: CredentialInput) => {
    const input = shownNames && code !== undefined ? { ...terms, code } : terms;
    return saved ? changes.update(saved.id, input) : changes.create(input);
  };
  return (
    <ListCard
      title={words.title}
      notes={[words.help, rows.length === 0 ? words.empty : undefined]}
      action={<Button onClick={() => edit('new')}>{words.add}</Button>}
    >
      {rows.length > 0 && (
        <CredentialTable<Row>
          {...{ zone, rows, moreActions }}
          names={{ singular: words.one, plural: words.many }}
          secret={{ title: words.column, of: secretOf }}
          onEdit={edit}
          onRevoke={leave}
        />
      )}
      {editing && (
        <CredentialDialog
          {...{ zone, save, shownNames }}
          title={saved ? words.edit : words.add}
          initial={credentialDraftOf(saved, zone)}
          isSaved={saved !== undefined}
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
