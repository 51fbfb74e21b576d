import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, SkeletonBodyText } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import type { DraftFieldsProps } from '../form/AccessFields.tsx';
import { useCampaignSync } from '../sync/campaign-sync.ts';
import { ConnectFirst } from './ConnectFirst.tsx';
import { KlaviyoListField } from './KlaviyoListField.tsx';
import { OmnisendTagField } from './OmnisendTagField.tsx';

/** Which list and which tag this campaign's sign-ups join. */
export function CampaignAudiences({ campaignId, draft, errors, onChange }: DraftFieldsProps & { campaignId: string }) {
  const { sync, error, refetch } = useCampaignSync(campaignId);
  const klaviyo = sync?.find(({ destination }) => destination === 'KLAVIYO');
  const omnisend = sync?.find(({ destination }) => destination === 'OMNISEND');
  const { byField } = errors;
  return (
    <TopicCard title={texts.audiences.title} help={texts.audiences.help}>
      {error && !sync && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {!error && !sync && <SkeletonBodyText lines={4} />}
      {sync && (
        <BlockStack gap="400">
          {klaviyo?.connection ? (
            <KlaviyoListField
              saved={klaviyo}
              value={draft.klaviyoListId}
              error={byField.klaviyoListId}
              onChange={(klaviyoListId) => onChange({ klaviyoListId })}
            />
          ) : (
            <ConnectFirst destination="KLAVIYO" kept={draft.klaviyoListId} error={byField.klaviyoListId} />
          )}
          {omnisend?.connection ? (
            <OmnisendTagField
              campaignName={draft.name}
              value={draft.omnisendListId}
              error={byField.omnisendListId}
              onChange={(omnisendListId) => onChange({ omnisendListId })}
            />
          ) : (
            <ConnectFirst destination="OMNISEND" kept={draft.omnisendListId} error={byField.omnisendListId} />
          )}
        </BlockStack>
      )}
    </TopicCard>
  );
}
