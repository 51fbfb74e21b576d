import { useApolloClient, useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import { type Problem, problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { whyTexts } from '../../texts/why-texts.ts';
import { MissingPage } from '../../ui/MissingPage.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { usePageTitle } from '../../ui/PageTitle.tsx';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Button, InlineStack, Page, TextField } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import { AdmissionAnswer } from './AdmissionAnswer.tsx';
import { CampaignAdmissionDocument, type Explained } from './admission.ts';

const WhyCampaignQuery = graphql(/* GraphQL */ `
  query WhyCampaign($id: ID!) {
    shop {
      domain
      timeZone
    }
    campaign(id: $id) {
      id
      name
    }
  }
`);

/** Tells the merchant why somebody doesn't get in, and the one thing that would help. */
export function WhyPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(WhyCampaignQuery, { variables: { id } });
  usePageTitle(data?.campaign ? whyTexts.ofCampaign(data.campaign.name) : whyTexts.title);
  if (error && !data) return <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />;
  if (!data) return <PageSkeleton />;
  const { campaign, shop } = data;
  if (!campaign) return <MissingPage title={texts.campaign.notFoundTitle} body={texts.campaign.notFound} />;
  return (
    <Page title={whyTexts.title} backAction={{ content: campaign.name, url: `/campaigns/${id}` }}>
      <Question campaignId={id} zone={shop.timeZone} />
    </Page>
  );
}

function Question({ campaignId, zone }: { campaignId: string; zone: string }) {
  const [typed, setTyped] = useState('');
  const { explained, problem, isAsking, ask } = useAdmission(campaignId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') void ask(typed);
  };
  return (
    <BlockStack gap="400">
      <TopicCard title={whyTexts.field} help={whyTexts.intro}>
        <form onSubmit={submit} noValidate>
          <BlockStack gap="300">
            <TextField
              label={whyTexts.field}
              labelHidden
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              spellCheck={false}
              maxLength={2_100}
            />
            <InlineStack>
              <Button submit variant="primary" loading={isAsking} disabled={typed.trim() === ''}>
                {whyTexts.ask}
              </Button>
            </InlineStack>
          </BlockStack>
        </form>
        <div role="status" className="unseen">
          {explained && whyTexts.verdicts[explained.admission.verdict]}
        </div>
      </TopicCard>
      {problem && <ProblemBanner problem={problem} onRetry={() => ask(typed)} />}
      {explained && <AdmissionAnswer {...{ campaignId, explained, zone }} onHelped={() => ask(explained.presented)} />}
    </BlockStack>
  );
}

/** Asks the API; the answer before stays until the next one has come. */
function useAdmission(campaignId: string) {
  const client = useApolloClient();
  const [explained, setExplained] = useState<Explained>();
  const [problem, setProblem] = useState<Problem>();
  const [isAsking, setAsking] = useState(false);
  const ask = async (presented: string): Promise<void> => {
    setAsking(true);
    setProblem(undefined);
    try {
      const variables = { id: campaignId, presented };
      const { data } = await client.query({
        query: CampaignAdmissionDocument,
        variables,
        fetchPolicy: 'no-cache',
      });
      const { campaign, campaignAdmission: admission } = data ?? {};
      if (!campaign || !admission) return setProblem({ kind: 'server' });
      const { startsAt = null, archivedAt } = campaign;
      setExplained({ admission, presented, startsAt, isArchived: Boolean(archivedAt) });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setAsking(false);
    }
  };
  return { explained, problem, isAsking, ask };
}
