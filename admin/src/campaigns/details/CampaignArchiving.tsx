import { formatDay } from '../../format.ts';
import { detailsTexts } from '../../texts/details-texts.ts';
import { Banner, BlockStack, Button, Card, InlineStack, Text } from '../../ui/polaris.ts';
import type { useCampaignArchive } from './useCampaignArchive.ts';

const words = detailsTexts.archive;

type Archive = ReturnType<typeof useCampaignArchive>;

/** Puts a campaign away, from which it can be taken out again. */
export function CampaignArchiving({ archive }: { archive: Archive }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.card}
        </Text>
        <Text as="p">{words.cardBody}</Text>
        <InlineStack>
          <Button onClick={archive.putAway} loading={archive.isChanging}>
            {words.action}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** Says that a campaign is put away, with the way out. */
export function ArchiveBanner({ archive, since, zone }: { archive: Archive; since: string; zone: string }) {
  const { takeOut, isChanging } = archive;
  return (
    <Banner
      title={words.banner}
      tone="info"
      action={{ content: words.takeOut, onAction: takeOut, loading: isChanging }}
    >
      <Text as="p">{words.bannerBody(formatDay(since, zone))}</Text>
    </Banner>
  );
}
