import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatMoney } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts.ts';
import { ItemPicker } from './ItemPicker.tsx';
import type { PickedItem } from './picked-item.ts';

const ProductPickerQuery = graphql(/* GraphQL */ `
  query ProductPicker($query: String) {
    products(first: 30, query: $query) {
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        title
        imageUrl
        price {
          amount
          currencyCode
        }
      }
    }
  }
`);

export interface PickerProps {
  chosen: readonly PickedItem[];
  error?: string | undefined;
  onChange(chosen: PickedItem[]): void;
}

/** Chooses products of the catalog. */
export function ProductPicker({ chosen, error, onChange }: PickerProps) {
  const [query, setQuery] = useState('');
  const answer = useQuery(ProductPickerQuery, { variables: { query: query || null } });
  const products = (answer.data ?? answer.previousData)?.products;

  return (
    <ItemPicker
      words={texts.picker.products}
      found={products?.nodes.map(({ price, ...product }) => ({ ...product, detail: formatMoney(price) }))}
      hasMore={products?.pageInfo.hasNextPage ?? false}
      problem={answer.error && problemOf(answer.error)}
      onSearch={setQuery}
      onRetry={() => void answer.refetch()}
      {...{ chosen, error, query, onChange }}
    />
  );
}
