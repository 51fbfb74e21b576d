import type { Destination } from '../../gql/graphql.ts';
import { texts } from '../../texts/texts.ts';
import { BlockStack, Link, Text } from '../../ui/polaris.ts';

const words = texts.audiences;

interface ConnectFirstProps {
  destination: Destination;
  /** The list or tag that the campaign names all the same; empty for none. */
  kept: string;
  error?: string | undefined;
}

/** Stands where a list or tag is chosen, as long as there is no connection to choose it from. */
export function ConnectFirst({ destination, kept, error }: ConnectFirstProps) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {destination === 'KLAVIYO' ? words.list : words.tag}
      </Text>
      <Text as="p">
        {words.notConnected(destination)} {kept && words.kept(destination, kept)}
      </Text>
      {error && (
        <Text as="p" tone="critical">
          {error}
        </Text>
      )}
      <Text as="p">
        <Link url="/settings">{words.connect(destination)}</Link>
      </Text>
    </BlockStack>
  );
}
