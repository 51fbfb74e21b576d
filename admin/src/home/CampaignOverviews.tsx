import { formatCount } from '../format.ts';
import { homeTexts } from '../texts/home-texts.ts';
import { BlockStack, Button, Card, InlineStack, Text } from '../ui/polaris.ts';
import { CampaignOverview } from './CampaignOverview.tsx';
import type { Home } from './home.ts';

/** The campaigns that are live, and those that are coming up, each with its numbers. */
export function CampaignOverviews({ home }: { home: Home }) {
  const { live, upcoming, drafts, shop } = home;
  if (live.totalCount + upcoming.totalCount === 0) return <NothingOn drafts={drafts} />;
  return (
    <>
      <OverviewCard words={homeTexts.live} list={live} to="/campaigns?status=live&status=full" zone={shop.timeZone} />
      <OverviewCard
        words={homeTexts.upcoming}
        list={upcoming}
        to="/campaigns?status=scheduled&sort=opens"
        zone={shop.timeZone}
      />
    </>
  );
}

interface OverviewCardProps {
  words: typeof homeTexts.live | typeof homeTexts.upcoming;
  list: Home['live'];
  /** Where all of them are. */
  to: string;
  zone: string;
}

function OverviewCard({ words, list, to, zone }: OverviewCardProps) {
  const isCut = list.totalCount > list.nodes.length;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          {isCut && (
            <Button variant="plain" url={to}>
              {words.all(formatCount(list.totalCount))}
            </Button>
          )}
        </InlineStack>
        {list.nodes.length === 0 && (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        )}
        {list.nodes.length > 0 && (
          <ul className="overview" aria-label={words.title}>
            {list.nodes.map((campaign) => (
              <CampaignOverview key={campaign.id} campaign={campaign} zone={zone} />
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}

/** Where nothing is live or coming up: the drafts that could be, if there are any. */
function NothingOn({ drafts: { totalCount, nodes } }: { drafts: Home['drafts'] }) {
  const [draft] = nodes;
  const to = totalCount === 1 && draft ? `/campaigns/${draft.id}` : '/campaigns?status=draft';
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {homeTexts.nothing.title}
        </Text>
        <Text as="p">{homeTexts.nothing.body}</Text>
        {totalCount > 0 && (
          <InlineStack>
            <Button url={to}>{homeTexts.drafts(totalCount, formatCount(totalCount))}</Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
