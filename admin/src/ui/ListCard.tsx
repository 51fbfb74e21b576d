import type { ReactNode } from 'react';
import { BlockStack, Box, Card, InlineStack, Text } from './polaris.ts';

interface ListCardProps {
  title: string;
  /** Sentences under the title: what the list is, how many it has. */
  notes: readonly (string | undefined)[];
  /** The button that adds to the list, or acts on all of it. */
  action?: ReactNode;
  /** What stands between the heading and the list. */
  above?: ReactNode;
  /** The list, edge to edge. */
  children: ReactNode;
}

/** A card around a list, with its heading and its one button. */
export function ListCard({ title, notes, action, above, children }: ListCardProps) {
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            {action}
          </InlineStack>
          {notes.map(
            (note) =>
              note && (
                <Text as="p" tone="subdued" key={note}>
                  {note}
                </Text>
              ),
          )}
          {above}
        </BlockStack>
      </Box>
      {children}
    </Card>
  );
}
