import { homeTexts } from '../texts/home-texts.ts';
import { BlockStack, SkeletonBodyText } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';

/** The first page before its answer is there: the cards that every shop has, unfilled. */
export function HomeSkeleton() {
  return (
    <>
      <TopicCard title={homeTexts.attention.title}>
        <SkeletonBodyText lines={2} />
      </TopicCard>
      {[homeTexts.live.title, homeTexts.upcoming.title].map((title) => (
        <TopicCard key={title} title={title}>
          <BlockStack gap="400">
            <SkeletonBodyText lines={3} />
            <SkeletonBodyText lines={3} />
          </BlockStack>
        </TopicCard>
      ))}
    </>
  );
}
