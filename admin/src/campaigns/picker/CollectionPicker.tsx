import { useQuery } from '@apollo/client/react';
import { memo, useMemo, useState } from 'react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { pickerTexts } from '../../texts/picker-texts.ts';
import { resourcePicker } from '../../ui/bridge/resource-picker.ts';
import { ItemPicker } from './ItemPicker.tsx';
import type { PickerProps } from './ProductPicker.tsx';
import { ResourceChoice } from './ResourceChoice.tsx';

const CollectionPickerQuery = graphql(/* GraphQL */ `
  query CollectionPicker($query: String) {
    collections(first: 30, query: $query) {
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        title
        imageUrl
        productsCount
      }
    }
  }
`);

/** Chooses collections; their products belong to the campaign as long as they are inside. */
export const CollectionPicker = memo(function CollectionPicker(props: PickerProps) {
  const pick = resourcePicker();
  if (pick === null) return <CollectionSearch {...props} />;
  return <ResourceChoice {...props} kind="collection" pick={pick} words={pickerTexts.collections} />;
});

function CollectionSearch({ chosen, error, onChange }: PickerProps) {
  const [query, setQuery] = useState('');
  const answer = useQuery(CollectionPickerQuery, { variables: { query: query || null } });
  const collections = (answer.data ?? answer.previousData)?.collections;
  const found = useMemo(
    () =>
      collections?.nodes.map(({ productsCount, ...collection }) => ({
        ...collection,
        detail: pickerTexts.productsIn(productsCount, formatCount(productsCount)),
      })),
    [collections],
  );

  return (
    <ItemPicker
      words={pickerTexts.collections}
      hasMore={collections?.pageInfo.hasNextPage ?? false}
      problem={answer.error && problemOf(answer.error)}
      onSearch={setQuery}
      onRetry={() => void answer.refetch()}
      {...{ chosen, error, found, query, onChange }}
    />
  );
}
