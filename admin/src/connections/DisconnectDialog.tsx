import { useChange } from '../change.ts';
import { formatCount } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import { settle } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { refusalOf } from '../ui/refusal.ts';
import type { Connection } from './connection.ts';

const ConnectionDelete = graphql(/* GraphQL */ `
  mutation ConnectionDelete($destination: Destination!) {
    connectionDelete(destination: $destination) {
      deletedConnectionId
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.connections;

interface DisconnectDialogProps {
  connection: Connection;
  /** Sign-ups that have not been sent yet. */
  waiting: number;
  onClose(): void;
}

/** Ends a connection, having said what stays and what goes. */
export function DisconnectDialog({ connection: { destination }, waiting, onClose }: DisconnectDialogProps) {
  const disconnectFrom = useChange(ConnectionDelete, ['Connections']);
  const showToast = useToast();
  const disconnect = async (): Promise<void> => {
    const outcome = await settle(async () => (await disconnectFrom({ destination }))?.connectionDelete);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.disconnected(destination), isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={words.disconnectTitle(destination)}
      confirm={words.disconnect}
      onConfirm={disconnect}
      onClose={onClose}
      isDestructive
    >
      {words.disconnectBody(destination, waiting, formatCount(waiting))}
    </ConfirmDialog>
  );
}
