import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { formatCount } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { useCursorPages } from '../ui/cursor-pages.ts';
import { Deferred } from '../ui/Deferred.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Box, Card, Page } from '../ui/polaris.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { CatalogSource } from './CatalogSource.tsx';
import { ProductTable } from './ProductTable.tsx';

const CatalogPageQuery = graphql(/* GraphQL */ `
  query CatalogPage($first: Int!, $after: String, $query: String) {
    products(first: $first, after: $after, query: $query) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...ProductTable_product
      }
    }
  }
`);

/** How many products a page of the catalog shows. */
const pageLength = 25;

/** What can be opened early: the shop's products, and the way to bring in more. */
export function CatalogPage() {
  usePageTitle(texts.catalog.title);
  const [params, setParams] = useSearchParams();
  const query = params.get('q') ?? '';
  const pages = useCursorPages(query);
  const { data, previousData, error, refetch } = useQuery(CatalogPageQuery, {
    variables: { first: pageLength, after: pages.after, query: query || null },
    fetchPolicy: 'cache-and-network',
  });
  const products = (data ?? previousData)?.products;
  const search = (q: string): void => setParams(q ? { q } : {}, { replace: true });

  return (
    <Page
      title={texts.catalog.title}
      fullWidth
      // Its room is kept from the start, so that nothing below moves.
      subtitle={products ? texts.catalog.total(products.totalCount, formatCount(products.totalCount)) : '\u00a0'}
    >
      <BlockStack gap="400">
        <CatalogSource onChanged={() => void refetch()} />
        {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        {(!error || products) && (
          <Card padding="0">
            <Box padding="300">
              <SearchField label={texts.catalog.search} value={query} onSearch={search} />
            </Box>
            <Deferred>
              <ProductTable
                products={products?.nodes}
                pageInfo={products?.pageInfo}
                pages={pages}
                isSearch={query !== ''}
                onClearSearch={() => search('')}
              />
            </Deferred>
          </Card>
        )}
      </BlockStack>
    </Page>
  );
}
