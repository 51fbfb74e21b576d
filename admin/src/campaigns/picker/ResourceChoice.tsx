import { useId, useState } from 'react';
import { type Problem, problemOf } from '../../problem.ts';
import type { pickerTexts } from '../../texts/picker-texts.ts';
import type { PickResources, ResourceKind } from '../../ui/bridge/resource-picker.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Button, InlineStack, Text } from '../../ui/polaris.ts';
import { PickedList } from './PickedList.tsx';
import type { PickedItem } from './picked-item.ts';

interface ResourceChoiceProps {
  kind: ResourceKind;
  pick: PickResources;
  words: (typeof pickerTexts)['products' | 'collections'];
  chosen: readonly PickedItem[];
  error?: string | undefined;
  onChange(chosen: PickedItem[]): void;
}

/** What is chosen, and a button that opens Shopify's own picker to change it. */
export function ResourceChoice({ kind, pick, words, chosen, error, onChange }: ResourceChoiceProps) {
  const headingId = useId();
  const [problem, setProblem] = useState<Problem>();
  const choose = async (): Promise<void> => {
    setProblem(undefined);
    const ids = chosen.map(({ id }) => id);
    const picked = await pick(kind, ids).catch((error: unknown) => setProblem(problemOf(error)));
    if (picked) onChange(picked);
  };

  return (
    <section aria-labelledby={headingId}>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h3" variant="headingSm" id={headingId}>
            {words.title}
          </Text>
          <Button onClick={choose}>{words.choose}</Button>
        </InlineStack>
        {problem && <ProblemBanner problem={problem} onRetry={choose} />}
        <div aria-live="polite">
          {chosen.length > 0 && <Text as="p">{words.chosen(chosen.length)}</Text>}
          {error && (
            <Text as="p" tone="critical">
              {error}
            </Text>
          )}
        </div>
        <PickedList items={chosen} onChange={onChange} />
      </BlockStack>
    </section>
  );
}
