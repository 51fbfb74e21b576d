import { ConnectionTrouble } from '../../connections/ConnectionTrouble.tsx';
import { answerInWords, Connection_connection } from '../../connections/connection.ts';
import { formatCount, formatInstant } from '../../format.ts';
import { readFragment } from '../../gql/fragment-masking.ts';
import { StateBar } from '../../sync/StateBar.tsx';
import { StateList } from '../../sync/StateList.tsx';
import { useSyncRetry } from '../../sync/useSyncRetry.ts';
import { texts } from '../../texts/texts.ts';
import { Banner, BlockStack, Text } from '../../ui/polaris.ts';
import { Backfill } from './Backfill.tsx';
import type { DestinationSync } from './campaign-sync.ts';
import { campaignQuestions } from './campaign-sync.ts';

const words = texts.sync;

interface DestinationPanelProps {
  sync: DestinationSync;
  campaignId: string;
  zone: string;
}

/** How the campaign's sign-ups do at one destination: where they stand, what is wrong, what can be done. */
export function DestinationPanel({ sync, campaignId, zone }: DestinationPanelProps) {
  const { destination, audience, audienceName, summary } = sync;
  const { lastAnswer, lastAnswerAt } = summary;
  const { retry, isRetrying } = useSyncRetry(campaignQuestions);
  const again = { run: (wish: object) => void retry({ destination, campaignId, ...wish }), isRunning: isRetrying };
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {words.heading(destination, audienceName ?? audience ?? undefined)}
      </Text>
      <ConnectionNotice {...{ sync, zone }} />
      {summary.total + summary.unsent === 0 && <Text as="p">{words.nothing}</Text>}
      {summary.total > 0 && (
        <>
          <StateBar summary={summary} />
          {summary.waiting + summary.sending > 0 && <Progress summary={summary} />}
          <StateList {...{ destination, summary }} retry={again} />
        </>
      )}
      {audience && sync.connection && <Backfill {...{ destination, campaignId }} unsent={summary.unsent} />}
      {lastAnswerAt && (
        <Text as="p" tone="subdued">
          {words.lastAnswer(destination, answerInWords(lastAnswer ?? ''), formatInstant(lastAnswerAt, zone))}
        </Text>
      )}
    </BlockStack>
  );
}

/** How far a back-fill, or a rush, has come. */
function Progress({ summary: { total, waiting, sending } }: Pick<DestinationSync, 'summary'>) {
  return (
    <Text as="p" tone="subdued">
      {words.progress(formatCount(total - waiting - sending), formatCount(total))}
    </Text>
  );
}

function ConnectionNotice({ sync: { destination, connection }, zone }: Pick<DestinationPanelProps, 'sync' | 'zone'>) {
  const action = { content: words.toSettings, url: '/settings' };
  if (connection)
    return <ConnectionTrouble connection={readFragment(Connection_connection, connection)} {...{ zone, action }} />;
  return (
    <Banner tone="info" action={action}>
      {words.notConnected(destination)}
    </Banner>
  );
}
