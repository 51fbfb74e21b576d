import type { ReactNode } from 'react';
import { formatCount, formatInstant } from '../../format.ts';
import { texts } from '../../texts/texts.ts';
import { useCopy } from '../../ui/copy-text.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Column } from '../../ui/list-table.ts';
import { Badge, Button, InlineStack } from '../../ui/polaris.ts';
import { type Credential, endOf } from './credential-draft.ts';

const words = texts.limits;

interface CredentialTableProps<Row extends Credential> {
  names: { singular: string; plural: string };
  rows: readonly Row[];
  zone: string;
  /** What visitors get: the code, or the address of the page. */
  secret: { title: string; of(row: Row): string };
  onEdit(row: Row): void;
  onRevoke(row: Row): void;
  /** Further buttons of a row that is not revoked, before the one that revokes it. */
  moreActions?: ((row: Row) => ReactNode) | undefined;
}

/** Access codes or secret links, each with what it has let in and what can be done with it. */
export function CredentialTable<Row extends Credential>(props: CredentialTableProps<Row>) {
  const { names, rows, zone, secret, onEdit, onRevoke, moreActions } = props;
  const columns: [Column<Row>, ...Column<Row>[]] = [
    { title: words.columns.name, render: (row) => <Named credential={row} /> },
    { title: secret.title, render: (row) => <Secret text={secret.of(row)} label={words.copyLabel(row.name)} /> },
    { title: words.columns.uses, isNumber: true, render: usesOf },
    {
      title: words.columns.expires,
      render: ({ expiresAt }) => (expiresAt ? formatInstant(expiresAt, zone) : words.never),
    },
    {
      title: words.columns.actions,
      isTitleHidden: true,
      render: (row) =>
        !row.revokedAt && (
          <Actions
            name={row.name}
            onEdit={() => onEdit(row)}
            onRevoke={() => onRevoke(row)}
            more={moreActions?.(row)}
          />
        ),
    },
  ];
  return <ListTable {...{ names, rows, columns }} keyOf={({ id }) => id} />;
}

function usesOf({ totalUses, maxUses }: Credential): ReactNode {
  return words.uses(formatCount(totalUses), typeof maxUses === 'number' ? formatCount(maxUses) : undefined);
}

function Named({ credential }: { credential: Credential }) {
  const end = endOf(credential, Date.now());
  return (
    <InlineStack gap="200" blockAlign="center">
      <span className="wrapping">{credential.name}</span>
      {end && <Badge {...(end === 'usedUp' && { tone: 'warning' })}>{words.state[end]}</Badge>}
    </InlineStack>
  );
}

function Secret({ text, label }: { text: string; label: string }) {
  const copy = useCopy();
  return (
    <span className="secret">
      <span className="secret-text">{text}</span>
      <Button variant="plain" accessibilityLabel={label} onClick={() => void copy(text)}>
        {texts.common.copy}
      </Button>
    </span>
  );
}

interface ActionsProps {
  name: string;
  onEdit(): void;
  onRevoke(): void;
  more: ReactNode;
}

function Actions({ name, onEdit, onRevoke, more }: ActionsProps) {
  return (
    <InlineStack gap="300">
      <Button variant="plain" accessibilityLabel={words.editLabel(name)} onClick={onEdit}>
        {words.edit}
      </Button>
      {more}
      <Button variant="plain" tone="critical" accessibilityLabel={words.revokeLabel(name)} onClick={onRevoke}>
        {words.revoke}
      </Button>
    </InlineStack>
  );
}
