import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Button } from '../../ui/polaris.ts';
import { refusalOf } from '../../ui/refusal.ts';

const GuestListClear = graphql(/* GraphQL */ `
  mutation GuestListClear($campaignId: ID!) {
    guestListClear(campaignId: $campaignId) {
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

const words = texts.guests;

/** Takes everybody off the guest list, having said how many. */
export function ClearGuests({ campaignId, count }: { campaignId: string; count: number }) {
  const [isAsking, ask] = useState(false);
  const [run] = useMutation(GuestListClear);
  const showToast = useToast();
  const clear = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { campaignId } })).data?.guestListClear);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.cleared, isError: refusal !== undefined });
    if (refusal === undefined) ask(false);
  };
  return (
    <>
      <Button tone="critical" onClick={() => ask(true)}>
        {words.clear}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={words.clearTitle}
          confirm={words.clear}
          onConfirm={clear}
          onClose={() => ask(false)}
          isDestructive
        >
          {words.clearBody(count, formatCount(count))}
        </ConfirmDialog>
      )}
    </>
  );
}
