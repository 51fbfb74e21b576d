import { ChevronDownIcon, ChevronUpIcon, XIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { detailsTexts } from '../../details-texts.ts';
import { texts } from '../../texts.ts';
import { Picture } from '../../ui/Picture.tsx';
import { Button, InlineStack, Text } from '../../ui/polaris.ts';
import { moved, type PickedItem } from './picked-item.ts';

interface PickedListProps {
  items: readonly PickedItem[];
  onChange(items: PickedItem[]): void;
}

const words = detailsTexts.order;

/** What is chosen, with its pictures, in the order in which visitors see it: each can be moved up, down and out. */
export function PickedList({ items, onChange }: PickedListProps) {
  const [said, say] = useState('');
  if (items.length === 0) return null;
  const move = (at: number, to: number): void => {
    onChange(moved(items, at, to));
    say(words.moved(items[at]?.title ?? '', to + 1, items.length));
  };
  return (
    <>
      {items.length > 1 && (
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
      )}
      <Text as="span" visuallyHidden>
        <span role="status">{said}</span>
      </Text>
      <ol className="picked-list">
        {items.map((item, at) => (
          <li key={item.id} className="picked-row">
            <Picture url={item.imageUrl ?? null} />
            <span>
              {item.title}
              {item.detail && (
                <Text as="p" tone="subdued">
                  {item.detail}
                </Text>
              )}
            </span>
            <InlineStack gap="0" wrap={false}>
              {items.length > 1 && (
                <>
                  <Button
                    icon={ChevronUpIcon}
                    variant="tertiary"
                    accessibilityLabel={words.up(item.title)}
                    disabled={at === 0}
                    onClick={() => move(at, at - 1)}
                  />
                  <Button
                    icon={ChevronDownIcon}
                    variant="tertiary"
                    accessibilityLabel={words.down(item.title)}
                    disabled={at === items.length - 1}
                    onClick={() => move(at, at + 1)}
                  />
                </>
              )}
              <Button
                icon={XIcon}
                variant="tertiary"
                accessibilityLabel={texts.picker.remove(item.title)}
                onClick={() => onChange(items.filter(({ id }) => id !== item.id))}
              />
            </InlineStack>
          </li>
        ))}
      </ol>
    </>
  );
}
