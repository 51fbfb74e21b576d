import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import { settle } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { Button, InlineStack } from '../ui/polaris.ts';
import { refusalOf } from '../ui/refusal.ts';
import type { Connection } from './connection.ts';
import { DisconnectDialog } from './DisconnectDialog.tsx';

const ConnectionTest = graphql(/* GraphQL */ `
  mutation ConnectionTest($destination: Destination!) {
    connectionTest(destination: $destination) {
      connection {
        ...Connection_connection
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.connections;

interface ConnectionActionsProps {
  connection: Connection;
  waiting: number;
  onReplaceKey(): void;
}

/** Tests a connection, replaces its key, ends it. */
export function ConnectionActions({ connection, waiting, onReplaceKey }: ConnectionActionsProps) {
  const { destination } = connection;
  const [run, { loading }] = useMutation(ConnectionTest, { refetchQueries: ['Connections'] });
  const [isLeaving, setLeaving] = useState(false);
  const showToast = useToast();

  const test = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { destination } })).data?.connectionTest);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.tested(destination), isError: refusal !== undefined });
  };
  const label = (action: string) => words.labelFor(action, destination);

  return (
    <InlineStack gap="200">
      <Button onClick={test} loading={loading} accessibilityLabel={label(words.test)}>
        {words.test}
      </Button>
      <Button onClick={onReplaceKey} accessibilityLabel={label(words.replaceKey)}>
        {words.replaceKey}
      </Button>
      <Button tone="critical" onClick={() => setLeaving(true)} accessibilityLabel={label(words.disconnect)}>
        {words.disconnect}
      </Button>
      {isLeaving && <DisconnectDialog {...{ connection, waiting }} onClose={() => setLeaving(false)} />}
    </InlineStack>
  );
}
