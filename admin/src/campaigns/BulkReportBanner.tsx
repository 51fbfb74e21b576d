import { formatCount } from '../format.ts';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { Banner, BlockStack, Box, Text } from '../ui/polaris.ts';
import type { BulkCampaign, BulkChange, BulkReport } from './bulk-change.ts';

const words = campaignListTexts.bulk;

interface BulkReportBannerProps {
  report: BulkReport;
  onAgain(change: BulkChange, campaigns: readonly BulkCampaign[]): Promise<void>;
  onDismiss(): void;
}

/** Says which campaigns a change was not done to, and why; and which stay closed though it was. Nothing where all is as wished. */
export function BulkReportBanner({ report, onAgain, onDismiss }: BulkReportBannerProps) {
  const { change, done, refused, over } = report;
  if (refused.length === 0 && over.length === 0) return null;
  const again = {
    content: words.again,
    onAction: () =>
      void onAgain(
        change,
        refused.map(({ campaign }) => campaign),
      ),
  };
  return (
    <Box padding="300">
      <Banner
        tone="warning"
        onDismiss={onDismiss}
        {...(refused.length > 0 && {
          title: words.notAll(formatCount(done.length), formatCount(done.length + refused.length)),
          action: again,
        })}
      >
        <BlockStack gap="100">
          {refused.map(({ campaign, why }) => (
            <Text as="p" key={campaign.id}>
              {words.refused(campaign.name, why)}
            </Text>
          ))}
          {over.length > 0 && <Text as="p">{words.over(over.map(({ name }) => name).join(', '))}</Text>}
        </BlockStack>
      </Banner>
    </Box>
  );
}
