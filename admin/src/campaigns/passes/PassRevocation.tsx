import { useMutation } from '@apollo/client/react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { refusalOf } from '../../ui/refusal.ts';
import { type AccessPass, whoHas } from './pass-columns.tsx';
import { AccessPassRestore } from './pass-restore.operation.ts';

const AccessPassRevoke = graphql(/* GraphQL */ `
  mutation AccessPassRevoke($id: ID!) {
    accessPassRevoke(id: $id) {
      accessPass {
        id
        isRevoked
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const CampaignPassesRevoke = graphql(/* GraphQL */ `
  mutation CampaignPassesRevoke($campaignId: ID!) {
    campaignPassesRevoke(campaignId: $campaignId) {
      campaign {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.passes;

/** Takes one person's access away, having said so. */
export function PassRevocation({ pass, onClose }: { pass: AccessPass; onClose(): void }) {
  const [run] = useMutation(AccessPassRevoke);
  const [runRestore] = useMutation(AccessPassRestore);
  const showToast = useToast();
  const giveBack = async (): Promise<void> => {
    const outcome = await settle(
      async () => (await runRestore({ variables: { id: pass.id } })).data?.accessPassRestore,
    );
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.restored, isError: refusal !== undefined });
  };
  const revoke = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { id: pass.id } })).data?.accessPassRevoke);
    const refusal = refusalOf(outcome);
    if (refusal !== undefined) return showToast({ content: refusal, isError: true });
    showToast({ content: words.revoked, undo: { label: texts.common.undo, run: giveBack } });
    onClose();
  };
  const title = words.revokeTitle;
  return (
    <ConfirmDialog {...{ title, onClose }} confirm={words.revoke} onConfirm={revoke} isDestructive>
      {pass.signup ? words.revokeBodyEmail(whoHas(pass)) : words.revokeBody(whoHas(pass))}
    </ConfirmDialog>
  );
}

/** Takes everybody's access away, having said how many lose it. */
export function RevokeEverybody({
  campaignId,
  count,
  onClose,
}: {
  campaignId: string;
  count: number;
  onClose(): void;
}) {
  const [run] = useMutation(CampaignPassesRevoke, { refetchQueries: ['CampaignPasses'] });
  const showToast = useToast();
  const revoke = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { campaignId } })).data?.campaignPassesRevoke);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.revokedAll, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  const title = words.revokeAllTitle;
  return (
    <ConfirmDialog {...{ title, onClose }} confirm={words.revokeAll} onConfirm={revoke} isDestructive>
      {words.revokeAllBody(count, formatCount(count))}
    </ConfirmDialog>
  );
}
