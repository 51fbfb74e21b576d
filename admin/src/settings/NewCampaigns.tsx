import { useQuery } from '@apollo/client/react';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Button, InlineStack, SkeletonBodyText, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { type CampaignDefaults, CampaignDefaultsQuery } from './campaign-defaults.ts';

const words = texts.newCampaigns;

/** What new campaigns begin with, in a line, and the way to change it. */
export function NewCampaigns() {
  const { data, error, refetch } = useQuery(CampaignDefaultsQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <TopicCard title={words.title} help={words.help}>
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      <div className="one-line">
        {!data && !error && <SkeletonBodyText lines={1} />}
        {data && <Text as="p">{summaryOf(data.shop.campaignDefaults)}</Text>}
      </div>
      <InlineStack>
        <Button url="/settings/new-campaigns">{words.edit}</Button>
      </InlineStack>
    </TopicCard>
  );
}

function summaryOf({ texts: replaced, consentText, accentColor, pictureUrl }: CampaignDefaults): string {
  const parts = [
    ...(accentColor ? [words.color(accentColor)] : []),
    ...(pictureUrl ? [words.picture] : []),
    ...(replaced.length > 0 ? [words.texts(replaced.length)] : []),
    ...(consentText ? [words.consent] : []),
  ];
  return parts.length === 0 ? words.ours : `${parts.join('. ')}.`;
}
