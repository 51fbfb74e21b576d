import { useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { InstallationTestMutation } from '../../gql/graphql.ts';
import { type Outcome, settle } from '../../outcome.ts';
import { shareTexts } from '../../texts/share-texts.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { Banner, BlockStack, Button, InlineStack, Text, TextField } from '../../ui/polaris.ts';
import { refusalOf } from '../../ui/refusal.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';

const InstallationTestRun = graphql(/* GraphQL */ `
  mutation InstallationTest($campaignId: ID!, $url: String!) {
    installationTest(campaignId: $campaignId, url: $url) {
      installationTest {
        isInstalled
        form
        findings {
          code
          severity
          detail
        }
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = shareTexts.installation;

type Payload = InstallationTestMutation['installationTest'];
type Result = NonNullable<Payload['installationTest']>;

/** Looks whether the gate is rightly on a page of the merchant's, and says what to mend. */
export function InstallationTest({ campaignId }: { campaignId: string }) {
  const [url, setUrl] = useState('');
  const [isBlank, setBlank] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<Payload>>();
  const [run, { loading }] = useMutation(InstallationTestRun);

  const test = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    setBlank(url.trim() === '');
    if (loading || url.trim() === '') return;
    setOutcome(undefined);
    setOutcome(await settle(async () => (await run({ variables: { campaignId, url } })).data?.installationTest));
  };
  const refusal = outcome?.kind === 'refused' ? refusalOf(outcome) : undefined;
  const error = isBlank ? words.blank : refusal;

  return (
    <TopicCard title={words.title} help={words.help}>
      <form onSubmit={test} noValidate>
        <BlockStack gap="300">
          <TextField
            label={words.url}
            type="url"
            value={url}
            onChange={setUrl}
            placeholder={words.placeholder}
            autoComplete="off"
            spellCheck={false}
            {...(error && { error })}
          />
          <InlineStack>
            <Button submit loading={loading}>
              {words.run}
            </Button>
          </InlineStack>
        </BlockStack>
      </form>
      <div aria-live="polite">
        {outcome?.kind === 'failed' && <ProblemBanner problem={outcome.problem} />}
        {outcome?.kind === 'done' && outcome.payload.installationTest && (
          <Findings result={outcome.payload.installationTest} />
        )}
      </div>
    </TopicCard>
  );
}

function Findings({ result: { isInstalled, form, findings } }: { result: Result }) {
  const isSeen = findings.some(({ code }) => code === 'SCRIPT_MISSING' || code === 'GATE_MISSING');
  return (
    <Banner tone={isInstalled ? 'success' : 'warning'} title={isInstalled ? words.installed : words.notInstalled}>
      <BlockStack gap="200">
        {isInstalled && form && <Text as="p">{words.installedHelp(words.form[form])}</Text>}
        <ul className="plain-list">
          {findings.map(({ code, severity, detail }) => (
            <li key={code} className="wrapping">
              <Text as="span" fontWeight="semibold">
                {words.severity[severity]}
              </Text>{' '}
              {words.finding[code](detail ?? '')}
            </li>
          ))}
        </ul>
        {isSeen && <Text as="p">{words.later}</Text>}
      </BlockStack>
    </Banner>
  );
}
