import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, SkeletonBodyText } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import { type DestinationSync, useLiveCampaignSync } from './campaign-sync.ts';
import { DestinationPanel } from './DestinationPanel.tsx';

/** How the campaign's sign-ups do at each destination; nothing where it names none and none was ever sent. */
export function CampaignSync({ campaignId, zone }: { campaignId: string; zone: string }) {
  const { sync, error, refetch } = useLiveCampaignSync(campaignId);
  const shown = sync?.filter(hasSomethingToSay);
  if (shown?.length === 0 && !error) return null;
  return (
    <TopicCard title={texts.sync.title}>
      <BlockStack gap="600">
        {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        {!shown && !error && <SkeletonBodyText lines={4} />}
        {shown?.map((one) => (
          <DestinationPanel key={one.destination} sync={one} {...{ campaignId, zone }} />
        ))}
      </BlockStack>
    </TopicCard>
  );
}

function hasSomethingToSay({ audience, summary }: DestinationSync): boolean {
  return typeof audience === 'string' || summary.total > 0;
}
