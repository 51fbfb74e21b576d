import { previewTexts } from '../../texts/preview-texts.ts';
import { shareTexts } from '../../texts/share-texts.ts';
import { texts } from '../../texts/texts.ts';
import { BigNumber } from '../../ui/BigNumber.tsx';
import { BlockStack, SkeletonBodyText, SkeletonDisplayText, SkeletonPage, Text } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';

const numbers = ['views', 'signups', 'conversion'] as const;
const addresses = [
  { label: shareTexts.share.hostedPage, help: shareTexts.share.hostedPageHelp },
  { label: shareTexts.share.secretLink, help: shareTexts.share.secretLinkHelp },
];

/** A campaign's page while its campaign is on its way: with every word that stands there for each campaign. */
export function CampaignSkeleton() {
  return (
    <SkeletonPage fullWidth primaryAction backAction>
      <div className="with-preview">
        <BlockStack gap="400">
          <TopicCard title={texts.numbers.title}>
            <dl className="numbers">
              {numbers.map((name) => (
                <BigNumber
                  key={name}
                  name={texts.numbers[name]}
                  help={texts.numbers[`${name}Help`]}
                  value={<SkeletonDisplayText size="small" />}
                />
              ))}
            </dl>
          </TopicCard>
          <TopicCard title={shareTexts.share.title}>
            {addresses.map(({ label, help }) => (
              <BlockStack gap="200" key={label}>
                <Text as="p">{label}</Text>
                <SkeletonBodyText lines={2} />
                <Text as="p" tone="subdued">
                  {help}
                </Text>
                <SkeletonDisplayText size="small" />
              </BlockStack>
            ))}
          </TopicCard>
        </BlockStack>
        <div className="preview-beside preview-waiting">
          <TopicCard title={previewTexts.title} help={previewTexts.help}>
            <SkeletonBodyText lines={8} />
          </TopicCard>
        </div>
      </div>
    </SkeletonPage>
  );
}
