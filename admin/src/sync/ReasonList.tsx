import { formatCount } from '../format.ts';
import type { Destination, ReceiptReason, ReceiptState } from '../gql/graphql.ts';
import { people } from '../texts/gate-texts.ts';
import { texts } from '../texts/texts.ts';
import { Button } from '../ui/polaris.ts';
import { canBeSentAgain, type StateName, stateOf } from './sync-state.ts';
import type { SyncSummary } from './sync-summary.ts';

const words = texts.sync;

/** Sends people again who stand in these states, all of them or those for one reason. */
export interface Retry {
  run(wish: { states: ReceiptState[]; reason?: ReceiptReason }): void;
  isRunning: boolean;
}

interface ReasonListProps {
  name: StateName;
  destination: Destination;
  /** Of all states. */
  reasons: SyncSummary['reasons'];
  retry: Retry;
}

/** Why people stand in a state that is not well, and what can be done, reason by reason. */
export function ReasonList({ name, destination, reasons, retry }: ReasonListProps) {
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
                onClick={() => retry.run({ states: [state], reason })}
                loading={retry.isRunning}
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
