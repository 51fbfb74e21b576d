import { useMutation } from '@apollo/client/react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { refusalOf } from '../../ui/refusal.ts';

const UnlistingUndo = graphql(/* GraphQL */ `
  mutation UnlistingUndo($campaignId: ID!) {
    unlistingUndo(campaignId: $campaignId) {
      campaign {
        id
        hidesProducts
        unlisting {
          state
          hiddenCount
          waitingCount
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

interface UndoHidingProps {
  campaignId: string;
  hiddenCount: number;
  onClose(): void;
}

const words = texts.hiding;

/** Puts a campaign's products back, having said how many. */
export function UndoHiding({ campaignId, hiddenCount, onClose }: UndoHidingProps) {
  const [run] = useMutation(UnlistingUndo, { refetchQueries: ['HiddenProducts', 'Enforcement'] });
  const showToast = useToast();
  const undo = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { campaignId } })).data?.unlistingUndo);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.undone, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  return (
    <ConfirmDialog title={words.undoTitle} confirm={words.undo} onConfirm={undo} onClose={onClose}>
      {words.undoBody(hiddenCount, formatCount(hiddenCount))}
    </ConfirmDialog>
  );
}
