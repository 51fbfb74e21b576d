import { useQuery } from '@apollo/client/react';
import { emptyDraft } from '../campaigns/form/campaign-draft.ts';
import { LookFields } from '../campaigns/form/LookFields.tsx';
import { useChange } from '../change.ts';
import { graphql } from '../gql/gql.ts';
import { settle } from '../outcome.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { SaveBar } from '../ui/bridge/SaveBar.tsx';
import { FormErrors } from '../ui/FormErrors.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Page, TextField } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { CampaignDefaultsQuery, type LookDraft, lookDraftOf, lookInputOf } from './campaign-defaults.ts';
import { LookPreview } from './LookPreview.tsx';
import { useSettingsForm } from './useSettingsForm.ts';

const CampaignDefaultsSave = graphql(/* GraphQL */ `
  mutation CampaignDefaultsSave($input: CampaignDefaultsInput!) {
    campaignDefaultsSave(input: $input) {
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.newCampaigns;
const back = { content: texts.settings.title, url: '/settings' };

/** The texts and the look that new campaigns begin with, and how a gate looks with them. */
export function NewCampaignsPage() {
  usePageTitle(words.pageTitle);
  const { data, error, refetch } = useQuery(CampaignDefaultsQuery, { fetchPolicy: 'cache-and-network' });
  if (data) return <LookForm saved={lookDraftOf(data.shop.campaignDefaults)} />;
  if (!error) return <PageSkeleton />;
  return (
    <Page title={words.pageTitle} backAction={back}>
      <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />
    </Page>
  );
}

function LookForm({ saved }: { saved: LookDraft }) {
  const saveDefaults = useChange(CampaignDefaultsSave, ['CampaignDefaults']);
  const { draft, change, errors, outcome, bar } = useSettingsForm<LookDraft>({
    name: 'new campaigns',
    saved,
    save: (changes) =>
      settle(async () => (await saveDefaults({ input: lookInputOf(changes, saved) }))?.campaignDefaultsSave),
    done: words.saved,
  });
  const consentError = errors.byField.consentText;
  // Every text that any campaign can show may have a default, so the fields are those of a campaign that shows them all.
  const every = { ...emptyDraft, accessType: 'PASSWORD_OR_EMAIL', hasWaitingList: true, ...draft } as const;
  return (
    <Page title={words.pageTitle} subtitle={words.pageHelp} backAction={back}>
      {bar && <SaveBar {...bar} />}
      <BlockStack gap="400">
        <FormErrors outcome={outcome} />
        <div className="beside">
          <BlockStack gap="400">
            <LookFields draft={every} errors={errors} onChange={(part) => change(part as Partial<LookDraft>)} />
            <TopicCard title={words.consentTitle}>
              <TextField
                label={texts.email.consent}
                value={draft.consentText}
                onChange={(consentText) => change({ consentText })}
                placeholder={texts.email.consentDefault}
                helpText={texts.email.consentHelp}
                multiline={3}
                maxLength={1_000}
                autoComplete="off"
                {...(consentError && { error: consentError })}
              />
            </TopicCard>
          </BlockStack>
          <LookPreview draft={draft} />
        </div>
      </BlockStack>
    </Page>
  );
}
