import { useDeferredValue, useId } from 'react';
import { formatCount } from '../../format.ts';
import type { Problem } from '../../problem.ts';
import { pickerTexts } from '../../texts/picker-texts.ts';
import { Picture } from '../../ui/Picture.tsx';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Checkbox, SkeletonBodyText, Text } from '../../ui/polaris.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { PickedList } from './PickedList.tsx';
import { type PickedItem, toggled } from './picked-item.ts';

interface ItemPickerProps {
  words: (typeof pickerTexts)['products' | 'collections'];
  chosen: readonly PickedItem[];
  /** Undefined while the search runs for the first time. */
  found: readonly PickedItem[] | undefined;
  hasMore: boolean;
  problem?: Problem | undefined;
  error?: string | undefined;
  query: string;
  onSearch(query: string): void;
  onChange(chosen: PickedItem[]): void;
  onRetry(): void;
}

/** Search, tick, and see what is chosen, in its order. */
export function ItemPicker(props: ItemPickerProps) {
  const { words, chosen, hasMore, problem, error, query, onSearch, onChange, onRetry } = props;
  // What is typed goes before what it found.
  const found = useDeferredValue(props.found);
  const headingId = useId();
  const chosenIds = new Set(chosen.map(({ id }) => id));

  return (
    <section aria-labelledby={headingId}>
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm" id={headingId}>
          {words.title}
        </Text>
        <SearchField label={words.search} value={query} onSearch={onSearch} />
        {problem && <ProblemBanner problem={problem} onRetry={onRetry} />}
        {!problem && !found && <SkeletonBodyText lines={4} />}
        {found?.length === 0 && <Text as="p">{words.none}</Text>}
        {found && found.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
          <ul className="picker-list" aria-label={words.list} tabIndex={0}>
            {found.map((item) => (
              <li key={item.id}>
                <Checkbox
                  label={<ItemLabel item={item} />}
                  checked={chosenIds.has(item.id)}
                  onChange={() => onChange(toggled(chosen, item))}
                />
              </li>
            ))}
          </ul>
        )}
        {found && hasMore && (
          <Text as="p" tone="subdued">
            {pickerTexts.more(formatCount(found.length))}
          </Text>
        )}
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

function ItemLabel({ item }: { item: PickedItem }) {
  return (
    <span className="picked-row">
      <Picture url={item.imageUrl ?? null} size="extraSmall" />
      <span>
        {item.title}
        {item.detail && (
          <Text as="span" tone="subdued">
            {' '}
            {item.detail}
          </Text>
        )}
      </span>
    </span>
  );
}
