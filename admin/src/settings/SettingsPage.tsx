import { useQuery } from '@apollo/client/react';
import { Connections } from '../connections/Connections.tsx';
import { graphql } from '../gql/gql.ts';
import { DataRequests } from '../privacy/DataRequests.tsx';
import { PersonalData } from '../privacy/PersonalData.tsx';
import { problemOf } from '../problem.ts';
import { texts } from '../texts.ts';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Card, Page, SkeletonBodyText, Text } from '../ui/polaris.ts';
import { ApiTokens } from './ApiTokens.tsx';
import { ShopHiding } from './ShopHiding.tsx';

const SettingsPageQuery = graphql(/* GraphQL */ `
  query SettingsPage {
    shop {
      domain
      name
      currencyCode
      timeZone
    }
  }
`);

/** The shop as the app knows it, and the tokens of its tools. */
export function SettingsPage() {
  usePageTitle(texts.settings.title);
  const { data, error, refetch } = useQuery(SettingsPageQuery);
  return (
    <Page title={texts.settings.title}>
      <BlockStack gap="400">
        {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {texts.settings.shop}
            </Text>
            {!data && !error && <SkeletonBodyText lines={3} />}
            {data && (
              <dl className="facts">
                <dt>{data.shop.name}</dt>
                <dd>{data.shop.domain}</dd>
                <dt>{texts.settings.shopZone}</dt>
                <dd>{data.shop.timeZone}</dd>
                <dt>{texts.settings.shopCurrency}</dt>
                <dd>{data.shop.currencyCode}</dd>
              </dl>
            )}
          </BlockStack>
        </Card>
        <Connections zone={data?.shop.timeZone ?? 'UTC'} />
        <ShopHiding />
        <PersonalData />
        <DataRequests zone={data?.shop.timeZone ?? 'UTC'} />
        <ApiTokens zone={data?.shop.timeZone ?? 'UTC'} />
      </BlockStack>
    </Page>
  );
}
