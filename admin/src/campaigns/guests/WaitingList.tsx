import { useQuery } from '@apollo/client/react';
import { formatCount, formatInstant } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { WaitingListQuery as WaitingListAnswer } from '../../gql/graphql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts.ts';
import { useCursorPages } from '../../ui/cursor-pages.ts';
import { ListCard } from '../../ui/ListCard.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Column } from '../../ui/list-table.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Checkbox } from '../../ui/polaris.ts';

const WaitingListQuery = graphql(/* GraphQL */ `
  query WaitingList($id: ID!, $first: Int!, $after: String) {
    campaign(id: $id) {
      id
      waitingList(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          email
          createdAt
        }
      }
    }
  }
`);

type Waiting = NonNullable<WaitingListAnswer['campaign']>['waitingList']['nodes'][number];

/** How many people a page of the list shows. */
const pageLength = 25;

const words = texts.waiting;
const names = { singular: words.one, plural: words.many };

const columnsIn = (zone: string): [Column<Waiting>, ...Column<Waiting>[]] => [
  { title: words.columns.email, render: ({ email }) => <span className="wrapping">{email}</span> },
  { title: words.columns.since, render: ({ createdAt }) => formatInstant(createdAt, zone) },
];

interface WaitingListProps {
  campaignId: string;
  zone: string;
  isOffered: boolean;
  onOffer(isOffered: boolean): void;
}

/** Whether who isn't let in may leave an address, and who has. */
export function WaitingList({ campaignId, zone, isOffered, onOffer }: WaitingListProps) {
  const pages = useCursorPages(campaignId);
  const { data, previousData, error, refetch } = useQuery(WaitingListQuery, {
    variables: { id: campaignId, first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.campaign?.waitingList;
  const count = list?.totalCount ?? 0;
  const above = (
    <BlockStack gap="300">
      <Checkbox label={words.offer} helpText={words.offerHelp} checked={isOffered} onChange={onOffer} />
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
    </BlockStack>
  );
  return (
    <ListCard
      title={words.title}
      notes={[list && (count === 0 ? words.empty : words.total(count, formatCount(count)))]}
      above={above}
    >
      {!error && count > 0 && (
        <ListTable
          {...{ names, pages }}
          columns={columnsIn(zone)}
          rows={list?.nodes}
          pageInfo={list?.pageInfo}
          keyOf={({ id }) => id}
        />
      )}
    </ListCard>
  );
}
