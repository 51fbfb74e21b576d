import { formatCount } from '../../format.ts';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import { Banner, BlockStack, Text } from '../../ui/polaris.ts';

const ProductWarnings_campaign = graphql(/* GraphQL */ `
  fragment ProductWarnings_campaign on EarlyAccessCampaign {
    productWarnings {
      kind
      count
      products {
        id
        message
      }
    }
  }
`);

const words = texts.productWarnings;

/** What to know of the campaign's products before people come: public, missing, sold out; nothing where all is well. */
export function ProductWarnings({ campaign }: { campaign: FragmentType<typeof ProductWarnings_campaign> }) {
  const { productWarnings } = readFragment(ProductWarnings_campaign, campaign);
  return (
    <>
      {productWarnings.map(({ kind, count, products }) => (
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
