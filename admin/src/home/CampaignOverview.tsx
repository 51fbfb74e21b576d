import { CampaignStatusBadge } from '../campaigns/CampaignStatusBadge.tsx';
import { formatCount, formatInstant, formatShare } from '../format.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import type { CampaignOverview_CampaignFragment } from '../gql/graphql.ts';
import { homeTexts } from '../texts/home-texts.ts';
import { texts } from '../texts/texts.ts';
import { BlockStack, InlineStack, Link, Text } from '../ui/polaris.ts';

const CampaignOverview_campaign = graphql(/* GraphQL */ `
  fragment CampaignOverview_campaign on EarlyAccessCampaign {
    id
    name
    status
    startsAt
    endsAt
    capacity
    totalViews
    totalSignups
    totalPasses
    conversionRate
  }
`);

interface CampaignOverviewProps {
  campaign: FragmentType<typeof CampaignOverview_campaign>;
  zone: string;
}

/** One campaign on the first page: since or until when it is open, its numbers, and the ways to more. */
export function CampaignOverview({ campaign: masked, zone }: CampaignOverviewProps) {
  const campaign = readFragment(CampaignOverview_campaign, masked);
  const { id, name, status } = campaign;
  const to = `/campaigns/${id}`;
  return (
    <li>
      <div className="overview-head">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              <Link url={to} monochrome removeUnderline>
                {name}
              </Link>
            </Text>
            <CampaignStatusBadge status={status} />
          </InlineStack>
          <Text as="p" tone="subdued">
            {whenOf(campaign, zone)}
          </Text>
          <InlineStack gap="300">
            {status !== 'SCHEDULED' && (
              <Link url={`${to}/live-view`} accessibilityLabel={homeTexts.liveViewOf(name)}>
                {homeTexts.liveView}
              </Link>
            )}
            <Link url={`${to}/analytics`} accessibilityLabel={homeTexts.analyticsOf(name)}>
              {homeTexts.analytics}
            </Link>
          </InlineStack>
        </BlockStack>
      </div>
      <Numbers campaign={campaign} />
    </li>
  );
}

function whenOf({ status, startsAt, endsAt }: CampaignOverview_CampaignFragment, zone: string): string {
  if (status === 'SCHEDULED' && startsAt) return homeTexts.opens(formatInstant(startsAt, zone));
  return endsAt ? homeTexts.closes(formatInstant(endsAt, zone)) : homeTexts.openEnd;
}

function Numbers({ campaign }: { campaign: CampaignOverview_CampaignFragment }) {
  const { capacity, totalViews, totalSignups, totalPasses, conversionRate } = campaign;
  const words = homeTexts.numbers;
  const places = typeof capacity === 'number' && homeTexts.places(formatCount(totalPasses), formatCount(capacity));
  const numbers = [
    { name: words.views, value: formatCount(totalViews) },
    { name: words.signups, value: formatCount(totalSignups) },
    { name: words.passes, value: formatCount(totalPasses), help: places },
    {
      name: words.conversion,
      value: typeof conversionRate === 'number' ? formatShare(conversionRate) : texts.numbers.noConversion,
    },
  ];
  return (
    <dl className="overview-numbers">
      {numbers.map(({ name, value, help }) => (
        <div key={name}>
          <dt>
            <Text as="span" tone="subdued">
              {name}
            </Text>
          </dt>
          <dd>
            <Text as="span" variant="headingMd" numeric>
              {value}
            </Text>
            {help && (
              <Text as="p" tone="subdued">
                {help}
              </Text>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
