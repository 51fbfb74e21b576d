import { texts } from '../texts/texts.ts';
import { Banner, BlockStack, Text } from '../ui/polaris.ts';
import { type Connection, troubleOf } from './connection.ts';

interface ConnectionTroubleProps {
  connection: Pick<Connection, 'destination' | 'status' | 'problem' | 'problemDetail' | 'retryAt'>;
  zone: string;
  /** The way to mend it, where it is not on the same page. */
  action?: { content: string; url: string };
}

/** Why a connection sends nothing just now, and what to do; nothing when it sends. */
export function ConnectionTrouble({ connection, zone, action }: ConnectionTroubleProps) {
  const trouble = troubleOf(connection, zone);
  if (trouble === undefined) return null;
  const { problemDetail, destination, status } = connection;
  // What paused it is the vendor's own sentence; what only failed may be ours about no answer.
  const tell = (detail: string) =>
    status === 'PAUSED' ? texts.connections.said(destination, detail) : texts.connections.inDetail(detail);
  return (
    <Banner title={trouble.title} tone={trouble.tone} {...(action && { action })}>
      <BlockStack gap="100">
        <Text as="p">{trouble.body}</Text>
        {problemDetail && <Text as="p">{tell(problemDetail)}</Text>}
      </BlockStack>
    </Banner>
  );
}
