import { useQuery } from '@apollo/client/react';
import { useCampaignCreation } from '../campaigns/useCampaignCreation.tsx';
import { problemOf } from '../problem.ts';
import { homeTexts } from '../texts/home-texts.ts';
import { texts } from '../texts/texts.ts';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Page } from '../ui/polaris.ts';
import { Attention } from './Attention.tsx';
import { CampaignOverviews } from './CampaignOverviews.tsx';
import { HomeSkeleton } from './HomeSkeleton.tsx';
import { HomePageDocument, shownOfEach } from './home.ts';
import { SetUpGuide } from './SetUpGuide.tsx';

/** Often enough for numbers to move under a merchant's eyes; the live view of a campaign is the place for seconds. */
const asked = { pollInterval: 60_000, skipPollAttempt: () => document.hidden } as const;

/** The first page: what is live and coming up, what needs attention, and the way there for a new shop. */
export function HomePage() {
  usePageTitle(homeTexts.title);
  const creation = useCampaignCreation();
  const { data, error, refetch } = useQuery(HomePageDocument, {
    ...{ variables: { first: shownOfEach }, fetchPolicy: 'cache-and-network', ...asked },
  });
  return (
    <Page
      title={homeTexts.title}
      subtitle={homeTexts.about}
      primaryAction={{ content: texts.campaigns.create, onAction: creation.open }}
    >
      <BlockStack gap="400">
        {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        {!data && !error && <HomeSkeleton />}
        {data && (
          <>
            <SetUpGuide setUp={data.setUp} shop={data.shop.domain} onCreate={creation.open} />
            <Attention home={data} />
            <CampaignOverviews home={data} />
          </>
        )}
      </BlockStack>
      {creation.dialog}
    </Page>
  );
}
