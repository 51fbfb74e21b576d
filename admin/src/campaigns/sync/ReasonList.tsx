import { formatCount } from '../../format.ts';
import { people } from '../../gate-texts.ts';
import type { Destination } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/polaris.ts';
import type { SyncSummary } from './campaign-sync.ts';
import { canBeSentAgain, type StateName, stateOf } from './sync-state.ts';
import { useSyncRetry } from './useSyncRetry.ts';

const words = texts.sync;

interface ReasonListProps {
  name: StateName;
  destination: Destination;
  campaignId: string;
  /** Of all states. */
  reasons: SyncSummary['reasons'];
}

/** Why people stand in a state that is not well, and what can be done, reason by reason. */
export function ReasonList({ name, destination, campaignId, reasons }: ReasonListProps) {
  const { retry, isRetrying } = useSyncRetry();
  if (name === 'waiting' || name === 'sending') return null;
  const state = stateOf[name];
  const here = reasons.filter((reason) => reason.state === state);
  if (here.length === 0) return null;
  return (
    <ul className="reason-list">
      {here.map(({ reason, count }) => {
        const sentence = words.reason[reason](people(count, formatCount(count)), destination);
        return (
          <li key={reason}>
            {sentence}
            {canBeSentAgain(name) && (
              <Button
                size="micro"
                onClick={() => void retry({ destination, campaignId, states: [state], reason })}
                loading={isRetrying}
                accessibilityLabel={words.sendAgainLabel(sentence)}
              >
                {words.sendAgain}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
