import { useQuery } from '@apollo/client/react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { Banner, BlockStack, Text } from '../../ui/polaris.ts';
import { whileSeen } from './while-seen.ts';

const ProductWarningsQuery = graphql(/* GraphQL */ `
  query ProductWarnings($id: ID!) {
    campaign(id: $id) {
      id
      productWarnings {
        kind
        count
        products {
          id
          message
        }
      }
    }
  }
`);

const words = texts.productWarnings;

/** What to know of the campaign's products before people come: public, missing, sold out; nothing where all is well. */
export function ProductWarnings({ campaignId }: { campaignId: string }) {
  const { data, error, refetch } = useQuery(ProductWarningsQuery, {
    variables: { id: campaignId },
    fetchPolicy: 'cache-and-network',
    ...whileSeen,
  });
  if (error && !data) return <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />;
  return (
    <>
      {data?.campaign?.productWarnings.map(({ kind, count, products }) => (
        <Banner key={kind} tone="warning" title={words.title[kind](count, formatCount(count))}>
          <BlockStack gap="100">
            <ul className="plain-list">
              {products.map(({ id, message }) => (
                <li key={id}>{message}</li>
              ))}
            </ul>
            {count > products.length && (
              <Text as="p" tone="subdued">
                {words.more(formatCount(count - products.length))}
              </Text>
            )}
          </BlockStack>
        </Banner>
      ))}
    </>
  );
}
