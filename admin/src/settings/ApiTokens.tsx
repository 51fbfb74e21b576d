import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatDay } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { ApiTokensQuery as ApiTokensAnswer } from '../gql/graphql.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { useCursorPages } from '../ui/cursor-pages.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Badge, BlockStack, Box, Button, Card, InlineStack, Text } from '../ui/polaris.ts';
import { CreateTokenDialog } from './CreateTokenDialog.tsx';
import { RevokeTokenDialog } from './RevokeTokenDialog.tsx';

const ApiTokensQuery = graphql(/* GraphQL */ `
  query ApiTokens($first: Int!, $after: String) {
    apiTokens(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        scopes
        createdAt
        lastUsedAt
        revokedAt
      }
    }
  }
`);

type ApiToken = ApiTokensAnswer['apiTokens']['nodes'][number];

/** How many tokens a page of the table shows. */
const pageLength = 25;

const names = { singular: texts.settings.one, plural: texts.settings.many };

/** The tokens of the shop's tools: make one, see when it was last used, revoke it. */
export function ApiTokens({ zone }: { zone: string }) {
  const pages = useCursorPages('');
  const [isCreating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiToken>();
  const { data, previousData, error, refetch } = useQuery(ApiTokensQuery, {
    variables: { first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
  });
  const tokens = (data ?? previousData)?.apiTokens;

  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {texts.settings.tokens}
            </Text>
            <Button onClick={() => setCreating(true)}>{texts.settings.createToken}</Button>
          </InlineStack>
          <Text as="p" tone="subdued">
            {tokens?.totalCount === 0
              ? `${texts.settings.noTokens}. ${texts.settings.noTokensBody}`
              : texts.settings.tokensHelp}
          </Text>
          {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        </BlockStack>
      </Box>
      {!error && tokens?.totalCount !== 0 && (
        <ListTable
          {...{ names, pages }}
          columns={columnsIn(zone, setRevoking)}
          rows={tokens?.nodes}
          pageInfo={tokens?.pageInfo}
          keyOf={({ id }) => id}
        />
      )}
      {isCreating && <CreateTokenDialog onClose={() => setCreating(false)} />}
      {revoking && <RevokeTokenDialog apiToken={revoking} onClose={() => setRevoking(undefined)} />}
    </Card>
  );
}

function columnsIn(zone: string, onRevoke: (token: ApiToken) => void): [Column<ApiToken>, ...Column<ApiToken>[]] {
  const titles = texts.settings.columns;
  return [
    { title: titles.name, render: ({ name }) => name },
    {
      title: titles.scopes,
      render: ({ scopes }) => (
        <span className="wrapping">{scopes.map((scope) => texts.settings.scope[scope]).join(', ')}</span>
      ),
    },
    { title: titles.created, render: ({ createdAt }) => formatDay(createdAt, zone) },
    {
      title: titles.lastUsed,
      render: ({ lastUsedAt }) => (lastUsedAt ? formatDay(lastUsedAt, zone) : texts.settings.never),
    },
    {
      title: titles.actions,
      isTitleHidden: true,
      render: (token) => <TokenAction token={token} onRevoke={onRevoke} />,
    },
  ];
}

function TokenAction({ token, onRevoke }: { token: ApiToken; onRevoke(token: ApiToken): void }) {
  if (token.revokedAt) return <Badge>{texts.settings.revoked}</Badge>;
  return (
    <Button
      variant="plain"
      tone="critical"
      accessibilityLabel={texts.settings.revokeLabel(token.name)}
      onClick={() => onRevoke(token)}
    >
      {texts.settings.revoke}
    </Button>
  );
}
