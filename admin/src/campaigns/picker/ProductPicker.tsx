import { useQuery } from '@apollo/client/react';
import { memo, useMemo, useState } from 'react';
import { formatMoney } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { pickerTexts } from '../../texts/picker-texts.ts';
import { resourcePicker } from '../../ui/bridge/resource-picker.ts';
import { ItemPicker } from './ItemPicker.tsx';
import type { PickedItem } from './picked-item.ts';
import { ResourceChoice } from './ResourceChoice.tsx';

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

/** Chooses products: in Shopify's own picker when embedded, else by a search of our catalog. */
export const ProductPicker = memo(function ProductPicker(props: PickerProps) {
  const pick = resourcePicker();
  if (pick === null) return <ProductSearch {...props} />;
  return <ResourceChoice {...props} kind="product" pick={pick} words={pickerTexts.products} />;
});

function ProductSearch({ chosen, error, onChange }: PickerProps) {
  const [query, setQuery] = useState('');
  const answer = useQuery(ProductPickerQuery, { variables: { query: query || null } });
  const products = (answer.data ?? answer.previousData)?.products;
  const found = useMemo(
    () => products?.nodes.map(({ price, ...product }) => ({ ...product, detail: formatMoney(price) })),
    [products],
  );

  return (
    <ItemPicker
      words={pickerTexts.products}
      hasMore={products?.pageInfo.hasNextPage ?? false}
      problem={answer.error && problemOf(answer.error)}
      onSearch={setQuery}
      onRetry={() => void answer.refetch()}
      {...{ chosen, error, found, query, onChange }}
    />
  );
}
