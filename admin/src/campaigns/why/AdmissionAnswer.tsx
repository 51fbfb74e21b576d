import type { GateRule } from '../../gql/graphql.ts';
import { whyTexts } from '../../texts/why-texts.ts';
import { AlertCircleIcon, CheckCircleIcon } from '../../ui/icons.ts';
import { Banner, BlockStack, Icon, Text } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import { AdmissionFacts } from './AdmissionFacts.tsx';
import { AdmissionHelp } from './AdmissionHelp.tsx';
import { type Admission, type Explained, obstacleIn } from './admission.ts';

interface AdmissionAnswerProps {
  campaignId: string;
  explained: Explained;
  zone: string;
  /** Something was done about it: to be asked again. */
  onHelped(): void;
}

const tones = { OPEN: 'success', CONFIRM: 'info', DENIED: 'warning', NOT_OPEN: 'warning', FULL: 'warning' } as const;

/** Whether they get in, what keeps them out with the one thing that helps, and everything that the gate asked. */
export function AdmissionAnswer({ campaignId, explained, zone, onHelped }: AdmissionAnswerProps) {
  const { admission, isArchived } = explained;
  const { kind, verdict } = admission;
  const obstacle = obstacleIn(admission);
  const opens = kind === 'PASS' ? whyTexts.opensPass : whyTexts.opens;
  return (
    <BlockStack gap="400">
      <Banner title={whyTexts.verdicts[verdict]} tone={tones[verdict]}>
        <BlockStack gap="200">
          <Text as="p">{obstacle ? failsText(obstacle, isArchived) : opens}</Text>
          {obstacle && <AdmissionHelp {...{ obstacle, campaignId, explained, zone, onHelped }} />}
          <Text as="p" tone="subdued">
            {whyTexts.kinds[kind]}
          </Text>
        </BlockStack>
      </Banner>
      <TopicCard title={whyTexts.trace} help={whyTexts.traceHelp}>
        <Trace {...{ isArchived }} steps={admission.steps} />
      </TopicCard>
      <AdmissionFacts {...{ admission, zone }} />
    </BlockStack>
  );
}

/** What doesn't hold; a campaign that was put away hasn't just closed. */
function failsText(rule: GateRule, isArchived: boolean): string {
  return rule === 'NOT_ENDED' && isArchived ? whyTexts.inArchive : whyTexts.rules[rule].fails;
}

function Trace({ steps, isArchived }: { steps: Admission['steps']; isArchived: boolean }) {
  return (
    <ol className="trace">
      {steps.map(({ rule, holds }) => (
        <li key={rule}>
          <Icon
            source={holds ? CheckCircleIcon : AlertCircleIcon}
            tone={holds ? 'success' : 'critical'}
            accessibilityLabel={holds ? whyTexts.holds : whyTexts.fails}
          />
          <span>{holds ? whyTexts.rules[rule].holds : failsText(rule, isArchived)}</span>
        </li>
      ))}
    </ol>
  );
}
