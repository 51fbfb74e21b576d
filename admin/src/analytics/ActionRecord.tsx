import { useQuery } from '@apollo/client/react';
import { formatMoment } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { CampaignActionsQuery as ActionsAnswer } from '../gql/graphql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';

const words = analyticsTexts.live;

const CampaignActionsQuery = graphql(/* GraphQL */ `
  query CampaignActions($id: ID!) {
    campaign(id: $id) {
      id
      actions(first: 50) {
        nodes {
          id
          kind
          actor
          at
        }
      }
    }
  }
`);

type Action = NonNullable<ActionsAnswer['campaign']>['actions']['nodes'][number];

const names = { singular: words.record.one, plural: words.record.many };

/** Who did what to the campaign, and when: newest first. */
export function ActionRecord({ campaignId, zone }: { campaignId: string; zone: string }) {
  const { data, error, refetch } = useQuery(CampaignActionsQuery, {
    variables: { id: campaignId },
    fetchPolicy: 'cache-and-network',
  });
  const actions = data?.campaign?.actions.nodes;
  const columns: [Column<Action>, ...Column<Action>[]] = [
    { title: words.columns.what, render: ({ kind }) => words.kinds[kind] },
    { title: words.columns.who, render: ({ actor }) => <span className="wrapping">{actor}</span> },
    { title: words.columns.at, render: ({ at }) => formatMoment(at, zone) },
  ];
  return (
    <TopicCard title={words.recordTitle}>
      {error && !data && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {actions?.length === 0 && <Text as="p">{words.noRecord}</Text>}
      {actions?.length !== 0 && !(error && !data) && (
        <ListTable {...{ names, columns }} rows={actions} keyOf={({ id }) => id} />
      )}
    </TopicCard>
  );
}
