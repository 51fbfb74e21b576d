import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { Banner, BlockStack, Box, Button, SkeletonBodyText, Text } from '../../ui/polaris.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { type KlaviyoList, ListName } from './ListName.tsx';

const KlaviyoListsQuery = graphql(/* GraphQL */ `
  query KlaviyoLists($query: String, $after: String) {
    connections {
      id
      destination
      audiences(query: $query, after: $after) {
        audiences {
          id
          name
          optIn
        }
        next
        problem
      }
    }
  }
`);

const words = texts.audiences;

interface ListSearchProps {
  /** Id of the present choice; empty for none. */
  chosen: string;
  onChoose(list: KlaviyoList): void;
}

/** Klaviyo's lists as they are now, by name, to choose one. */
export function ListSearch({ chosen, onChoose }: ListSearchProps) {
  const [query, setQuery] = useState('');
  return (
    <BlockStack gap="200">
      <SearchField label={words.search} value={query} onSearch={setQuery} />
      <ListPage key={query} after={null} {...{ query, chosen, onChoose }} />
    </BlockStack>
  );
}

/** One page of lists, and below it the next one, once it is asked for. */
function ListPage({ query, after, chosen, onChoose }: ListSearchProps & { query: string; after: string | null }) {
  const [isMoreWanted, setMoreWanted] = useState(false);
  const { data, error, refetch } = useQuery(KlaviyoListsQuery, {
    variables: { query: query || null, after },
    fetchPolicy: 'network-only',
  });
  const page = data?.connections.find(({ destination }) => destination === 'KLAVIYO')?.audiences;

  if (error) return <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />;
  if (!page) return <SkeletonBodyText lines={3} />;
  if (page.problem) return <Unavailable problem={page.problem} onRetry={() => refetch()} />;
  const { audiences, next } = page;
  return (
    <>
      {audiences.length === 0 && !next && <Text as="p">{words.none}</Text>}
      {audiences.length > 0 && (
        <ul className="picker-list" aria-label={words.found}>
          {audiences.map((list) => (
            <li key={list.id} className="list-row">
              <ListName list={list} />
              {list.id === chosen ? (
                <Text as="span" tone="subdued">
                  {words.chosen}
                </Text>
              ) : (
                <Button onClick={() => onChoose(list)} accessibilityLabel={words.chooseLabel(list.name)}>
                  {words.chooseOne}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {next && !isMoreWanted && (
        <Box>
          <Button onClick={() => setMoreWanted(true)}>{words.more}</Button>
        </Box>
      )}
      {next && isMoreWanted && <ListPage after={next} {...{ query, chosen, onChoose }} />}
    </>
  );
}

function Unavailable({ problem, onRetry }: { problem: string; onRetry(): void }) {
  return (
    <Banner
      tone="warning"
      title={words.unavailable('KLAVIYO')}
      action={{ content: texts.common.retry, onAction: onRetry }}
    >
      {problem}
    </Banner>
  );
}
