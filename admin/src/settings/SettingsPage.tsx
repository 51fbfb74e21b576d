import { useQuery } from '@apollo/client/react';
import { Connections } from '../connections/Connections.tsx';
import { graphql } from '../gql/gql.ts';
import { DataRequests } from '../privacy/DataRequests.tsx';
import { PersonalData } from '../privacy/PersonalData.tsx';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Page, SkeletonBodyText } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { ApiTokens } from './ApiTokens.tsx';
import { MailSender } from './MailSender.tsx';
import { NewCampaigns } from './NewCampaigns.tsx';
import { SectionLinks, SettingsSection, useSectionOfAddress } from './SettingsSection.tsx';
import { ShopDetails } from './ShopDetails.tsx';
import { ShopHiding } from './ShopHiding.tsx';
import { SigningKeys } from './SigningKeys.tsx';

const SettingsPageQuery = graphql(/* GraphQL */ `
  query SettingsPage {
    shop {
      domain
      name
      currencyCode
      timeZone
      isEditable
    }
  }
`);

/** Everything that holds for the whole shop, in sections that can be linked to. */
export function SettingsPage() {
  usePageTitle(texts.settings.title);
  const { data, error, refetch } = useQuery(SettingsPageQuery);
  useSectionOfAddress(data !== undefined);
  const zone = data?.shop.timeZone ?? 'UTC';
  return (
    <Page title={texts.settings.title}>
      <BlockStack gap="400">
        <SectionLinks />
        {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        <SettingsSection name="shop">
          {data ? <ShopDetails shop={data.shop} /> : !error && <WaitingShop />}
          <ShopHiding />
        </SettingsSection>
        <SettingsSection name="new-campaigns">
          <NewCampaigns />
        </SettingsSection>
        <SettingsSection name="connections">
          <Connections zone={zone} />
        </SettingsSection>
        <SettingsSection name="mail">
          <MailSender />
        </SettingsSection>
        <SettingsSection name="people">
          <PersonalData />
          <DataRequests zone={zone} />
        </SettingsSection>
        <SettingsSection name="tokens">
          <ApiTokens zone={zone} />
        </SettingsSection>
        <SettingsSection name="keys">
          <SigningKeys zone={zone} />
        </SettingsSection>
      </BlockStack>
    </Page>
  );
}

function WaitingShop() {
  return (
    <TopicCard title={texts.shopDetails.title} help={texts.shopDetails.help}>
      <SkeletonBodyText lines={16} />
    </TopicCard>
  );
}
