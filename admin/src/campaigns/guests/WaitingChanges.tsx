import { useMutation } from '@apollo/client/react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { AdmissionNotice } from '../../gql/graphql.ts';
import { type Outcome, settle } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { refusalOf } from '../../ui/refusal.ts';

const WaitingListEntryRemove = graphql(/* GraphQL */ `
  mutation WaitingListEntryRemove($id: ID!) {
    waitingListEntryRemove(id: $id) {
      removedWaitingListEntryId
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const WaitingListAdmit = graphql(/* GraphQL */ `
  mutation WaitingListAdmit($campaignId: ID!, $ids: [ID!]!) {
    waitingListAdmit(campaignId: $campaignId, ids: $ids) {
      admittedCount
      mailedCount
      campaign {
        id
        guestsCount
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.waiting;

/** Somebody who waits. */
interface Waiting {
  id: string;
  email: string;
}

/** Forgets somebody who waits, having asked. */
export function WaitingRemoval({ entry, onClose }: { entry: Waiting; onClose(): void }) {
  const [run] = useMutation(WaitingListEntryRemove, { refetchQueries: ['WaitingList'] });
  const showToast = useToast();
  const remove = async (): Promise<void> => {
    const send = async () => (await run({ variables: { id: entry.id } })).data?.waitingListEntryRemove;
    const refusal = refusalOf(await settle(send));
    showToast({ content: refusal ?? words.removed, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  const title = words.removeTitle;
  return (
    <ConfirmDialog {...{ title, onClose }} confirm={texts.common.remove} onConfirm={remove} isDestructive>
      {words.removeBody(entry.email)}
    </ConfirmDialog>
  );
}

interface WaitingAdmissionProps {
  campaignId: string;
  /** At most a hundred. */
  entries: readonly Waiting[];
  /** Whether the guest list decides who comes in; otherwise nobody needs to be on it. */
  isListAsked: boolean;
  /** Whether they are written to, and if not, why. */
  notice: AdmissionNotice;
  /** Called once they are admitted, before `onClose`. */
  onDone(): void;
  onClose(): void;
}

/** Moves people from the waiting list to the guest list, having said what follows from it. */
export function WaitingAdmission(props: WaitingAdmissionProps) {
  const { campaignId, entries, isListAsked, notice, onDone, onClose } = props;
  // Both lists change, and the guest list may be closed: whatever is shown is read anew.
  const [run] = useMutation(WaitingListAdmit, { refetchQueries: 'active' });
  const showToast = useToast();
  const admit = async (): Promise<void> => {
    const ids = entries.map(({ id }) => id);
    const outcome = await settle(async () => (await run({ variables: { campaignId, ids } })).data?.waitingListAdmit);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? admittedIn(outcome), isError: refusal !== undefined });
    if (refusal !== undefined) return;
    onDone();
    onClose();
  };
  const who = entries.length === 1 ? entries[0]?.email : undefined;
  const title = words.admitTitle(entries.length, formatCount(entries.length));
  return (
    <ConfirmDialog {...{ title, onClose }} confirm={words.admit} onConfirm={admit}>
      {words.admitBody(who)} {words.notices[notice]} {!isListAsked && words.admitOff}
    </ConfirmDialog>
  );
}

/** How many were admitted, and to how many of them we wrote. */
function admittedIn(outcome: Outcome<{ admittedCount: number; mailedCount: number }>): string {
  const { admittedCount = 0, mailedCount = 0 } = outcome.kind === 'done' ? outcome.payload : {};
  return words.admitted(admittedCount, formatCount(admittedCount), formatCount(mailedCount));
}
