import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatCount, formatInstant } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { CampaignSignupsQuery as CampaignSignupsAnswer } from '../../gql/graphql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts.ts';
import { useCursorPages } from '../../ui/cursor-pages.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Column } from '../../ui/list-table.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Box, Button, Card, Text } from '../../ui/polaris.ts';
import { SignupRemoval } from './SignupRemoval.tsx';

const CampaignSignupsQuery = graphql(/* GraphQL */ `
  query CampaignSignups($id: ID!, $first: Int!, $after: String) {
    campaign(id: $id) {
      id
      signups(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          email
          firstName
          lastName
          acceptsMarketing
          createdAt
        }
      }
    }
  }
`);

type Signup = NonNullable<CampaignSignupsAnswer['campaign']>['signups']['nodes'][number];

/** How many sign-ups a page of the table shows. */
const pageLength = 25;

const { columns: titles, one, many } = texts.signups;
const names = { singular: one, plural: many };

/** Who signed up for the campaign. A list of its own, so that the page need not wait for it. */
export function CampaignSignups({ campaignId, zone }: { campaignId: string; zone: string }) {
  const pages = useCursorPages(campaignId);
  const [leaving, setLeaving] = useState<Signup>();
  const { data, previousData, error, refetch } = useQuery(CampaignSignupsQuery, {
    variables: { id: campaignId, first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
  });
  const signups = (data ?? previousData)?.campaign?.signups;

  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {texts.signups.title}
          </Text>
          <Text as="p" tone="subdued">
            {signups && describe(signups.totalCount)}
          </Text>
          {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        </BlockStack>
      </Box>
      {!error && signups?.totalCount !== 0 && (
        <ListTable
          {...{ names, pages }}
          columns={columnsIn(zone, setLeaving)}
          rows={signups?.nodes}
          pageInfo={signups?.pageInfo}
          keyOf={({ id }) => id}
        />
      )}
      {leaving && <SignupRemoval signup={leaving} onClose={() => setLeaving(undefined)} />}
    </Card>
  );
}

function describe(count: number): string {
  if (count === 0) return `${texts.signups.empty}. ${texts.signups.emptyBody}`;
  return texts.signups.total(count, formatCount(count));
}

function columnsIn(zone: string, onRemove: (signup: Signup) => void): [Column<Signup>, ...Column<Signup>[]] {
  return [
    { title: titles.email, render: ({ email }) => email },
    {
      title: titles.name,
      render: ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ') || '–',
    },
    {
      title: titles.consent,
      render: ({ acceptsMarketing }) => (acceptsMarketing ? texts.signups.yes : texts.signups.no),
    },
    { title: titles.created, render: ({ createdAt }) => formatInstant(createdAt, zone) },
    {
      title: titles.actions,
      isTitleHidden: true,
      render: (signup) => (
        <Button
          variant="plain"
          tone="critical"
          accessibilityLabel={texts.signups.remove(signup.email)}
          onClick={() => onRemove(signup)}
        >
          {texts.common.remove}
        </Button>
      ),
    },
  ];
}
