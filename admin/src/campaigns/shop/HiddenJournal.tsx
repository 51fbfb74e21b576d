import { useQuery } from '@apollo/client/react';
import { formatMoment } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { HiddenJournalQuery as JournalAnswer } from '../../gql/graphql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { useCursorPages } from '../../ui/cursor-pages.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Column } from '../../ui/list-table.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { Text } from '../../ui/polaris.ts';

const HiddenJournalQuery = graphql(/* GraphQL */ `
  query HiddenJournal($id: ID!, $first: Int!, $after: String) {
    campaign(id: $id) {
      id
      products {
        id
        title
      }
      unlisting {
        journal(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            at
            event
            detail
            productId
            statusBefore
            statusAfter
          }
        }
      }
    }
  }
`);

type Campaign = NonNullable<JournalAnswer['campaign']>;
type Entry = NonNullable<Campaign['unlisting']>['journal']['nodes'][number];

/** How many changes a page of the journal shows. */
const pageLength = 25;

const words = texts.hiding;
const names = { singular: words.journal.one, plural: words.journal.many };

/** Every change made in the shop on the campaign's behalf, newest first, with the value before. */
export function HiddenJournal({ campaignId, zone }: { campaignId: string; zone: string }) {
  const pages = useCursorPages('');
  const { data, previousData, error, refetch } = useQuery(HiddenJournalQuery, {
    variables: { id: campaignId, first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
  });
  const campaign = (data ?? previousData)?.campaign;
  const journal = campaign?.unlisting?.journal;
  if (error && !journal) return <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />;
  if (journal?.totalCount === 0) return <Text as="p">{words.noJournal}</Text>;
  const titles = new Map(campaign?.products.map(({ id, title }) => [id, title]));
  return (
    <ListTable
      {...{ names, pages }}
      columns={columnsIn(zone, titles)}
      rows={journal?.nodes}
      pageInfo={journal?.pageInfo}
      keyOf={({ id }) => id}
    />
  );
}

function columnsIn(zone: string, titles: ReadonlyMap<string, string>): [Column<Entry>, ...Column<Entry>[]] {
  const status = (value: Entry['statusBefore']) => (value ? texts.catalog.productStatus[value] : '–');
  return [
    { title: words.columns.at, render: ({ at }) => formatMoment(at, zone) },
    {
      title: words.columns.product,
      render: ({ productId }) => <span className="wrapping">{titles.get(productId) ?? productId}</span>,
    },
    {
      title: words.columns.event,
      render: ({ event, detail }) => (
        <span className="wrapping">{detail ? `${words.event[event]}. ${detail}` : words.event[event]}</span>
      ),
    },
    { title: words.columns.before, render: ({ statusBefore }) => status(statusBefore) },
    { title: words.columns.after, render: ({ statusAfter }) => status(statusAfter) },
  ];
}
