import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import { type Outcome, settle } from '../../outcome.ts';
import { whyTexts } from '../../texts/why-texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { refusalOf } from '../../ui/refusal.ts';
import { CampaignActivate } from '../activation.operation.ts';
import { CampaignUnarchive } from '../archive.operation.ts';
import { AccessPassRestore } from '../passes/pass-restore.operation.ts';
import type { Explained } from './admission.ts';

const GuestAdd = graphql(/* GraphQL */ `
  mutation GuestAdd($campaignId: ID!, $email: String!) {
    guestAdd(campaignId: $campaignId, email: $email) {
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

/** Something that can be done at once. */
interface Remedy {
  run(): Promise<void>;
  isRunning: boolean;
}

/** What can be done at once for somebody who doesn't get in. */
export type Remedies = Readonly<Record<'activate' | 'takeOut' | 'addGuest' | 'restore', Remedy>>;

/** Each says how it went; `onHelped` when it went well. */
export function useRemedies(campaignId: string, explained: Explained, onHelped: () => void): Remedies {
  const [activate, activating] = useMutation(CampaignActivate);
  const [takeOut, takingOut] = useMutation(CampaignUnarchive);
  const [addGuest, adding] = useMutation(GuestAdd);
  const [restore, restoring] = useMutation(AccessPassRestore);
  const showToast = useToast();
  const { done } = whyTexts;

  const report = (outcome: Outcome<unknown>, content: string): void => {
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? content, isError: refusal !== undefined });
    if (refusal === undefined) onHelped();
  };
  const id = campaignId;
  const passId = explained.admission.accessPass?.id ?? '';
  return {
    activate: {
      run: async () =>
        report(
          await settle(async () => (await activate({ variables: { id } })).data?.campaignActivate),
          done.activated,
        ),
      isRunning: activating.loading,
    },
    takeOut: {
      run: async () =>
        report(await settle(async () => (await takeOut({ variables: { id } })).data?.campaignUnarchive), done.takenOut),
      isRunning: takingOut.loading,
    },
    addGuest: {
      run: async () => {
        const variables = { campaignId, email: explained.presented };
        report(await settle(async () => (await addGuest({ variables })).data?.guestAdd), done.addedGuest);
      },
      isRunning: adding.loading,
    },
    restore: {
      run: async () => {
        const variables = { id: passId };
        report(await settle(async () => (await restore({ variables })).data?.accessPassRestore), done.restored);
      },
      isRunning: restoring.loading,
    },
  };
}
