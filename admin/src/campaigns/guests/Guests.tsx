import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatCount, formatInstant } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { GuestsQuery as GuestsAnswer } from '../../gql/graphql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { useCursorPages } from '../../ui/cursor-pages.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Column } from '../../ui/list-table.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Button, Text } from '../../ui/polaris.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { GuestRemoval } from './GuestRemoval.tsx';

const GuestsQuery = graphql(/* GraphQL */ `
  query Guests($id: ID!, $first: Int!, $after: String, $query: String) {
    campaign(id: $id) {
      id
      guests(first: $first, after: $after, query: $query) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          email
          addedAt
        }
      }
    }
  }
`);

type Guest = NonNullable<GuestsAnswer['campaign']>['guests']['nodes'][number];

/** How many addresses a page of the list shows. */
const pageLength = 25;

const words = texts.guests;
const names = { singular: words.one, plural: words.many };

const columnsIn = (zone: string, onRemove: (email: string) => void): [Column<Guest>, ...Column<Guest>[]] => [
  { title: words.columns.email, render: ({ email }) => <span className="wrapping">{email}</span> },
  { title: words.columns.added, render: ({ addedAt }) => formatInstant(addedAt, zone) },
  {
    title: words.columns.actions,
    isTitleHidden: true,
    render: ({ email }) => (
      <Button
        variant="plain"
        tone="critical"
        accessibilityLabel={words.removeLabel(email)}
        onClick={() => onRemove(email)}
      >
        {texts.common.remove}
      </Button>
    ),
  },
];

/** The addresses on the guest list, with a search. */
export function Guests({ campaignId, zone }: { campaignId: string; zone: string }) {
  const [search, setSearch] = useState('');
  const [leaving, leave] = useState<string>();
  const pages = useCursorPages(search);
  const { data, previousData, error, refetch } = useQuery(GuestsQuery, {
    variables: { id: campaignId, first: pageLength, after: pages.after, query: search || null },
    fetchPolicy: 'cache-and-network',
  });
  const guests = (data ?? previousData)?.campaign?.guests;
  return (
    <BlockStack gap="300">
      <SearchField label={words.search} value={search} onSearch={setSearch} />
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {guests?.totalCount === 0 && <Text as="p">{words.nothingFound}</Text>}
      {search && !!guests?.totalCount && (
        <Text as="p" tone="subdued">
          {words.found(guests.totalCount, formatCount(guests.totalCount))}
        </Text>
      )}
      {!error && guests?.totalCount !== 0 && (
        <ListTable
          {...{ names, pages }}
          columns={columnsIn(zone, leave)}
          rows={guests?.nodes}
          pageInfo={guests?.pageInfo}
          keyOf={({ email }) => email}
        />
      )}
      {leaving && <GuestRemoval {...{ campaignId }} email={leaving} onClose={() => leave(undefined)} />}
    </BlockStack>
  );
}
