import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatCount, formatInstant } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { CampaignSignupsQuery as CampaignSignupsAnswer } from '../../gql/graphql.ts';
import { problemOf } from '../../problem.ts';
import { SignupRemoval } from '../../signups/SignupRemoval.tsx';
import { signupTexts } from '../../texts/signup-texts.ts';
import { texts } from '../../texts/texts.ts';
import { useCursorPages } from '../../ui/cursor-pages.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Column } from '../../ui/list-table.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Box, Button, Card, InlineStack, Text } from '../../ui/polaris.ts';
import { SignupHistory } from '../sync/SignupHistory.tsx';
import { SignupStanding } from '../sync/SignupStanding.tsx';

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
          receipts {
            destination
            state
            reason
            attempts
            acceptedAt
          }
        }
      }
    }
  }
`);

type Signup = NonNullable<CampaignSignupsAnswer['campaign']>['signups']['nodes'][number];

/** How many sign-ups a page of the table shows. */
const pageLength = 25;

const { columns: titles, one, many } = signupTexts.signups;
const names = { singular: one, plural: many };

/** Who signed up for the campaign. A list of its own, so that the page need not wait for it. */
export function CampaignSignups({ campaignId, zone }: { campaignId: string; zone: string }) {
  const pages = useCursorPages(campaignId);
  const [leaving, setLeaving] = useState<Signup>();
  const [shown, setShown] = useState<Signup>();
  const { data, previousData, error, refetch } = useQuery(CampaignSignupsQuery, {
    variables: { id: campaignId, first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
  });
  const signups = (data ?? previousData)?.campaign?.signups;

  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {signupTexts.signups.title}
            </Text>
            {signups !== undefined && signups.totalCount > 0 && (
              <Button url={`/signups?campaign=${campaignId}`}>{signupTexts.signups.toAll}</Button>
            )}
          </InlineStack>
          <Text as="p" tone="subdued">
            {signups && describe(signups.totalCount)}
          </Text>
          {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        </BlockStack>
      </Box>
      {!error && signups?.totalCount !== 0 && (
        <ListTable
          {...{ names, pages }}
          columns={columnsIn(zone, { onShow: setShown, onRemove: setLeaving })}
          rows={signups?.nodes}
          pageInfo={signups?.pageInfo}
          keyOf={({ id }) => id}
        />
      )}
      {shown && <SignupHistory {...{ zone }} signup={shown} onClose={() => setShown(undefined)} />}
      {leaving && (
        <SignupRemoval
          signup={leaving}
          questions={['CampaignSignups', 'CampaignPage']}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Card>
  );
}

function describe(count: number): string {
  if (count === 0) return `${signupTexts.signups.empty}. ${signupTexts.signups.emptyBody}`;
  return signupTexts.signups.total(count, formatCount(count));
}

interface SignupActions {
  onShow(signup: Signup): void;
  onRemove(signup: Signup): void;
}

function columnsIn(zone: string, actions: SignupActions): [Column<Signup>, ...Column<Signup>[]] {
  return [
    { title: titles.email, render: ({ email }) => <span className="wrapping">{email}</span> },
    {
      title: titles.name,
      render: ({ firstName, lastName }) => (
        <span className="wrapping">{[firstName, lastName].filter(Boolean).join(' ') || '–'}</span>
      ),
    },
    {
      title: titles.consent,
      render: ({ acceptsMarketing }) => (acceptsMarketing ? signupTexts.signups.yes : signupTexts.signups.no),
    },
    { title: titles.created, render: ({ createdAt }) => formatInstant(createdAt, zone) },
    { title: texts.history.column, render: ({ receipts }) => <SignupStanding receipts={receipts} /> },
    {
      title: titles.actions,
      isTitleHidden: true,
      render: (signup) => <Actions {...{ signup }} {...actions} />,
    },
  ];
}

function Actions({ signup, onShow, onRemove }: SignupActions & { signup: Signup }) {
  return (
    <InlineStack gap="300">
      <Button variant="plain" accessibilityLabel={texts.history.showLabel(signup.email)} onClick={() => onShow(signup)}>
        {texts.history.show}
      </Button>
      <Button
        variant="plain"
        tone="critical"
        accessibilityLabel={signupTexts.signups.remove(signup.email)}
        onClick={() => onRemove(signup)}
      >
        {texts.common.remove}
      </Button>
    </InlineStack>
  );
}
