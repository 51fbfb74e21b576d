import { formatCount, formatShare } from '../../format.ts';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts/texts.ts';
import { BigNumber } from '../../ui/BigNumber.tsx';
import { BlockStack, Card, Text } from '../../ui/polaris.ts';

const CampaignNumbers_campaign = graphql(/* GraphQL */ `
  fragment CampaignNumbers_campaign on EarlyAccessCampaign {
    totalViews
    totalSignups
    conversionRate
  }
`);

/** Views, sign-ups and what became of the views. */
export function CampaignNumbers({ campaign }: { campaign: FragmentType<typeof CampaignNumbers_campaign> }) {
  const { totalViews, totalSignups, conversionRate } = readFragment(CampaignNumbers_campaign, campaign);
  const rate = typeof conversionRate === 'number' ? formatShare(conversionRate) : texts.numbers.noConversion;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.numbers.title}
        </Text>
        <dl className="numbers">
          <BigNumber name={texts.numbers.views} value={formatCount(totalViews)} help={texts.numbers.viewsHelp} />
          <BigNumber name={texts.numbers.signups} value={formatCount(totalSignups)} help={texts.numbers.signupsHelp} />
          <BigNumber name={texts.numbers.conversion} value={rate} help={texts.numbers.conversionHelp} />
        </dl>
      </BlockStack>
    </Card>
  );
}
