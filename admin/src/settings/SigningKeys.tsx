import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatDay, formatInstant } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { SigningKeysQuery as SigningKeysAnswer } from '../gql/graphql.ts';
import { settle } from '../outcome.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ListCard } from '../ui/ListCard.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Badge, Box, Button, Link } from '../ui/polaris.ts';
import { refusalOf } from '../ui/refusal.ts';

const SigningKeysQuery = graphql(/* GraphQL */ `
  query SigningKeys {
    signingKeys {
      kid
      state
      createdAt
      changesAt
    }
  }
`);

const SigningKeyRotate = graphql(/* GraphQL */ `
  mutation SigningKeyRotate {
    signingKeyRotate {
      signingKeys {
        kid
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

type SigningKey = SigningKeysAnswer['signingKeys'][number];

/** A waiting key signs within minutes; a page left open tells of it. */
const lookAgainMs = 30_000;

const words = texts.signingKeys;
const names = { singular: words.one, plural: words.many };
const tones = { WAITING: 'info', SIGNING: 'success', VERIFYING: undefined } as const;

/** The keys that sign and verify access passes, and the way to a new one. */
export function SigningKeys({ zone }: { zone: string }) {
  const { data, error, refetch } = useQuery(SigningKeysQuery, {
    fetchPolicy: 'cache-and-network',
    pollInterval: lookAgainMs,
    skipPollAttempt: () => document.hidden,
  });
  const [isAsking, setAsking] = useState(false);
  return (
    <ListCard
      title={words.title}
      notes={[words.help]}
      action={<Button onClick={() => setAsking(true)}>{words.rotate}</Button>}
      above={error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
    >
      {(data || !error) && (
        <ListTable names={names} columns={columnsIn(zone)} rows={data?.signingKeys} keyOf={({ kid }) => kid} />
      )}
      <Box padding="400">
        <Link url="/.well-known/jwks.json" external>
          {words.published}
        </Link>
      </Box>
      {isAsking && <RotateDialog onClose={() => setAsking(false)} />}
    </ListCard>
  );
}

function columnsIn(zone: string): [Column<SigningKey>, ...Column<SigningKey>[]] {
  const { columns } = words;
  return [
    { title: columns.key, render: ({ kid }) => <code className="wrapping">{kid}</code> },
    { title: columns.state, render: ({ state }) => <StateBadge state={state} /> },
    { title: columns.created, render: ({ createdAt }) => formatDay(createdAt, zone) },
    { title: columns.next, render: (key) => <span className="wrapping">{nextOf(key, zone)}</span> },
  ];
}

function StateBadge({ state }: Pick<SigningKey, 'state'>) {
  const tone = tones[state];
  return <Badge {...(tone && { tone })}>{words.state[state]}</Badge>;
}

function nextOf({ state, changesAt }: SigningKey, zone: string): string {
  return changesAt ? words.next[state](formatInstant(changesAt, zone)) : words.staysSigning;
}

function RotateDialog({ onClose }: { onClose(): void }) {
  const [run] = useMutation(SigningKeyRotate, { refetchQueries: ['SigningKeys'] });
  const showToast = useToast();
  const rotate = async (): Promise<void> => {
    const outcome = await settle(async () => (await run()).data?.signingKeyRotate);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.rotated, isError: refusal !== undefined });
    onClose();
  };
  return (
    <ConfirmDialog title={words.rotateTitle} confirm={words.rotate} onConfirm={rotate} onClose={onClose}>
      {words.rotateBody}
    </ConfirmDialog>
  );
}
