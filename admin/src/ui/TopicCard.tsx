import type { ReactNode } from 'react';
import { BlockStack, Card, Text } from './polaris.ts';

interface TopicCardProps {
  title: string;
  /** A sentence on what the card is for. */
  help?: string | undefined;
  children: ReactNode;
}

/** A card about one topic, under its heading. */
export function TopicCard({ title, help, children }: TopicCardProps) {
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {help && (
            <Text as="p" tone="subdued">
              {help}
            </Text>
          )}
        </BlockStack>
        {children}
      </BlockStack>
    </Card>
  );
}
